"""Source files about cars, for servers whose every path has a fault of its own."""

from __future__ import annotations

from pathlib import Path

FILE = """
name = "{name}"
short = "{short}"
kind = "rest"
legal = ["art. 1"]
data = ["vehicles"]
matters = ["plate"]
deadline_ms = {deadline}
title = {{ nl = "{name}", fr = "{name}", de = "{name}", en = "{name}" }}

[rest]
base = "{base}"

[[ask]]
for = ["plate"]
path = "/{{plate}}"
echo = false

[[map]]
type = "vehicle"
each = "vehicles"
id = "plate"
title = "{{plate}}"
identifiers = {{ plate = "plate" }}
facts = {{ make = "make" }}
"""


def write_source(folder: Path, name: str, base: str, *, short: str, deadline_ms: int = 2_000) -> None:
    """A source that matters for plates; it asks `base`/PLATE."""
    content = FILE.format(name=name, short=short, deadline=deadline_ms, base=base)
    (folder / f"{name}.toml").write_text(content)

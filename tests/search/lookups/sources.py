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

OWN = """
[facts.pit_bull_permit]
texts = { nl = "Vergunning pitbull", fr = "Permis pitbull", de = "Pitbull-Erlaubnis", en = "Pit bull permit" }

[warnings.violent_dog]
level = "amber"
word = "danger"
texts = { nl = "Agressieve hond", fr = "Chien agressif", de = "Aggressiver Hund", en = "Violent dog" }
"""
USED = 'warnings = [{ code = "violent_dog", params = { place = "make" } }]\n'


def write_source(folder: Path, name: str, base: str, *, short: str, deadline_ms: int = 2_000) -> None:
    """A source that matters for plates; it asks `base`/PLATE."""
    content = FILE.format(name=name, short=short, deadline=deadline_ms, base=base)
    (folder / f"{name}.toml").write_text(content)


def write_own_words(folder: Path, base: str) -> None:
    """A source `dogs` that matters for plates, with a fact and a warning that only its file knows."""
    content = FILE.format(name="dogs", short="DOGS", deadline=2_000, base=base)
    content = content.replace("\n[rest]", OWN + "\n[rest]").replace(
        'make = "make"', 'pit_bull_permit = "make"'
    )
    (folder / "dogs.toml").write_text(content + USED)

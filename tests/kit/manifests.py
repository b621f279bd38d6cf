"""The manifests of the test declarations, as the app's tests read them.

`python -m tests.kit.manifests` writes them.
"""

from __future__ import annotations

import json
from pathlib import Path

from focus.kit.manifest import manifest
from tests.kit.cases import CASES, planned

FOLDER = Path(__file__).parents[2] / "web" / "tests" / "cases"


def written(name: str) -> str:
    """The file of one declaration; the order of names in it is that of the declaration."""
    return json.dumps(manifest(planned(name).compiled), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for case in CASES:
        (FOLDER / f"{case}.json").write_text(written(case), "utf-8")

"""Fail when the app's generated API types are older than the server's declarations."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def generated() -> dict[Path, bytes]:
    """The API's description, and the app's types of each module, as they stand now."""
    paths = (ROOT / "web" / "openapi.json", *(ROOT / "web" / "src").rglob("*.gen.ts"))
    return {path: path.read_bytes() for path in paths if path.exists()}


def main() -> None:
    """Generate anew and compare."""
    before = generated()
    subprocess.run(["make", "--no-print-directory", "api"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    after = generated()
    stale = [path for path in sorted({*before, *after}) if before.get(path) != after.get(path)]
    if stale:
        names = ", ".join(str(path.relative_to(ROOT)) for path in stale)
        sys.exit(f"Stale, now made anew: {names}. Look at them and commit.")


if __name__ == "__main__":
    main()

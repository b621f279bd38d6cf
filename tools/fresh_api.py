"""Fail when the app's generated API types are older than the server's declarations."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GENERATED = (ROOT / "web" / "openapi.json", ROOT / "web" / "src" / "base" / "api.gen.ts")


def main() -> None:
    """Generate anew and compare."""
    before = {path: path.read_bytes() if path.exists() else b"" for path in GENERATED}
    subprocess.run(["make", "--no-print-directory", "api"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    stale = [path.relative_to(ROOT) for path, content in before.items() if path.read_bytes() != content]
    if stale:
        sys.exit(f"Stale, now made anew: {', '.join(map(str, stale))}. Look at them and commit.")


if __name__ == "__main__":
    main()

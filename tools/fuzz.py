"""Search for what breaks a property, with new examples until the time is up: `make fuzz SECONDS=600`."""

from __future__ import annotations

import argparse
import os
import secrets
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOUND = ROOT / "tests" / "suite" / "found.json"


def main() -> None:
    """One round after the other; ends with 1 when something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=300, help="how long to search")
    parser.add_argument("paths", nargs="*", default=["tests"], help="where the properties are")
    asked = parser.parse_args()
    until, before, rounds = time.monotonic() + asked.seconds, FOUND.read_text("utf-8"), 0
    while (left := until - time.monotonic()) > 0:
        seed = secrets.randbelow(2**32)
        print(f"round {rounds + 1}, seed {seed}, {left:.0f} s left", flush=True)
        command = [sys.executable, "-m", "pytest", "-m", "hypothesis", f"--hypothesis-seed={seed}"]
        command += ["--timeout", "0", "-p", "no:cacheprovider", *asked.paths]
        try:
            subprocess.run(
                command, env={**os.environ, "FOCUS_FUZZ": str(FOUND)}, cwd=ROOT, check=False, timeout=left
            )
        except subprocess.TimeoutExpired:
            break
        rounds += 1
    if FOUND.read_text("utf-8") != before:
        sys.exit(f"Something was found: {FOUND.relative_to(ROOT)} has it, every run tries it from now on.")
    print(f"{rounds} rounds, nothing found.")


if __name__ == "__main__":
    main()

"""Search for what breaks a property, with new examples for a while each: `make fuzz FUZZ_SECONDS=120`."""

from __future__ import annotations

import argparse
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOUND = ROOT / "tests" / "suite" / "found.json"
PARSERS = (
    "tests/fuzz",
    "tests/search/connectors/test_any_octets.py",
    "tests/incidents/messages/test_malformed.py",
    "tests/search/understanding/test_any_text.py",
    "tests/api",
)
"""Where everything that reads what others wrote has its properties, and the calls to the server."""
_PATIENCE_S = 120
"""For what a run does before its first example and after its last: starting a server, making it small."""


def main() -> None:
    """One property after the other; ends with 1 when something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    usual = float(os.environ.get("FUZZ_SECONDS") or 120)
    parser.add_argument("--seconds", type=float, default=usual, help="how long each property is searched")
    parser.add_argument("paths", nargs="*", default=PARSERS, help="where the properties are")
    asked = parser.parse_args()
    before, failed = FOUND.read_text("utf-8"), []
    properties = collected(asked.paths)
    for number, test in enumerate(properties, 1):
        print(f"{number}/{len(properties)} {test}", flush=True)
        if not searched(test, asked.seconds):
            failed.append(test)
    if FOUND.read_text("utf-8") != before:
        print(f"{FOUND.relative_to(ROOT)} has what was found: every run tries it from now on.")
    if failed:
        sys.exit("Something was found:\n" + "\n".join(failed))
    print(f"{len(properties)} properties, nothing found.")


def collected(paths: Sequence[str]) -> list[str]:
    """The properties there, by node id; several parameters of one test are one."""
    command = [*_pytest(), "--collect-only", "-m", "hypothesis", *paths]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return list(dict.fromkeys(line.partition("[")[0] for line in listed.splitlines() if "::" in line))


def searched(test: str, seconds: float) -> bool:
    """Whether a property held until its time was up, in as many runs as that takes."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 1:
        command = [*_pytest(), "-m", "hypothesis", f"--hypothesis-seed={secrets.randbelow(2**32)}"]
        environment = {**os.environ, "FOCUS_FUZZ": str(FOUND), "FOCUS_FUZZ_SECONDS": f"{left:.0f}"}
        try:
            done = subprocess.run(
                [*command, "--timeout", "0", test],
                env=environment, cwd=ROOT, check=False, timeout=left + _PATIENCE_S,
                capture_output=True, text=True,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            print(f"  still running {_PATIENCE_S} s after its time: it hangs, or is hard to make smaller")
            return False
        if done.returncode:
            print(done.stdout[-4_000:])
            return False
    return True


def _pytest() -> list[str]:
    return [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]


if __name__ == "__main__":
    main()

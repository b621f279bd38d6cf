"""`python -m tests.confined.told`: shuts itself, then runs the code of its standard input. See `test_shut`.

Arguments: names of walls that this machine shall lack; `open`: it is not shut at all.
"""

from __future__ import annotations

import sys

import msgspec

from focus.core.confined import Limits, closing, leave_network, shut
from tests.support.inside import told

LIMITS = Limits(memory=512_000_000, cpu_s=3, wall_s=3)

STEPS = {"landlock": "no_files", "calls": "only_computing", "descriptors": "_no_more_descriptors"}


def main(lacking: list[str]) -> None:
    code = sys.stdin.read()
    namespace = False if {"namespace", "open"} & {*lacking} else leave_network()
    for name, step in STEPS.items():
        if name in lacking:
            setattr(closing, step, lambda *_: False)
    walls = None if "open" in lacking else shut(LIMITS, namespace=namespace)
    sys.stdout.buffer.write(msgspec.json.encode({"walls": walls, "said": told(code)}))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(sys.argv[1:])

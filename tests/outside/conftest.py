"""A fresh environment with FOCUS and the package, the app built with its screens, and a server of both."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from playwright.async_api import async_playwright

from tests.scenarios.screen import PHONE, Screen, launch, screen_of
from tests.search.lookups.desk import Officer, officer_at
from tests.support.server import ROOT, Served, served

PACKAGE = Path(__file__).parent / "package"
ADMINISTRATOR = "Griet Van Loon"


def run(*command: object, **environment: str) -> str:
    """What it writes; fails with it."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@dataclass
class Installed:
    """An environment that has both, and the app with the package's screens."""

    python: Path
    app: Path

    def focus(self, *arguments: str, server: Served) -> str:
        """What `focus …` writes, as the operator of this server calls it."""
        return run(self.python, "-m", "focus.server", *arguments, **server.environment)


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """FOCUS as it stands here, its locked dependencies, and the package from its own folder."""
    place = tmp_path_factory.mktemp("outside")
    environment, source = place / "environment", place / "source"
    copytree(PACKAGE, source, ignore=ignore_patterns("__pycache__"))
    uv, python = Path(sys.executable).parent / "uv", environment / "bin" / "python"
    run(uv, "venv", "--quiet", "--python", sys.executable, environment)
    run(uv, "pip", "sync", "--quiet", f"--python={python}", "--require-hashes", ROOT / "requirements.lock")
    run(uv, "pip", "install", "--quiet", f"--python={python}", "--no-deps", "-e", ROOT)
    run(uv, "pip", "install", "--quiet", f"--python={python}", "--no-deps", source)
    web = run(python, "-c", "import bicycles; print(bicycles.__path__[0])").strip() + "/web"
    npm = (sys.executable, ROOT / "tools" / "node.py", "npm", "--prefix", ROOT / "web", "run", "--silent")
    run(*npm, "build", FOCUS_WEB_MODULES=web, FOCUS_WEB_OUT=str(place / "app"))
    return Installed(python, place / "app")


@pytest.fixture(scope="session")
async def server(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    """The demo's zone, with the module switched on."""
    home = tmp_path_factory.mktemp("focus")
    async with served(home, python=installed.python, FOCUS_APP=str(installed.app)) as running:
        griet = await officer_at(running.base, ADMINISTRATOR)
        await griet.verify()
        answer = await griet.post("/api/organisations/switch-module-on", {"name": "bicycles"})
        assert answer.status == 200, answer
        await griet.close()
        yield running


@pytest.fixture
async def lotte(server: Served) -> AsyncIterator[Officer]:
    officer = await officer_at(server.base)
    yield officer
    await officer.close()


@pytest.fixture
async def phone(server: Served) -> AsyncIterator[Screen]:
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        async with screen_of(browser, server.base.replace("127.0.0.1", "localhost"), **PHONE) as screen:
            yield screen
        await browser.close()

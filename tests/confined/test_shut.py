"""A process that shut itself: what an intruder would try there, and what its walls say of themselves."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from focus.core.confined import Walls, bare, command, landlock, possible, seccomp
from focus.core.confined.landlock import no_files
from focus.core.confined.seccomp import only_computing
from tests.support.inside import ATTEMPTS

ROOT = Path(__file__).parents[2]


class Told(NamedTuple):
    walls: Walls
    said: str


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, object]]:
    """A key, a server that listens, and a secret in our own environment."""
    monkeypatch.setenv("PYTHONPATH", f"{ROOT / 'src'}:{ROOT}")
    monkeypatch.setenv("FOCUS_SECRET_P", "hidden-4711")
    key = tmp_path / "keys" / "master.key"
    key.parent.mkdir()
    key.write_text("secret")
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield {"KEY": str(key), "PORT": server.getsockname()[1]}


def process(
    code: str, house: dict[str, object], *lacking: str, more: tuple[int, ...] = ()
) -> subprocess.CompletedProcess[bytes]:
    """`more`: descriptors that it inherits."""
    given = "".join(f"{name} = {value!r}\n" for name, value in house.items())
    return subprocess.run(
        command("tests.confined.told", *lacking),
        input=(given + code).encode(),
        env=bare(),
        capture_output=True,
        check=False,
        timeout=30,
        pass_fds=more,
    )


def inside(code: str, house: dict[str, object], *lacking: str, more: tuple[int, ...] = ()) -> Told:
    done = process(code, house, *lacking, more=more)
    assert done.stdout, (done.returncode, done.stderr[-500:])
    found = msgspec.json.decode(done.stdout)
    return Told(msgspec.convert(found["walls"] or {}, Walls), found["said"])


@pytest.mark.parametrize("attempt", [name for name in ATTEMPTS if name != "becomes another program"])
def test_what_an_intruder_tries_works_where_nothing_is_shut(attempt: str, house: dict[str, object]) -> None:
    assert inside(ATTEMPTS[attempt][1], house, "open").said == "did"


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_requirement_20_inside_it_fails_or_the_missing_wall_is_said(
    attempt: str, house: dict[str, object]
) -> None:
    wall, code = ATTEMPTS[attempt]
    told = inside(code, house)
    if getattr(told.walls, wall):
        assert told.said in ("PermissionError", "OSError", "MemoryError", "BlockingIOError")
    else:
        assert f"{wall}: NO" in told.walls.told() or wall in told.walls.told().partition("LEFT OPEN")[2]


@pytest.mark.parametrize("alone", ["namespace", "landlock", "calls"])
def test_each_wall_holds_by_itself(alone: str, house: dict[str, object]) -> None:
    lacking = {"namespace", "landlock", "calls", "descriptors"} - {alone}
    walls = inside("said = 'computes'", house, *lacking).walls
    for attempt, (wall, code) in ATTEMPTS.items():
        if wall in ("network", "files") and getattr(walls, wall):
            assert inside(code, house, *lacking).said != "did", attempt


def test_without_any_of_them_it_works_says_so_and_still_opens_nothing(house: dict[str, object]) -> None:
    told = inside("said = 'computes'", house, "namespace", "landlock", "calls")
    assert told.said == "computes"
    assert told.walls.told().endswith("LEFT OPEN: network, files")
    for attempt in ("talks to a server", "reads a key", "writes a file", "starts a process"):
        code = ATTEMPTS[attempt][1]
        if attempt != "starts a process" or os.getuid():  # root starts as many as it likes
            assert inside(code, house, "namespace", "landlock", "calls").said != "did"


def test_requirement_20_there_is_no_secret_nothing_inherited_and_no_place(house: dict[str, object]) -> None:
    code = """
def usable(number):
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
said = [dict(os.environ), [number for number in range(4096) if usable(number)], os.getcwd()]
"""
    with Path(str(house["KEY"])).open("rb") as key:
        more = (key.fileno(),)
        assert str(key.fileno()) in inside(code, house, "open", more=more).said
        assert inside(code, house, "calls", more=more).said == "[{}, [1, 2], '/']"


@pytest.mark.parametrize("code", ["while True: pass", "import time; time.sleep(60)"])
def test_its_time_ends(code: str, house: dict[str, object]) -> None:
    began = time.monotonic()
    done = process(code, house)
    assert done.returncode in (-signal.SIGKILL, -signal.SIGXCPU, -signal.SIGALRM)
    assert done.stdout == b""
    assert time.monotonic() - began < 20


def test_this_machine_says_what_it_allows(house: dict[str, object]) -> None:
    assert possible() == inside("said = ''", house).walls


def test_a_probe_that_cannot_start_says_that_nothing_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    assert possible() == Walls()


class Refusing:
    """A kernel that knows none of it."""

    def syscall(self, *_: object) -> int:
        return -1

    def prctl(self, *_: object) -> int:
        return -1


def test_an_old_kernel_and_another_machine_are_told_apart_from_one_that_shuts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert no_files(Refusing()) is False
    assert only_computing(Refusing()) is False
    monkeypatch.setattr(seccomp.platform, "machine", lambda: "aarch64")
    assert only_computing(None) is False
    assert landlock.version(Refusing()) < 1


@pytest.mark.parametrize(
    ("walls", "left"),
    [
        (Walls(), "network, files, limits"),
        (Walls(calls=True, limits=True), ""),
        (Walls(namespace=True, limits=True), "files"),
        (Walls(landlock=True, limits=True), "network"),
        (Walls(namespace=True, landlock=True), "limits"),
    ],
)
def test_what_is_left_open_is_said(walls: Walls, left: str) -> None:
    assert walls.told().partition("LEFT OPEN: ")[2] == left
    assert walls.whole is (left == "")

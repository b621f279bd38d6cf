"""The embedded server survives what it may meet, and never outlives its users."""

from __future__ import annotations

import asyncio
import os
import pwd
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from tempfile import gettempdir

import asyncpg
import pytest

from focus.core.database import Database, DatabaseAway, DatabaseUnusable, EmbeddedServer, migrate
from focus.core.database import embedded as embedded_module
from focus.core.database.guardian import TICK
from tests.database.conftest import NOTEBOOK
from tests.support.afterwards import working_in

pytestmark = pytest.mark.slow
"""It breaks what it stands on."""

ACTOR = Path(__file__).parent / "actor.py"


def servers(home: Path) -> list[int]:
    return working_in(home / "postgres" / "data")


def guardians(home: Path) -> list[int]:
    """Ids of the guardians of this home, by their command line."""
    found = []
    mark = str(home / "postgres" / "data").encode()
    for process in Path("/proc").iterdir():
        with suppress(OSError):
            line = (process / "cmdline").read_bytes() if process.name.isdigit() else b""
            if b"guardian.py" in line and mark in line:
                found.append(int(process.name))
    return found


async def until(condition: Callable[[], bool], seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        await asyncio.sleep(0.05)
    return True


def nothing_left(home: Path) -> bool:
    return not servers(home) and not guardians(home)


@asynccontextmanager
async def actor(*words: str | Path) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, ACTOR, *words, stdout=asyncio.subprocess.PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def line(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    return (await asyncio.wait_for(process.stdout.readline(), 30)).decode().strip()


async def answers(database: Database) -> bool:
    try:
        async with database.unscoped() as tx:
            return bool(await tx.fetchval("select true"))
    except DatabaseAway:
        return False


async def recovers(database: Database, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if await answers(database):
            return True
    return False


async def test_it_stops_when_closed(home: Path) -> None:
    async with Database.open(home):
        assert servers(home)
    assert await until(lambda: nothing_left(home))


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
async def test_it_stops_when_its_only_user_is_ended(home: Path, number: signal.Signals) -> None:
    async with actor("hold", home) as user:
        assert await line(user) == "ready"
        user.send_signal(number)
        await user.wait()
    assert await until(lambda: nothing_left(home))


async def test_it_stops_when_user_and_guardian_are_killed_together(home: Path) -> None:
    async with actor("hold", home) as user:
        await line(user)
        os.kill(guardians(home)[0], signal.SIGKILL)
        user.kill()
        await user.wait()
    assert await until(lambda: nothing_left(home))


async def test_processes_that_start_together_share_one_server(tmp_path: Path) -> None:
    async with (
        actor("hold", tmp_path) as one,
        actor("hold", tmp_path) as two,
        actor("hold", tmp_path) as three,
    ):
        assert [await line(user) for user in (one, two, three)] == ["ready"] * 3
        assert len(guardians(tmp_path)) == 1
        first = servers(tmp_path)[0]
        one.kill()
        await one.wait()
        await asyncio.sleep(3 * TICK)  # only time can tell that its guardian lets it be
        assert servers(tmp_path)[0] == first
        async with Database.open(tmp_path) as database:
            assert await answers(database)
    assert await until(lambda: nothing_left(tmp_path))


async def test_a_newcomer_while_it_stops_gets_a_server(home: Path) -> None:
    for _ in range(3):
        database = await Database.open(home)
        await database.close()
        await asyncio.sleep(TICK + 0.02)  # its guardian has seen by now that nobody is left, and stops it
    async with Database.open(home) as database:
        assert await answers(database)


async def test_what_was_written_is_there_after_a_restart(home: Path) -> None:
    async with Database.open(home) as database:
        await migrate(database, [NOTEBOOK])
        async with database.unscoped() as tx:
            await tx.execute("insert into notebook.colour values ('red')")
    async with Database.open(home) as database, database.unscoped() as tx:
        assert await tx.fetchval("select name from notebook.colour") == "red"


async def test_a_killed_postmaster_loses_no_acknowledged_write_and_is_back_soon(home: Path) -> None:
    async with Database.open(home) as database:
        await migrate(database, [NOTEBOOK])
        async with actor("write", home) as writer:
            said = [await line(writer) for _ in range(50)]
            for _ in range(2):
                os.kill(servers(home)[0], signal.SIGKILL)
                start = time.monotonic()
                said.append(await line(writer))
                assert await recovers(database, 10)
                assert time.monotonic() - start < 10
                said += [await line(writer) for _ in range(50)]
        async with database.unscoped() as tx:
            kept = {row["name"] for row in await tx.fetch("select name from notebook.colour")}
    assert len(set(said)) == 152
    assert set(said) - {""} <= kept


async def test_a_killed_writer_loses_no_acknowledged_write(home: Path) -> None:
    async with Database.open(home) as database:
        await migrate(database, [NOTEBOOK])
    async with actor("write", home) as writer:
        said = {await line(writer) for _ in range(50)}
        writer.kill()
        await writer.wait()
    async with Database.open(home) as database, database.unscoped() as tx:
        kept = {row["name"] for row in await tx.fetch("select name from notebook.colour")}
    assert said <= kept


async def test_a_killed_guardian_is_replaced(home: Path) -> None:
    async with Database.open(home) as database:
        os.kill(guardians(home)[0], signal.SIGKILL)
        assert await until(lambda: len(guardians(home)) == 1)
        assert await recovers(database, 10)
    assert await until(lambda: nothing_left(home))


LONG = ("far " * 60).strip()


async def test_a_long_path_leaves_no_link_behind(tmp_path: Path) -> None:
    home = tmp_path / ("long" * 40)

    def links() -> list[Path]:
        """Of this home, in the temporary folder."""
        found = Path(gettempdir()).glob("focus-*/sockets")
        return [path for path in found if path.is_symlink() and home in path.readlink().parents]

    async with Database.open(home):
        assert len(links()) == 1
    assert links() == []


@pytest.mark.parametrize(
    "name", ["with space", "Zoë's 'home' %20", LONG.strip()], ids=["space", "odd", "long"]
)
async def test_any_path_will_do(tmp_path: Path, name: str) -> None:
    async with Database.open(tmp_path / name) as database:
        assert await answers(database)
        connection = await asyncpg.connect(database.app_dsn)
        await connection.close()


async def test_surroundings_do_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "LANG": "xx_XX.UTF-8",
        "LC_ALL": "xx_XX.UTF-8",
        "PGHOST": "nowhere.invalid",
        "PGPORT": "1",
        "PGUSER": "nobody",
        "PGDATABASE": "none",
        "PGDATA": "/nonexistent",
        "PGPASSWORD": "wrong",
        "PGSSLMODE": "require",
        "PGOPTIONS": "-c nonsense=1",
        "TZ": "America/Lima",
    }.items():
        monkeypatch.setenv(name, value)
    async with Database.open(tmp_path) as database, database.unscoped() as tx:
        assert await tx.fetchval("show timezone") == "UTC"
        assert await tx.fetchval("select upper('é')") == "É"


@pytest.mark.parametrize(
    "text",
    ["", "garbage", f"{os.getpid()}\n/elsewhere\n1\n5432\n", "999999\n"],
    ids=["empty", "garbage", "somebody else's", "nobody's"],
)
async def test_a_stale_pid_file_fools_nobody(home: Path, text: str) -> None:
    async with Database.open(home):
        pass
    assert await until(lambda: nothing_left(home))
    (home / "postgres" / "data" / "postmaster.pid").write_text(text)
    sockets = home / "postgres" / "sockets"
    (sockets / ".s.PGSQL.5432.lock").write_text(f"{os.getppid()}\n")
    (sockets / ".s.PGSQL.5432").touch()

    async with Database.open(home) as database:
        assert await answers(database)


async def test_a_first_start_that_was_cut_off_is_done_again(tmp_path: Path) -> None:
    half = tmp_path / "postgres" / "data.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18")
    async with Database.open(tmp_path) as database:
        assert await answers(database)


async def test_data_of_another_version_are_refused_in_one_sentence(tmp_path: Path) -> None:
    data = tmp_path / "postgres" / "data"
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("17\n")
    with pytest.raises(DatabaseUnusable, match="was made by PostgreSQL 17, this is 18"):
        await Database.open(tmp_path)
    assert nothing_left(tmp_path)


async def test_lost_secrets_are_named(home: Path) -> None:
    async with Database.open(home):
        pass
    (home / "secrets" / "database.json").unlink()
    with pytest.raises(DatabaseUnusable, match=r"database\.json is missing"):
        await Database.open(home)
    assert await until(lambda: nothing_left(home))


async def test_a_server_that_cannot_start_says_why(home: Path) -> None:
    async with Database.open(home):
        pass
    assert await until(lambda: nothing_left(home))
    (home / "postgres" / "data" / "global" / "pg_control").unlink()
    with pytest.raises(DatabaseUnusable, match=r"pg_control|database system"):
        await Database.open(home)
    assert await until(lambda: nothing_left(home))


async def test_a_long_recovery_is_waited_for(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with Database.open(home):
        pass
    assert await until(lambda: nothing_left(home))
    data = home / "postgres" / "data"
    (data / "recovery.signal").touch()
    os.chown(data / "recovery.signal", data.stat().st_uid, data.stat().st_gid)
    with (data / "postgresql.auto.conf").open("a") as settings:
        settings.write("restore_command = 'sleep 2; false'\n")
    monkeypatch.setattr(embedded_module, "STARTUP", 1.5)
    start = time.monotonic()
    async with Database.open(home) as database:
        assert await answers(database)
    assert time.monotonic() - start > 2


async def test_nothing_of_it_is_open_to_others(embedded: Database) -> None:
    folder = embedded.home / "postgres"
    for closed in (folder, folder / "data", folder / "sockets"):
        assert closed.stat().st_mode & 0o077 == 0
    assert (folder / "server.log").stat().st_mode & 0o077 == 0
    async with embedded.unscoped() as tx:
        assert await tx.fetchval("show listen_addresses") == ""


async def test_its_writes_are_durable(embedded: Database) -> None:
    async with embedded.unscoped() as tx:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            assert await tx.fetchval(f"show {setting}") == "on"


async def test_a_failing_statement_leaves_no_value_in_its_log(embedded: Database) -> None:
    with pytest.raises(asyncpg.UniqueViolationError):
        async with embedded.unscoped() as tx:
            await tx.execute("insert into notebook.colour values ('Jan Peeters'), ('Jan Peeters')")
    log = (embedded.home / "postgres" / "server.log").read_text()
    assert "duplicate key" in log
    assert "Peeters" not in log


async def test_it_runs_without_root(tmp_path_factory: pytest.TempPathFactory) -> None:
    """As an unprivileged user with an interpreter that this user can reach."""
    python = Path("/usr/bin/python3")
    if os.geteuid() != 0 or not python.exists():
        pytest.skip("only root can become somebody else")
    nobody = pwd.getpwnam("nobody")
    home = Path("/tmp") / f"focus-plain-{os.getpid()}"
    home.mkdir()
    os.chown(home, nobody.pw_uid, nobody.pw_gid)
    paths = os.pathsep.join(path for path in sys.path if "site-packages" in path)
    source = str(Path(embedded_module.__file__).parents[3])
    try:
        process = subprocess.Popen(
            [python, ACTOR, "hold", home],
            env={"PYTHONPATH": f"{source}{os.pathsep}{paths}"},
            user=nobody.pw_uid,
            group=nobody.pw_gid,
            extra_groups=[],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert (await asyncio.to_thread(process.stdout.readline)).strip() == "ready"
        assert Path(f"/proc/{servers(home)[0]}").stat().st_uid == nobody.pw_uid
        process.kill()
        process.wait()
        assert await until(lambda: nothing_left(home))
    finally:
        subprocess.run(["rm", "-rf", home], check=True)


async def test_the_server_alone_can_be_had_for_other_databases(tmp_path: Path) -> None:
    server = EmbeddedServer(tmp_path)
    await asyncio.to_thread(server.ensure)
    try:
        connection = await asyncpg.connect(server.url())
        assert await connection.fetchval("select current_user::text") == "postgres"
        await connection.close()
    finally:
        server.release()
    assert await until(lambda: nothing_left(tmp_path))

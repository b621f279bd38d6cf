"""A source that is a PostgreSQL database: read-only, bounded, called off for real."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import asyncpg
import pytest

from focus.core.database import Database
from focus.modules.search.configuration.configured import ConfiguredSource
from focus.modules.search.questions import Reading
from focus.modules.search.sources.protocol import SourceFailed
from tests.search.connectors.servers import ask, source_of
from tests.support.database import temporary_database
from tests.support.waiting import until

PLATE = Reading(kind="plate", normal="1-ABC-123", facts={"plate": "1ABC123", "country": "B"}, country="B")
ROWS = """
create schema cars;
create sequence cars.counter;
create table cars.vehicle
  (plate text, make text, stolen_on date, noted_at timestamptz, extra jsonb, weight numeric);
insert into cars.vehicle values
  ('1ABC123', 'Škoda', '2026-11-04', '2026-11-05 10:00+01', '{"colour": "red"}', 1.50);
"""


@pytest.fixture(scope="module")
async def database(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Database]:
    async with temporary_database(tmp_path_factory.mktemp("sql")) as running:
        connection = await asyncpg.connect(running.url)
        await connection.execute(ROWS)
        await connection.close()
        yield running


def cars(database: Database, query: str, **changed: Any) -> ConfiguredSource:
    """A source that asks with this statement."""
    content: dict[str, Any] = {
        "name": "cars", "short": "CARS", "kind": "sql", "legal": ["art. 1"], "deadline_ms": 1_500,
        "title": {"nl": "V", "fr": "V", "de": "V", "en": "V"},
        "sql": {"dsn": "${CARS_DSN}", "connections": 2},
        "ask": [{"for": ["plate"], "query": query}],
        "map": [{"type": "vehicle", "title": "{plate}", "at": "noted_at", "identifiers": {"plate": "plate"},
                 "facts": {"make": "make",
                           "stolen_on": "stolen_on", "colour": "extra.colour", "number": "weight"}}],
    }  # fmt: skip
    return source_of(content | changed)


@pytest.fixture(autouse=True)
def dsn(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARS_DSN", database.url)


async def pending(database: Database, marker: str) -> int:
    """Statements with this marker that the server is running."""
    connection = await asyncpg.connect(database.url)
    try:
        found = await connection.fetchval(
            "select count(*) from pg_stat_activity"
            " where state = 'active' and query like $1 and pid <> pg_backend_pid()",
            f"%{marker}%",
        )
        return int(found)
    finally:
        await connection.close()


async def until_pending(database: Database, marker: str, count: int) -> None:
    async def are_pending() -> bool:
        return await pending(database, marker) == count

    await until(are_pending)


async def test_rows_become_records_with_dates_numbers_and_json(database: Database) -> None:
    source = cars(database, "select * from cars.vehicle where plate = :plate")
    (record,) = (await ask(source)).records
    assert {f.key: f.value for f in record.facts} == {
        "make": "Škoda", "stolen_on": "2026-11-04", "colour": "red", "number": "1.50",
    }  # fmt: skip
    assert record.at.isoformat() == "2026-11-05T09:00:00+00:00"
    await source.close()


async def test_no_row_is_empty(database: Database) -> None:
    source = cars(database, "select * from cars.vehicle where plate = :plate and make = 'Seat'")
    assert (await ask(source)).records == ()
    await source.close()


async def test_a_value_is_never_part_of_the_statement(database: Database) -> None:
    source = cars(database, "select * from cars.vehicle where plate = :plate")
    reading = Reading(kind="plate", normal="", facts={"plate": "x' or '1'='1"})
    assert (await ask(source, reading)).records == ()
    await source.close()


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("select pg_sleep(30), plate from cars.vehicle where plate = :plate", "timeout"),
        ("select wrong from cars.vehicle where plate = :plate", "wrong_schema"),
        ("select * from cars.gone where plate = :plate", "wrong_schema"),
        ("select 1 as one where :plate <> ''", "wrong_schema"),
        ("select 1 as one where :plate = ''", "wrong_schema"),
        ("select plate::integer from cars.vehicle where plate = :plate", "status"),
        ("select v.*, g from cars.vehicle v, generate_series(1, 5000) g where plate = :plate", "too_large"),
        (
            "with w as (delete from cars.vehicle where plate = :plate returning *) select * from w",
            "broken",
        ),
        ("select nextval('cars.counter'), plate from cars.vehicle where plate = :plate", "broken"),
    ],
)
async def test_a_fault_is_named(database: Database, query: str, reason: str) -> None:
    source = cars(database, query, deadline_ms=400)
    with pytest.raises(SourceFailed) as failed:
        await ask(source)
    assert failed.value.reason == reason
    await source.close()


async def test_door_6_one_row_of_too_many_bytes_is_not_sent(database: Database) -> None:
    query = "select plate, repeat('x', 2000000) as make from cars.vehicle where plate = :plate"
    source = cars(database, query)
    with pytest.raises(SourceFailed) as failed:
        await ask(source)
    assert failed.value.reason == "too_large"
    assert (await ask(source, Reading(kind="plate", normal="", facts={"plate": "0NON000"}))).records == ()
    await source.close()


async def test_a_wrong_password_is_a_refused_login(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARS_DSN", _as(database.url, "nobody_here", "wrong"))
    source = cars(database, "select * from cars.vehicle where plate = :plate")
    with pytest.raises(SourceFailed) as failed:
        await ask(source)
    assert failed.value.reason == "refused_login"
    await source.close()


def _as(url: str, user: str, password: str) -> str:
    parts = urlsplit(url)
    query = [(k, v) for k, v in parse_qsl(parts.query) if k not in ("user", "password")]
    query += [("user", user), ("password", password)]
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=host, query=urlencode(query)))


async def test_nobody_there_is_unreachable(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARS_DSN", "postgresql://x:y@127.0.0.1:9/none")
    source = cars(database, "select * from cars.vehicle where plate = :plate")
    with pytest.raises(SourceFailed) as failed:
        await ask(source)
    assert failed.value.reason == "unreachable"
    await source.close()


async def test_called_off_the_statement_ends_on_the_server(database: Database) -> None:
    source = cars(
        database, "select pg_sleep(20), 'called-off' as plate where :plate <> ''", deadline_ms=20_000
    )
    asking = asyncio.create_task(ask(source, within=30))
    await until_pending(database, "called-off", 1)
    began = time.monotonic()
    asking.cancel()
    await asyncio.wait([asking])
    assert time.monotonic() - began < 0.1
    await until_pending(database, "called-off", 0)
    await source.close()


async def test_a_late_statement_ends_on_the_server(database: Database) -> None:
    source = cars(database, "select pg_sleep(20), 'too-late' as plate where :plate <> ''", deadline_ms=20_000)
    with pytest.raises(SourceFailed, match="timeout"):
        await ask(source, within=0.2)
    await until_pending(database, "too-late", 0)
    await source.close()


async def test_a_connection_that_died_while_waiting_is_replaced(database: Database) -> None:
    source = cars(database, "select * from cars.vehicle where plate = :plate")
    await ask(source)
    connection = await asyncpg.connect(database.url)
    await connection.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
        " where application_name = 'focus' and pid <> pg_backend_pid() and query like '%cars.vehicle%'"
    )
    await connection.close()
    assert len((await ask(source)).records) == 1
    await source.close()


async def test_more_questions_than_connections_wait_their_turn(database: Database) -> None:
    source = cars(database, "select v.*, pg_sleep(0.05)::text from cars.vehicle v where plate = :plate")
    answers = await asyncio.gather(*[ask(source) for _ in range(9)])
    assert [len(answer.records) for answer in answers] == [1] * 9
    await source.close()


async def test_nothing_can_be_written(database: Database) -> None:
    source = cars(database, "select setval('cars.counter', 9)::text as plate where :plate <> ''")
    connection = await asyncpg.connect(database.url)
    with pytest.raises(SourceFailed, match="ReadOnlySQLTransactionError"):
        await ask(source)
    assert await connection.fetchval("select last_value from cars.counter") == 1
    await connection.close()
    await source.close()


async def test_text_in_another_character_set_than_it_says_is_named(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = await asyncpg.connect(database.url)
    await connection.execute("create database latin encoding 'SQL_ASCII' locale 'C' template template0")
    latin = urlunsplit(urlsplit(database.url)._replace(path="/latin"))
    inside = await asyncpg.connect(latin)
    await inside.execute(r"create table car as select E'Citro\xebn' as make, '1ABC123' as plate")
    await inside.close()
    monkeypatch.setenv("CARS_DSN", latin)
    source = cars(database, "select * from car where plate = :plate")
    with pytest.raises(SourceFailed) as failed:
        await ask(source)
    assert failed.value.reason == "charset"
    await source.close()
    await connection.execute("drop database latin with (force)")
    await connection.close()

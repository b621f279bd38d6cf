"""The second wall alone: what is left when no transaction has a scope, and each table by itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import asyncpg
import msgspec
import pytest

from focus.core.database import Database, Transaction
from focus.core.database.reading import Reading
from focus.core.database.transaction import TransactionContext
from focus.core.gate import Call, Lines, Principal
from focus.core.registry import Action, Route, View
from tests.matrices.filling import fill, octets
from tests.matrices.foreign import UUIDS, Owned, _own, word_of
from tests.matrices.holdings import Table
from tests.matrices.house import House
from tests.matrices.targets import Target


@contextmanager
def no_scope() -> Iterator[None]:
    """The first wall is down: whoever asks for a transaction in a scope gets one without."""

    def transaction(database: Database, organisation: UUID, *, readonly: bool = False) -> TransactionContext:
        return TransactionContext(database._pool, None, readonly=readonly)

    def reading(database: Database, organisation: UUID) -> Reading:
        found = Reading(database._pool, organisation)
        found._scope = b""
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Database, "transaction", transaction)
        patch.setattr(Database, "reading", reading)
        yield


async def shown_without_scope(
    house: House, who: Principal, target: Target, mine: Owned, secrets: frozenset[str]
) -> tuple[str, list[str]]:
    """(how it ended, what it showed of any organisation's rows) of a door while the first wall is down."""
    path, content = fill(target, pick=_own(mine), word=word_of(who.organisation_id))
    try:
        with no_scope():
            answer = await _behind(house, who, target, path, content)
    except asyncpg.InsufficientPrivilegeError:
        return "no scope", []
    except Exception as failure:
        return type(failure).__name__, []
    shown = sorted(found for found in UUIDS.findall(answer) if found in secrets)
    words = [word for word in ("Merkteken",) if word in answer]
    return "answered", [f"{target} shows {one} without any scope" for one in [*shown[:3], *words]]


async def _behind(house: House, who: Principal, target: Target, path: str, content: Any) -> str:
    """What stands behind a door, called without the door; the answer as text."""
    platform, declared = house.station.platform, target.declared
    if isinstance(declared, Route):
        _, body = octets(target, content)
        call = Call(
            platform=platform,
            method=target.method,
            path=path,
            parameters=dict(zip(target.in_path, _ids(path), strict=True)),
            query={},
            headers={},
            raw=body,
            body=msgspec.json.decode(body, type=declared.body) if declared.body else None,
            client="127.0.0.1",
            principal=who,
        )
        return await _text(await declared.serve(call))
    assert isinstance(declared, Action | View)
    parameters = msgspec.convert(content, declared.parameters, strict=False)
    if isinstance(declared, Action):
        return (await platform.gate.act(who, target.module, declared, parameters)).decode()
    return await _text(await platform.gate.read(who, target.module, declared, parameters))


def _ids(path: str) -> list[UUID]:
    return [UUID(found) for found in UUIDS.findall(path)]


async def _text(answer: Any) -> str:
    if isinstance(answer, Lines):
        return " ".join([str(msgspec.to_builtins(line)) async for line in answer.items])
    return msgspec.json.encode(answer).decode("utf-8", "replace")


Attempt = Callable[[Transaction, Table], Awaitable[Any]]


async def leaks_of(database: Database, table: Table, *, mine: UUID, theirs: UUID) -> list[str]:
    """What the platform's role may do to a table without a scope, or to `theirs` in the scope of `mine`."""
    faults = []
    for scope in (None, mine):
        for verb, attempt in _attempts(theirs).items():
            outcome = await _outcome(database, scope, table, attempt)
            if outcome:
                where = "in a foreign scope" if scope else "without a scope"
                faults.append(f"{table}: {verb} {where}: {outcome}")
    return faults


async def _outcome(database: Database, scope: UUID | None, table: Table, attempt: Attempt) -> str:
    """Nothing when no row was seen or touched, or PostgreSQL refused for want of a privilege."""
    opened = database.unscoped() if scope is None else database.transaction(scope)
    try:
        async with opened as tx:
            touched = await attempt(tx, table)
            raise _Undo  # noqa: TRY301
    except asyncpg.InsufficientPrivilegeError:
        return ""
    except _Undo:
        return f"{touched} rows" if touched else ""
    except asyncpg.PostgresError as other:
        return f"got as far as {type(other).__name__}"


class _Undo(Exception):
    """Roll back whatever was done."""


def _attempts(theirs: UUID) -> dict[str, Attempt]:
    async def select(tx: Transaction, table: Table) -> Any:
        return await tx.fetchval(f"select count(*) from {table} where organisation_id = $1", theirs)

    async def insert(tx: Transaction, table: Table) -> Any:
        return _rows(await tx.execute(f"insert into {table} (organisation_id) values ($1)", theirs))

    async def update(tx: Transaction, table: Table) -> Any:
        sql = f"update {table} set organisation_id = organisation_id where organisation_id = $1"
        return _rows(await tx.execute(sql, theirs))

    async def delete(tx: Transaction, table: Table) -> Any:
        return _rows(await tx.execute(f"delete from {table} where organisation_id = $1", theirs))

    async def give_away(tx: Transaction, table: Table) -> Any:
        return _rows(await tx.execute(f"update {table} set organisation_id = $1", theirs))

    return {
        "select": select,
        "insert": insert,
        "update": update,
        "delete": delete,
        "giving rows away": give_away,
    }


def _rows(tag: str) -> int:
    return int(tag.rsplit(maxsplit=1)[-1])

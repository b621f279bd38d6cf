"""Units, wards and functions of the organisation in scope."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from focus.core import clock
from focus.core.errors import NotFound
from focus.core.ids import new_id
from focus.core.organisations import rules
from focus.core.organisations.areas import covers, read_area, size
from focus.core.organisations.errors import AlreadyClosed, UnitInUse, UnitUnknown
from focus.core.organisations.records import Function, Unit, UnitKind, Ward
from focus.core.organisations.store.rows import json, record, understood

if TYPE_CHECKING:
    from focus.core.database import Transaction

_UNIT = "id, code, kind, names::text as names, parent_id, valid_from, valid_to"
_WARD = """w.id, w.code, w.names::text as names, w.area::text as area, w.valid_from, w.valid_to,
  array(select o.post_id from organisations.post_ward o
        join organisations.post p on p.organisation_id = o.organisation_id and p.id = o.post_id
        where o.organisation_id = w.organisation_id and o.ward_id = w.id
          and p.starts_at <= $1 and (p.ends_at is null or p.ends_at > $1) order by 1) as officers"""
_OPEN = "valid_from <= $1 and (valid_to is null or valid_to >= $1)"


async def units(tx: Transaction, *, on: date | None = None) -> list[Unit]:
    """Units by code: those in force on a day, or all there ever were."""
    where = f"where {_OPEN}" if on else ""
    query = f"select {_UNIT} from organisations.unit {where} order by code, valid_from"  # noqa: S608
    return [record(Unit, row) for row in await tx.fetch(query, *([on] if on else []))]


async def add_unit(
    tx: Transaction,
    *,
    code: str,
    names: Mapping[str, str],
    kind: UnitKind,
    parent: UUID | None,
    valid_from: date,
    valid_to: date | None = None,
    id: UUID | None = None,  # noqa: A002
) -> UUID:
    """Add a unit under another one, or at the top."""
    rules.in_order(valid_from, valid_to)
    unit = id or new_id()
    with understood():
        await tx.execute(
            """insert into organisations.unit
                 (organisation_id, id, code, kind, names, parent_id, valid_from, valid_to)
               values (focus.must_scope(), $1, $2, $3, $4::text::jsonb, $5, $6, $7)""",
            unit, rules.unit_code(code), kind, json(rules.names(names)), parent, valid_from, valid_to,
        )  # fmt: skip
    return unit


async def change_unit(
    tx: Transaction, unit: UUID, *, code: str, names: Mapping[str, str], kind: UnitKind, parent: UUID | None
) -> None:
    """Rename or move a unit; a unit never comes to stand under itself, also when two people move at once."""
    await tx.execute(
        "select pg_advisory_xact_lock(hashtext('organisations.unit'), hashtext($1))", str(tx.organisation)
    )
    parents = {
        row["id"]: row["parent_id"] for row in await tx.fetch("select id, parent_id from organisations.unit")
    }
    if unit not in parents:
        raise NotFound
    if parent is not None and parent not in parents:
        raise UnitUnknown
    rules.no_cycle(unit, parent, parents)
    with understood():
        await tx.execute(
            """update organisations.unit set code = $2, names = $3::text::jsonb, kind = $4, parent_id = $5
               where id = $1""",
            unit, rules.unit_code(code), json(rules.names(names)), kind, parent,
        )  # fmt: skip


async def close_unit(tx: Transaction, unit: UUID, *, last_day: date) -> None:
    """End a unit; refused while units under it or posts in it last longer."""
    used = await tx.fetchval(
        """select exists (select from organisations.unit
                          where parent_id = $1 and (valid_to is null or valid_to > $2))
           or exists (select from organisations.post_unit u
                      join organisations.post p on p.organisation_id = u.organisation_id and p.id = u.post_id
                      where u.unit_id = $1 and (p.ends_at is null or p.ends_at > $3))""",
        unit, last_day, rules.end_of(last_day),
    )  # fmt: skip
    if used:
        raise UnitInUse
    await _close(tx, "unit", unit, last_day)


async def _close(tx: Transaction, table: str, id: UUID, last_day: date) -> None:  # noqa: A002
    valid_from = await tx.fetchval(f"select valid_from from organisations.{table} where id = $1", id)  # noqa: S608
    if valid_from is None:
        raise NotFound
    rules.in_order(valid_from, last_day)
    done = await tx.fetchval(
        f"""update organisations.{table} set valid_to = $2
            where id = $1 and (valid_to is null or valid_to > $2) returning true""",  # noqa: S608
        id, last_day,
    )  # fmt: skip
    if not done:
        raise AlreadyClosed


async def wards(tx: Transaction, *, on: date | None = None) -> list[Ward]:
    """Wards by code with the posts that hold them now."""
    where = "where w.valid_from <= $2 and (w.valid_to is null or w.valid_to >= $2)" if on else ""
    query = f"select {_WARD} from organisations.ward w {where} order by w.code, w.valid_from"  # noqa: S608
    return [record(Ward, row) for row in await tx.fetch(query, clock.now(), *([on] if on else []))]


async def wards_at(tx: Transaction, *, longitude: float, latitude: float, on: date) -> list[Ward]:
    """Wards in force on a day that contain a point, edges included; the smallest first."""
    rows = await tx.fetch(
        f"""select {_WARD} from organisations.ward w
            where w.west <= $2 and $2 <= w.east and w.south <= $3 and $3 <= w.north
              and w.valid_from <= $4 and (w.valid_to is null or w.valid_to >= $4)""",  # noqa: S608
        clock.now(), longitude, latitude, on,
    )  # fmt: skip
    found = [ward for ward in (record(Ward, row) for row in rows) if covers(ward.area, longitude, latitude)]
    return sorted(found, key=lambda ward: (size(ward.area), ward.code))


async def add_ward(
    tx: Transaction,
    *,
    code: str,
    names: Mapping[str, str],
    area: Mapping[str, Any],
    valid_from: date,
    id: UUID | None = None,  # noqa: A002
) -> UUID:
    """Add a ward; raises `AreaInvalid` for what is not a polygon on the earth."""
    ward, (clean, bounds) = id or new_id(), read_area(area)
    with understood():
        await tx.execute(
            """insert into organisations.ward
                 (organisation_id, id, code, names, area, west, south, east, north, valid_from)
               values (focus.must_scope(), $1, $2, $3::text::jsonb, $4::text::jsonb, $5, $6, $7, $8, $9)""",
            ward, rules.unit_code(code), json(rules.names(names)), json(clean), *bounds, valid_from,
        )  # fmt: skip
    return ward


async def change_ward(
    tx: Transaction, ward: UUID, *, code: str, names: Mapping[str, str], area: Mapping[str, Any]
) -> None:
    """Rename a ward or draw it anew."""
    clean, bounds = read_area(area)
    with understood():
        done = await tx.fetchval(
            """update organisations.ward set code = $2, names = $3::text::jsonb, area = $4::text::jsonb,
                 west = $5, south = $6, east = $7, north = $8 where id = $1 returning true""",
            ward, rules.unit_code(code), json(rules.names(names)), json(clean), *bounds,
        )  # fmt: skip
    if not done:
        raise NotFound


async def close_ward(tx: Transaction, ward: UUID, *, last_day: date) -> None:
    """End a ward."""
    await _close(tx, "ward", ward, last_day)


async def functions(tx: Transaction) -> list[Function]:
    """Functions with what they permit now."""
    rows = await tx.fetch(
        """select f.code, f.names::text as names, f.active,
             coalesce((select r.permissions from organisations.function_rights r
                       where r.organisation_id = f.organisation_id and r.function_code = f.code
                         and r.since <= $1 order by r.since desc limit 1), '{}') as permissions
           from organisations.function f order by f.position, f.code""",
        clock.now(),
    )
    return [record(Function, row) for row in rows]


async def add_function(
    tx: Transaction, *, code: str, names: Mapping[str, str], permissions: Collection[str]
) -> str:
    """Add a function; the permissions must have been checked."""
    clean = rules.function_code(code)
    with understood():
        await tx.execute(
            """insert into organisations.function (organisation_id, code, names)
               values (focus.must_scope(), $1, $2::text::jsonb)""",
            clean, json(rules.names(names)),
        )  # fmt: skip
    await _permit(tx, clean, permissions)
    return clean


async def change_function(
    tx: Transaction, code: str, *, names: Mapping[str, str], permissions: Collection[str], active: bool
) -> None:
    """Change a function from now on; what it permitted before stays known."""
    done = await tx.fetchval(
        """update organisations.function set names = $2::text::jsonb, active = $3
           where code = $1 returning true""",
        code, json(rules.names(names)), active,
    )  # fmt: skip
    if not done:
        raise NotFound
    await _permit(tx, code, permissions)


async def _permit(tx: Transaction, code: str, permissions: Collection[str]) -> None:
    await tx.execute(
        """insert into organisations.function_rights (organisation_id, function_code, since, permissions)
           values (focus.must_scope(), $1, $2, $3)
           on conflict (organisation_id, function_code, since)
             do update set permissions = excluded.permissions""",
        code, clock.now(), sorted(set(permissions)),
    )  # fmt: skip

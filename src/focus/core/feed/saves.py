"""What one transaction changes of the records that phones hold; written once, at its end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

import msgspec

from focus.core.feed.problems import RecordStale

if TYPE_CHECKING:
    from focus.core.bus import Bus
    from focus.core.database import Transaction
    from focus.core.registry import Synced

TOPIC: Final = "feed"
"""Wake-ups whose key is `<organisation> <bucket>`: something in this bucket changed."""

_encode = msgspec.json.Encoder().encode
_HOLD = """
select id, version, buckets from feed.record
where organisation_id = (select focus.must_scope()) and type = $1 and id = any($2) order by id for update
"""
_PUT = "select type, id, version from feed.put($1, $2, $3, $4, $5, $6)"

Key = tuple[str, UUID]


class Held(NamedTuple):
    """A record as this transaction found it; nobody else changes it before the end."""

    version: int
    buckets: frozenset[str]


NOT_THERE: Final = Held(0, frozenset())


@dataclass(slots=True)
class Saves:
    """Hold, change, save; `write` at the end of the transaction. One record is written once."""

    tx: Transaction
    _held: dict[Key, Held] = field(default_factory=dict)
    _bodies: dict[Key, tuple[bytes | None, frozenset[str]]] = field(default_factory=dict)

    async def hold(self, kind: Synced, *ids: UUID) -> dict[UUID, int]:
        """Lock these records until the end; their versions. Those that do not exist are left out.

        Hold a record before a module's own rows of it are read or changed: the order keeps two writers
        from waiting for each other, and `write` from going over what another has done. What did not exist
        when it was first held is new to this transaction, whoever makes it meanwhile.
        """
        asked = [one for one in sorted(ids) if (kind.name, one) not in self._held]
        for row in await self.tx.fetch(_HOLD, kind.name, asked) if asked else ():
            self._held[kind.name, row["id"]] = Held(row["version"], frozenset(row["buckets"]))
        held = {one: self._held.setdefault((kind.name, one), NOT_THERE).version for one in ids}
        return {one: version for one, version in held.items() if version}

    def save(self, kind: Synced, record: Any) -> None:
        """The record as phones are to have it, a new one or one that was held."""
        buckets = frozenset(kind.buckets(record))
        if any(" " in bucket for bucket in buckets):
            raise ValueError("the name of a bucket has no blanks")
        self._bodies[kind.name, record.id] = (_encode(record), buckets)

    def gone(self, kind: Synced, id: UUID) -> None:  # noqa: A002
        """No phone keeps it; the version stays, so that it may come again."""
        self._bodies[kind.name, id] = (None, frozenset())

    async def write(self, bus: Bus | None = None) -> dict[str, int]:
        """Write what was saved: `type/id` → version. Wakes phones after the commit. Raises RecordStale."""
        if not self._bodies:
            return {}
        keys = sorted(self._bodies)
        held = [self._held.get(key, NOT_THERE) for key in keys]
        bodies = [self._bodies[key] for key in keys]
        touched = [was.buckets | now for was, (_, now) in zip(held, bodies, strict=True)]
        rows = await self.tx.fetch(
            _PUT,
            [type_ for type_, _ in keys],
            [id_ for _, id_ in keys],
            [body for body, _ in bodies],
            [was.version for was in held],
            [_joined(now) for _, now in bodies],
            [_joined(both) for both in touched],
        )
        if len(rows) != len(keys):
            raise RecordStale
        self._bodies.clear()
        for key, (_, now), row in zip(keys, bodies, sorted(rows, key=_place), strict=True):
            self._held[key] = Held(row["version"], now)
        self._wake(bus, touched)
        return {f"{row['type']}/{row['id']}": row["version"] for row in rows}

    def _wake(self, bus: Bus | None, touched: Iterable[frozenset[str]]) -> None:
        organisation, buckets = self.tx.organisation, frozenset[str]().union(*touched)
        if bus is None:
            return

        def publish() -> None:
            for bucket in buckets:
                bus.publish(TOPIC, f"{organisation} {bucket}")

        self.tx.after_commit(publish)


async def current(tx: Transaction, kind: Synced, id: UUID) -> tuple[int, Any] | None:  # noqa: A002
    """A record's version and itself as phones have it; None where there is none or it is gone."""
    row = await tx.fetchrow(
        """select version, body from feed.record
           where organisation_id = (select focus.must_scope()) and type = $1 and id = $2
             and body is not null""",
        kind.name,
        id,
    )
    return (row["version"], msgspec.json.decode(row["body"], type=kind.record)) if row else None


def _joined(buckets: Iterable[str]) -> str:
    return " ".join(sorted(buckets))


def _place(row: Any) -> Key:
    return (row["type"], row["id"])

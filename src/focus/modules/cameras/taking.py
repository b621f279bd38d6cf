"""A message that was read is taken in: the passage, the hit with its picture, and who is woken."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID, uuid5

from focus.core.ids import new_id
from focus.core.log import LogEvent
from focus.modules.cameras import store, waking
from focus.modules.cameras.kinds import SHOWN
from focus.modules.cameras.message import Message, Unreadable
from focus.modules.cameras.records import Hit, Passage
from focus.modules.cameras.store import Row

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.feed import Saves
    from focus.core.gate import Platform

TAKEN: Final = "cameras.HitTold"


class Arrived(NamedTuple):
    """A message as it came."""

    feed: UUID
    signed: str
    """The id of the delivery, which its signature covers."""
    octets: bytes
    at: datetime


class Taken(NamedTuple):
    """What became of a message."""

    outcome: str
    """applied or duplicate."""
    id: UUID


async def take(platform: Platform, saves: Saves, arrived: Arrived, message: Message) -> Taken:
    """Take in one message within the organisation's transaction, with its log entry; the caller writes
    `saves`. What merely passed has no entry in the log: its row is what is kept of it.

    Raises Unreadable for an id under which something else was taken in.
    """
    tx, organisation = saves.tx, saves.tx.organisation
    assert organisation is not None
    made = uuid5(organisation, f"camera/{arrived.feed}/{message.id}")
    added = await store.add(
        tx, _passage(made, message), feed=arrived.feed, message_id=message.id, told_at=arrived.at
    )
    hit = _hit(made, message)
    if not added:
        await _check_same(tx, _passage(made, message), hit)
        return Taken("duplicate", made)
    if hit is not None:
        await _take_hit(platform, saves, arrived, message, hit)
    await heal(tx, arrived.feed, message.id)
    return Taken("applied", made)


async def _check_same(tx: Transaction, passage: Passage, hit: Hit | None) -> None:
    """A camera system that tells something else under an old id is not passed over: it may be a hit."""
    known = await store.told(tx, passage.id)
    if known != (passage, hit and (hit.list, hit.reason, hit.instruction)):
        raise Unreadable("id_used", "/id")


async def _take_hit(platform: Platform, saves: Saves, arrived: Arrived, message: Message, hit: Hit) -> None:
    fresh = arrived.at - hit.seen_at < SHOWN
    await store.held(saves, hit.id)
    await waking.wake(platform, saves.tx, hit, arrived.at)
    await store.put(saves, Row(hit=hit, message_id=message.id, told_at=arrived.at, on_phones=fresh))
    if message.picture:
        await store.add_picture(saves.tx, hit.id, message.picture)
    what = {"feed": str(arrived.feed), "hit": str(hit.id), "list": hit.list}
    assert saves.tx.organisation is not None
    entry = LogEvent(organisation_id=saves.tx.organisation, kind=TAKEN, what=what)
    await platform.log.append(saves.tx, entry)


def _passage(id: UUID, message: Message) -> Passage:  # noqa: A002
    return Passage(
        id=id,
        plate=message.plate,
        country=message.country,
        seen_at=message.seen_at,
        camera=message.camera,
        direction=message.direction,
        make=message.make,
        colour=message.colour,
        listed=message.hit is not None,
    )


def _hit(id: UUID, message: Message) -> Hit | None:  # noqa: A002
    listed = message.hit
    if listed is None:
        return None
    return Hit(
        id=id,
        plate=message.plate,
        country=message.country,
        seen_at=message.seen_at,
        camera=message.camera,
        direction=message.direction,
        lane=message.lane,
        make=message.make,
        colour=message.colour,
        confidence=message.confidence,
        picture=bool(message.picture),
        list=listed.list.code,
        list_name=listed.list.name,
        owner=listed.list.owner,
        reason=listed.reason,
        listed_since=listed.since,
        instruction=listed.instruction,
        contact=listed.contact,
    )


async def keep(tx: Transaction, arrived: Arrived, why: Unreadable) -> UUID:
    """Put a message into quarantine as it came; its id here. The same octets are there once."""
    kept: UUID = await tx.fetchval(
        """insert into cameras.message (organisation_id, id, feed_id, message_id, received_at, outcome,
             code, path, digest, octets)
           values (focus.must_scope(), $1, $2, $3, $4, 'quarantined', $5, $6, $7, $8)
           on conflict (organisation_id, feed_id, digest) where outcome = 'quarantined'
             do update set received_at = excluded.received_at
           returning id""",
        new_id(), arrived.feed, arrived.signed, arrived.at, why.code, why.path,
        hashlib.sha256(arrived.octets).digest(), arrived.octets,
    )  # fmt: skip
    return kept


async def heal(tx: Transaction, feed: UUID, message_id: str) -> None:
    """What stood in quarantine under this id has come rightly since."""
    await tx.execute(
        """update cameras.message set outcome = 'healed'
           where feed_id = $1 and outcome = 'quarantined' and message_id = $2""",
        feed,
        message_id,
    )

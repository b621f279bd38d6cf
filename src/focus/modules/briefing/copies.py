"""An item that another organisation shares, as it arrives: an offer, and a copy once it was accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.feed import Saves
from focus.core.log import LogEvent
from focus.modules.briefing import phones, store
from focus.modules.briefing.audience import meant_by
from focus.modules.briefing.kinds import ITEM
from focus.modules.briefing.records import Audience, Draft

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform

NOBODY: Final = Audience()
"""Whom an item is for is each organisation's own affair, and is not told."""


class Sender(NamedTuple):
    """The organisation that shares."""

    organisation: UUID
    name: str


class Parcel(NamedTuple):
    """An item as it stands where it comes from."""

    share: UUID
    sender: Sender
    item: UUID
    number: str
    version: int
    content: Draft
    minor: bool
    """All that was changed since the last that arrived is minor."""
    explained: str
    ended: str
    """`recalled`, `expired`, or empty."""
    why: str


async def take(platform: Platform, tx: Transaction, parcel: Parcel) -> None:
    """Note an offer as it now stands, and bring its copy up to date. Taken twice, it changes nothing more."""
    row = await tx.fetchrow("select * from briefing.share where id = $1 for update", parcel.share)
    if row is not None and (row["state"] == "declined" or row["version"] > parcel.version):
        return
    saves = Saves(tx)
    if row is not None and row["copy_id"] is not None:
        await _bring_up_to_date(saves, row, parcel)
    await _note(tx, parcel)
    if row is None:
        await _log(platform, tx, "briefing.OfferArrived", parcel)
    elif row["version"] < parcel.version or row["ended"] != parcel.ended:
        await _log(platform, tx, "briefing.OfferChanged", parcel)
    await saves.write(platform.bus)


async def _bring_up_to_date(saves: Saves, share: Any, parcel: Parcel) -> None:
    copy = share["copy_id"]
    await saves.hold(ITEM, copy)
    row = await store.held(saves.tx, copy)
    if row is None or row["state"] != "published":
        return
    now = clock.now()
    if parcel.ended:
        await phones.end(saves, copy, state=parcel.ended, why=parcel.why, at=now)
    elif share["version"] < parcel.version:
        before = store.content_of(row)
        after = msgspec.structs.replace(parcel.content, audience=before.audience)
        await store.change_item(
            saves.tx,
            row,
            content=after,
            at=now,
            person=None,
            fields=store.changed_fields(before, after),
            minor=parcel.minor,
            why=parcel.explained,
            meant_for=len(await meant_by(saves.tx, after.audience, now)),
        )
        await phones.show(saves, copy)


async def _note(tx: Transaction, parcel: Parcel) -> None:
    await tx.execute(
        """insert into briefing.share as share (organisation_id, id, direction, other_id, other_name, item_id,
             state, at, version, ended, why, number, content)
           values (focus.must_scope(), $1, 'in', $2, $3, $4, 'offered', $5, $6, $7, $8, $9, $10::text::jsonb)
           on conflict (organisation_id, id) do update set version = excluded.version,
             ended = greatest(share.ended, excluded.ended),
             why = greatest(share.why, excluded.why), content = excluded.content""",
        parcel.share,
        parcel.sender.organisation,
        parcel.sender.name,
        parcel.item,
        clock.now(),
        parcel.version,
        parcel.ended,
        parcel.why,
        parcel.number,
        store.to_json(parcel.content),
    )


async def _log(platform: Platform, tx: Transaction, kind: str, parcel: Parcel) -> None:
    assert tx.organisation is not None
    what = {
        "offer": str(parcel.share),
        "from": str(parcel.sender.organisation),
        "version": parcel.version,
        "ended": parcel.ended,
    }
    await platform.log.append(tx, LogEvent(organisation_id=tx.organisation, kind=kind, what=what))

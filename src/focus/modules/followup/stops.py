"""A stop: who was held, where, when, on what ground, for which purpose, after which lookup."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from focus.core import clock
from focus.core.gate import Actor, Event, action
from focus.core.ids import new_id
from focus.core.log import Issuer
from focus.core.organisations.public import settings_of
from focus.modules.followup import store
from focus.modules.followup.grounds import GroundShown, grounds_in
from focus.modules.followup.problems import (
    GroundUnexplained,
    GroundUnknown,
    MomentImpossible,
    NobodyStopped,
)
from focus.modules.followup.records import Description, Place, Records, Spot
from focus.modules.followup.settings import FollowupSettings
from focus.modules.search.public import SKEW, PurposeGiven, resolved_later

OLDEST = timedelta(hours=72)
"""So long after it a stop may be registered."""
WAITED = timedelta(minutes=1)
"""What was done longer ago was done without network."""


class StopRecorded(Event, frozen=True):
    """Somebody was stopped. Descriptions and places stand in the row, which is erased; not in the log."""

    stop: UUID
    at: datetime
    ground: str
    lookup: UUID | None
    records: int
    """How many of a card; their keys stand in the row."""
    described: bool
    placed: bool
    purpose: str
    basis: str
    reference: str | None
    issuer: Issuer | None


@action(needs="followup.stop", offline=True)
async def record_stop(
    actor: Actor,
    *,
    ground: str,
    records: Records = (),
    described: Description = "",
    lookup: UUID | None = None,
    at: datetime | None = None,
    place: Place = "",
    spot: Spot | None = None,
    why: Description = "",
    purpose: PurposeGiven | None = None,
    task: UUID | None = None,
) -> StopRecorded:
    """Register a stop with its ground. `records`: keys of the records on the card of the person stopped.

    Without `purpose` that of the task; sent later from a device that was without network, `at` says when.
    """
    settings = await settings_of(actor.tx, "followup", FollowupSettings)
    chosen = known_ground(ground, grounds_in(actor, settings), why)
    if not records and not described.strip():
        raise NobodyStopped
    moment = _moment(at, actor.at)
    later = at is not None or actor.at < clock.now() - WAITED
    stamp = await resolved_later(actor, purpose=purpose, task=task, later=later)
    draft = store.Draft(
        id=new_id(),
        at=moment,
        ground=ground,
        basis=chosen.basis,
        lookup=lookup,
        records=records,
        described=in_words(described),
        place=in_words(place),
        spot=spot,
        why=in_words(why),
    )
    actor.purpose = stamp
    await store.keep(actor.tx, actor.principal, draft, stamp)
    return StopRecorded(
        stop=draft.id,
        at=moment,
        ground=ground,
        lookup=lookup,
        records=len(records),
        described=bool(draft.described),
        placed=bool(spot or draft.place),
        purpose=stamp.code,
        basis=stamp.basis,
        reference=stamp.reference,
        issuer=stamp.issuer,
    )


def known_ground(ground: str, known: tuple[GroundShown, ...], why: str) -> GroundShown:
    """The ground of this code; raises when there is none, or when it needs words that are missing."""
    found = next((one for one in known if one.code == ground), None)
    if found is None:
        raise GroundUnknown
    if found.explain and not is_explained(why):
        raise GroundUnexplained
    return found


def is_explained(text: str) -> bool:
    """Whether it says anything."""
    return sum(sign.isalnum() for sign in text) >= 3


def in_words(text: str) -> str:
    """Without the blanks around and between."""
    return " ".join(text.split())


def _moment(at: datetime | None, registered: datetime) -> datetime:
    if at is None:
        return registered
    if at.tzinfo is None or not registered - OLDEST <= at <= registered + SKEW:
        raise MomentImpossible
    return min(at, registered)

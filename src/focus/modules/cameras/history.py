"""Looking back at what cameras saw: under a purpose, in the log; after a month for judicial police only."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Final

import msgspec

from focus.core import clock
from focus.core.errors import Problem
from focus.core.gate import Actor, view
from focus.core.ids import new_id
from focus.core.log import LogEvent, PurposeStamp
from focus.core.organisations.public import settings_of
from focus.core.purposes.public import purpose_of, references_of, resolve_purpose
from focus.modules.cameras import month
from focus.modules.cameras.message import plate_key
from focus.modules.cameras.problems import MonthOver, NothingAsked, PurposeNotForCameras
from focus.modules.cameras.records import Id, Passage
from focus.modules.cameras.settings import CamerasSettings

MOST: Final = 200
Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Part = Annotated[str, msgspec.Meta(max_length=200)]

_SEEN: Final = """
select content::text as content from cameras.passage
where ($1 = '' or plate = $1) and ($2 = '' or camera = $2) and seen_at >= $3 and seen_at < $4
order by seen_at desc, id limit $5
"""


@view(needs="cameras.history", private=True)
async def history(
    actor: Actor,
    *,
    plate: Part = "",
    camera: Part = "",
    since: Moment,
    until: Moment,
    purpose: Id | None = None,
    reference: Part | None = None,
    reason: Part | None = None,
) -> list[Passage]:
    """What cameras saw of a plate, or at a camera, from `since` until `until`; the newest first, at most 200.

    Without a purpose, the active task's. Raises NothingAsked, MonthOver, PurposeNotForCameras, and what is
    refused about purposes.
    """
    key = plate_key(plate)
    if not (key or camera) or until <= since:
        raise NothingAsked
    asked = {"plate": key, "camera": camera, "since": since.isoformat(), "until": until.isoformat()}
    references = references_of(actor.platform)
    stamp = await resolve_purpose(
        actor.tx, actor.principal, references, code=purpose, reference=reference, reason=reason
    )
    actor.purpose = stamp
    refusal = await _refusal(actor, stamp, since)
    if refusal is not None:
        await _log_refusal(actor, stamp, asked, refusal)
        raise refusal
    actor.log_extra(**asked)
    rows = await actor.tx.fetch(_SEEN, key, camera, since, until, MOST)
    return [msgspec.json.decode(row["content"], type=Passage) for row in rows]


async def _refusal(actor: Actor, stamp: PurposeStamp, since: datetime) -> Problem | None:
    """Why this purpose may not look so far back, or at cameras at all."""
    chosen = await purpose_of(actor.tx, stamp.code)
    if chosen is None or not chosen.opens_data("cameras"):
        return PurposeNotForCameras()
    settings = await settings_of(actor.tx, "cameras", CamerasSettings)
    judicial = stamp.code in settings.judicial_purposes
    if not month.allowed(since, clock.now(), judicial=judicial):
        return MonthOver(params={"days": month.MONTH.days})
    return None


async def _log_refusal(actor: Actor, stamp: PurposeStamp, asked: dict[str, str], why: Problem) -> None:
    who = actor.principal
    await actor.platform.log.commit_now(
        LogEvent(
            id=new_id(),
            organisation_id=who.organisation_id,
            kind="cameras.HistoryRefused",
            person_id=who.person_id,
            post_id=who.post_id,
            session_id=who.session_id,
            device_id=who.device_id,
            purpose=stamp,
            what={**asked, "reason": why.code},
        )
    )

"""A stop put right or withdrawn by who registered it: nothing is lost, and it says why."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from focus.core.gate import Actor, Event, action
from focus.core.organisations.public import settings_of
from focus.modules.followup import store
from focus.modules.followup.grounds import grounds_in
from focus.modules.followup.problems import (
    ChangeUnexplained,
    NobodyStopped,
    NothingCorrected,
    StopSettled,
    StopUnknown,
)
from focus.modules.followup.records import Description, Place, Reason
from focus.modules.followup.settings import FollowupSettings
from focus.modules.followup.stops import in_words, is_explained, known_ground


class StopCorrected(Event, frozen=True):
    """An officer put his stop right. What it said and why stands in rows that are erased; not in the log."""

    stop: UUID
    fields: tuple[str, ...]
    ground: str
    """As it is now."""


class StopWithdrawn(Event, frozen=True):
    """An officer withdrew his stop: it counts no more."""

    stop: UUID


@action(needs="followup.stop", offline=True)
async def correct_stop(
    actor: Actor,
    *,
    stop: UUID,
    reason: Reason,
    ground: str | None = None,
    described: Description | None = None,
    place: Place | None = None,
    why: Description | None = None,
) -> StopCorrected:
    """Put one's own stop right, within the days that the organisation sets. None leaves a field as it is."""
    settings = await settings_of(actor.tx, "followup", FollowupSettings)
    row = await _changeable(actor, stop, reason, settings)
    given = {"ground": ground, "described": described, "place": place, "why": why}
    now = {name: in_words(text) if text is not None else row[name] for name, text in given.items()}
    before = {name: row[name] for name in given if now[name] != row[name]}
    if not before:
        raise NothingCorrected
    if not row["known"] and not now["described"]:
        raise NobodyStopped
    basis = None
    if "ground" in before:
        basis = known_ground(now["ground"], grounds_in(actor, settings), now["why"]).basis
    await store.correct(actor.tx, stop, basis=basis, **now)
    await store.remember(actor, stop, kind="corrected", reason=in_words(reason), before=before)
    return StopCorrected(stop=stop, fields=tuple(sorted(before)), ground=now["ground"])


@action(needs="followup.stop", offline=True)
async def withdraw_stop(actor: Actor, *, stop: UUID, reason: Reason) -> StopWithdrawn:
    """Withdraw one's own stop, registered by mistake; it stays to be seen, with the reason."""
    settings = await settings_of(actor.tx, "followup", FollowupSettings)
    await _changeable(actor, stop, reason, settings)
    await store.withdraw(actor.tx, stop, at=actor.at)
    await store.remember(actor, stop, kind="withdrawn", reason=in_words(reason), before={})
    return StopWithdrawn(stop=stop)


async def _changeable(actor: Actor, stop: UUID, reason: str, settings: FollowupSettings) -> Any:
    if not is_explained(reason):
        raise ChangeUnexplained
    row = await store.held(actor.tx, actor.person, stop)
    if row is None:
        raise StopUnknown
    oldest = actor.at - timedelta(days=min(settings.stops_change_days, settings.stops_days))
    if row["erased"] or row["withdrawn_at"] or row["at"] < oldest:
        raise StopSettled(params={"days": settings.stops_change_days})
    return row

"""What may be read of stops: one's own, and how often without anybody's name."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from focus.core import clock
from focus.core.gate import Actor, view
from focus.core.organisations.public import name_in, settings_of, units
from focus.modules.search.followup import store
from focus.modules.search.followup.grounds import GroundShown, grounds_in, grounds_of, title_of
from focus.modules.search.followup.problems import PeriodTooLong
from focus.modules.search.followup.records import Period, Spot, StopFigure, StopShown
from focus.modules.search.followup.settings import SearchSettings

LONGEST_DAYS = 400
USUAL_DAYS = 30


@view(needs="search.stop", consults=False)
async def grounds(actor: Actor) -> list[GroundShown]:
    """The grounds on which somebody may be stopped here."""
    return list(await grounds_of(actor))


@view(needs="search.stop")
async def stops(actor: Actor, *, before: UUID | None = None) -> list[StopShown]:
    """One's own stops, the newest first; `before`: id of the last one seen."""
    settings = await settings_of(actor.tx, "search", SearchSettings)
    limit = clock.now() - timedelta(days=settings.stops_days)
    titles = {ground.code: ground.title for ground in grounds_in(actor, settings)}
    rows = await store.own(actor.tx, actor.person, before=before)
    return [_stop(actor, row, titles, erased=row["erased"] or row["at"] < limit) for row in rows]


def _stop(actor: Actor, row: Any, titles: dict[str, str], *, erased: bool) -> StopShown:
    """What is past its delay is not shown, even before it is taken out of the row."""
    placed = row["longitude"] is not None and not erased
    return StopShown(
        id=row["id"],
        at=row["at"],
        ground=row["ground"],
        title=titles.get(row["ground"]) or title_of(actor, row["ground"]),
        lookup=None if erased else row["lookup_id"],
        records=() if erased else tuple(row["records"]),
        described="" if erased else row["described"],
        place="" if erased else row["place"],
        spot=Spot(row["longitude"], row["latitude"], row["accuracy"]) if placed else None,
        why="" if erased else row["why"],
        purpose=row["purpose"],
        reference=None if erased else row["reference"],
        erased=erased,
    )


@view(needs="search.stop_figures", consults=False)
async def stop_figures(
    actor: Actor,
    *,
    period: Period = "month",
    first: date | None = None,
    last: date | None = None,
    unit: UUID | None = None,
) -> list[StopFigure]:
    """How many stops by ground, unit and period, from `first` to `last` (default the last 30 days)."""
    end = last or clock.now().astimezone(clock.BRUSSELS).date()
    begin = first or end - timedelta(days=USUAL_DAYS)
    if not begin <= end <= begin + timedelta(days=LONGEST_DAYS):
        raise PeriodTooLong(params={"days": LONGEST_DAYS})
    titles = {ground.code: ground.title for ground in await grounds_of(actor)}
    names = {one.id: name_in(one.names, actor.language) for one in await units(actor.tx)}
    rows = await store.counted(actor.tx, period=period, first=begin, last=end, unit=unit)
    return [
        StopFigure(
            **row,
            unit_name=names.get(row["unit"], "") if row["unit"] else "",
            title=titles.get(row["ground"]) or title_of(actor, row["ground"]),
        )
        for row in rows
    ]

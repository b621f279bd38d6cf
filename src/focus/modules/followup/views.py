"""What may be read of stops: one's own, and how often without anybody's name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.gate import Actor, view
from focus.core.organisations.public import name_in, settings_of, units
from focus.modules.followup import store
from focus.modules.followup.grounds import GroundShown, grounds_in, grounds_of, title_of
from focus.modules.followup.problems import PeriodTooLong
from focus.modules.followup.records import (
    Period,
    Spot,
    StopChange,
    StopFigure,
    StopFigures,
    StopShown,
)
from focus.modules.followup.settings import FollowupSettings

LONGEST_DAYS = 400
USUAL_DAYS = 30
COUNTS: Final = frozenset({"stops", "after_lookup", "unknown", "self_declared", "late", "withdrawn"})


@view(needs="followup.stop", consults=False)
async def grounds(actor: Actor) -> list[GroundShown]:
    """The grounds on which somebody may be stopped here."""
    return list(await grounds_of(actor))


@view(needs="followup.stop")
async def stops(actor: Actor, *, before: UUID | None = None) -> list[StopShown]:
    """One's own stops, the newest first; `before`: id of the last one seen."""
    settings = await settings_of(actor.tx, "followup", FollowupSettings)
    now = clock.now()
    kept = now - timedelta(days=settings.stops_days)
    open_until = now - timedelta(days=settings.stops_change_days)
    titles = {ground.code: ground.title for ground in grounds_in(actor, settings)}
    rows = await store.own(actor.tx, actor.person, before=before)
    changes = await store.changes(actor.tx, [row["id"] for row in rows])
    return [
        _stop(
            row,
            partial(_title, actor, titles),
            changes.get(row["id"], []),
            erased=row["erased"] or row["at"] < kept,
            recent=row["at"] >= open_until,
        )
        for row in rows
    ]


def _title(actor: Actor, titles: dict[str, str], code: str) -> str:
    return titles.get(code) or title_of(actor, code)


def _stop(
    row: Any, title: Callable[[str], str], changes: Sequence[Any], *, erased: bool, recent: bool
) -> StopShown:
    """What is past its delay is not shown, even before it is taken out of the row."""
    placed = row["longitude"] is not None and not erased
    withdrawn = row["withdrawn_at"] is not None
    return StopShown(
        id=row["id"],
        at=row["at"],
        ground=row["ground"],
        title=title(row["ground"]),
        basis=row["ground_basis"],
        lookup=None if erased else row["lookup_id"],
        records=() if erased else tuple(row["records"]),
        described="" if erased else row["described"],
        place="" if erased else row["place"],
        spot=Spot(row["longitude"], row["latitude"], row["accuracy"]) if placed else None,
        why="" if erased else row["why"],
        purpose=row["purpose"],
        reference=None if erased else row["reference"],
        issuer=None if erased else row["issuer"],
        erased=erased,
        withdrawn=withdrawn,
        changeable=recent and not erased and not withdrawn,
        changes=tuple(_change(change, title, erased=erased) for change in changes),
    )


def _change(row: Any, title: Callable[[str], str], *, erased: bool) -> StopChange:
    before = {} if erased else msgspec.json.decode(row["before"], type=dict[str, str])
    if "ground" in before:
        before["ground"] = title(before["ground"])
    return StopChange(at=row["at"], kind=row["kind"], reason="" if erased else row["reason"], before=before)


@view(needs="followup.stop_figures", consults=False)
async def stop_figures(
    actor: Actor,
    *,
    period: Period = "month",
    first: date | None = None,
    last: date | None = None,
    unit: UUID | None = None,
) -> StopFigures:
    """How many stops by ground, unit and period, from `first` to `last` (default the last 30 days)."""
    end = last or clock.now().astimezone(clock.BRUSSELS).date()
    begin = first or end - timedelta(days=USUAL_DAYS)
    if not begin <= end <= begin + timedelta(days=LONGEST_DAYS):
        raise PeriodTooLong(params={"days": LONGEST_DAYS})
    settings = await settings_of(actor.tx, "followup", FollowupSettings)
    titles = {ground.code: ground.title for ground in grounds_in(actor, settings)}
    names = {one.id: name_in(one.names, actor.language) for one in await units(actor.tx)}
    rows = await store.counted(actor.tx, period=period, first=begin, last=end, unit=unit)
    few = partial(_few, smallest=settings.figures_smallest)
    shown = tuple(
        StopFigure(
            **{**row, **{name: few(row[name]) for name in COUNTS}},
            unit_name=names.get(row["unit"], "") if row["unit"] else "",
            title=_title(actor, titles, row["ground"]),
        )
        for row in rows
    )
    return StopFigures(first=begin, last=end, smallest=settings.figures_smallest, rows=shown)


def _few(count: int, *, smallest: int) -> int | None:
    """None says that there are a few: from so small a number somebody might be guessed."""
    return None if 0 < count < smallest else count

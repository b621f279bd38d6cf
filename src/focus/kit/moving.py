"""Moves from step to step, and days on which something is due: of a record that has been validated."""

from __future__ import annotations

from focus.kit import calendar
from focus.kit.declaring.case import Delay, Unit
from focus.kit.frames import RuleError
from focus.kit.validating import Checked
from focus.kit.values import Faults


def move_faults(checked: Checked, step: str, move: str) -> Faults:
    """What stands against a move: the record's own faults, `asked` at each field that must be filled in
    first, `guard` when its rule is not true. Who may do it is the gate's question.

    A field that is hidden is not asked.
    """
    found = checked.plan.compiled.case.steps.get(step)
    chosen = found.moves.get(move) if found else None
    if chosen is None:
        return [("", "move")]
    asked = [
        (name, "asked") for name in chosen.asks if name not in checked.data and name not in checked.hidden
    ]
    faulty = {path for path, _ in checked.faults}
    faults = checked.faults + [fault for fault in asked if fault[0] not in faulty]
    rule = checked.plan.compiled.rules.get(f"steps.{step}.{move}:when")
    if rule is None:
        return faults
    before = len(checked.run.faults)
    holds = checked.run.ask(rule, checked.run.record, "")
    failed = checked.run.faults[before:]
    del checked.run.faults[before:]
    return faults + failed + ([("", "guard")] if holds is False else [])


def due(checked: Checked, deadline: str, delay: Delay | None = None) -> str | None:
    """The day of a deadline; None while it has no beginning, or when it would lie outside of the calendar.

    `delay`: what the partner organisation that the deadline is `per` has set for itself.
    """
    declared = checked.plan.compiled.case.deadlines[deadline]
    count, unit = (delay.count, delay.unit) if delay and declared.per else (declared.count, declared.unit)
    try:
        start = checked.run.reckon(
            checked.plan.compiled.rules[f"deadlines.{deadline}:after"], checked.run.record
        )
        return later(start, count, unit) if start else None
    except (RuleError, ValueError):
        return None


def warned(day: str, warn: int, unit: Unit) -> str:
    """The day from which a deadline is called near."""
    return later(day, -warn, "working_days" if unit == "working_days" else "days")


def later(day: str, count: int, unit: Unit) -> str:
    """So many units after a day. Raises ValueError outside of the calendar."""
    if unit == "working_days":
        return calendar.working_days_after(day, count)
    if unit == "days":
        return calendar.days_after(day, count)
    return calendar.months_after(day, count * 12 if unit == "years" else count)

"""Duty declares itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from focus.core.registry import Job, Module, Retention
from focus.modules.duty import shifts, views
from focus.modules.duty.kinds import SHIFT
from focus.modules.duty.public import SHIFTS, Shifts
from focus.modules.duty.settings import DutySettings

if TYPE_CHECKING:
    from focus.core.gate import Platform


async def start(platform: Platform) -> None:
    """Others may follow shifts."""
    platform.offer(SHIFTS, Shifts())


module = Module(
    name="duty",
    icon="crew",
    requires=("sync", "organisations"),
    permissions=("duty.use", "duty.oversee"),
    actions=(shifts.begin_duty, shifts.end_duty),
    views=(views.duty_units,),
    synced=(SHIFT,),
    buckets=(shifts.buckets,),
    jobs=(Job(shifts.end_overdue, every=timedelta(seconds=30)),),
    retention=(Retention("duty.shift", "ended_at", "shifts_days", "who was on duty when"),),
    settings=DutySettings,
    menu=True,
    start=start,
)

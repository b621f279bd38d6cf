"""Incidents declare themselves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from focus.core.registry import Job, Module
from focus.modules.duty.public import SHIFTS
from focus.modules.incidents import closing, crews, desk, feeds, field, incoming, keeping, views, waking
from focus.modules.incidents.kinds import CALLER, CREW, INCIDENT, LINE, POSITION
from focus.modules.incidents.settings import IncidentsOperator, IncidentsSettings

if TYPE_CHECKING:
    from focus.core.gate import Platform


async def start(platform: Platform) -> None:
    """Crews follow shifts."""
    platform.service(SHIFTS).followers.append(crews.follow)


module = Module(
    name="incidents",
    icon="siren",
    requires=("organisations", "sync", "push", "duty"),
    permissions=(
        "incidents.read",
        "incidents.act",
        "incidents.dispatch",
        "incidents.board",
        "incidents.caller",
    ),
    actions=(
        desk.open_incident,
        desk.change_incident,
        desk.assign,
        desk.unassign,
        desk.reopen,
        field.take_state,
        field.note,
        field.close,
        feeds.end_feed,
        feeds.resend,
        feeds.drop_message,
    ),
    views=(views.feeds, views.quarantine, views.message, views.history, views.incident),
    routes=(incoming.ROUTE, feeds.ADD_FEED),
    synced=(INCIDENT, LINE, CALLER, CREW, POSITION),
    buckets=(views.buckets,),
    jobs=(
        Job(crews.follow_all, every=timedelta(minutes=1)),
        keeping.LEAVE_PHONES,
        keeping.NOTICE_SILENCE,
        closing.ANSWER,
        waking.TELL_UNANSWERED,
    ),
    retention=keeping.RETENTION,
    settings=IncidentsSettings,
    operator=IncidentsOperator,
    menu=True,
    start=start,
)

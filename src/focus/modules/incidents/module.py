"""Incidents declare themselves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from focus.core.purposes.public import references_of
from focus.core.registry import Job, Module
from focus.modules.duty.public import SHIFTS
from focus.modules.incidents import (
    closing,
    crews,
    desk,
    feeds,
    field,
    incoming,
    keeping,
    outgoing,
    positions,
    referred,
    reporting,
    views,
    waking,
)
from focus.modules.incidents.kinds import CALLER, CREW, INCIDENT, LINE, POSITION
from focus.modules.incidents.settings import IncidentsOperator, IncidentsSettings
from focus.modules.incidents.telling import INCIDENTS, Told
from focus.modules.webhooks.public import WEBHOOKS

if TYPE_CHECKING:
    from focus.core.gate import Platform


async def start(platform: Platform) -> None:
    """Crews follow shifts; others follow crews; a number of an incident is a reference of a lookup."""
    told = Told()
    told.followers.append(outgoing.tell_others)
    platform.offer(INCIDENTS, told)
    platform.service(WEBHOOKS).kinds.update(outgoing.KINDS)
    references_of(platform).checkers.append(referred.issuer_of)
    platform.service(SHIFTS).followers.append(crews.follow)


module = Module(
    name="incidents",
    icon="siren",
    requires=("organisations", "purposes", "sync", "push", "duty", "webhooks"),
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
    views=(views.feeds, views.quarantine, views.message, views.history, views.incident, reporting.sharing),
    routes=(incoming.ROUTE, feeds.ADD_FEED, reporting.ROUTE),
    synced=(INCIDENT, LINE, CALLER, CREW, POSITION),
    buckets=(views.buckets,),
    jobs=(
        Job(crews.follow_all, every=timedelta(minutes=1)),
        keeping.LEAVE_PHONES,
        keeping.NOTICE_SILENCE,
        positions.GO_STALE,
        positions.ERASE_TRACK,
        closing.ANSWER,
        waking.TELL_UNANSWERED,
    ),
    retention=(*keeping.RETENTION, positions.RETENTION),
    settings=IncidentsSettings,
    operator=IncidentsOperator,
    menu=True,
    start=start,
)

"""The briefing declares itself."""

from __future__ import annotations

from focus.core.registry import Module
from focus.modules.briefing import (
    audience,
    desk,
    field,
    importing,
    keeping,
    printing,
    returning,
    sharing,
    spreading,
    views,
    waking,
    watching,
)
from focus.modules.briefing.kinds import ITEM, RECEIPT, SIGHTING, TALLY
from focus.modules.briefing.searching import BriefingSource
from focus.modules.briefing.settings import BriefingSettings

module = Module(
    name="briefing",
    icon="megaphone",
    requires=("search", "organisations", "sync", "push", "duty"),
    permissions=("briefing.read", "briefing.write", "briefing.share", "briefing.readers"),
    actions=(
        desk.save_draft,
        desk.drop_draft,
        desk.publish,
        desk.revise,
        desk.recall,
        field.acknowledge,
        field.report_sighting,
        watching.look_offline,
        sharing.share,
        sharing.answer_share,
        importing.import_items,
    ),
    views=(
        views.drafts,
        views.items,
        views.item,
        views.readers,
        views.shares,
        views.offers,
        views.roll_call,
        views.changed_since,
    ),
    routes=printing.ROUTES,
    sources=(BriefingSource,),
    synced=(ITEM, TALLY, RECEIPT, SIGHTING),
    buckets=(audience.desk,),
    jobs=(
        keeping.EXPIRE,
        spreading.DELIVER,
        spreading.TELL_ANSWER,
        spreading.DELIVER_AGAIN,
        returning.BRING_BACK,
        returning.BRING_AGAIN,
        waking.REPEAT,
    ),
    retention=(keeping.RETENTION,),
    settings=BriefingSettings,
    menu=True,
)

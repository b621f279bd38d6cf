"""What follows a lookup declares itself."""

from __future__ import annotations

from focus.core.registry import Module, Retention
from focus.modules.followup import changes, stops, views
from focus.modules.followup.settings import FollowupSettings

module = Module(
    name="followup",
    icon="flag",
    requires=("search", "purposes", "organisations"),
    permissions=("followup.stop", "followup.stop_figures"),
    actions=(stops.record_stop, changes.correct_stop, changes.withdraw_stop),
    views=(views.grounds, views.stops, views.stop_figures),
    retention=(
        Retention(
            "followup.stop",
            "at",
            "stops_days",
            "who, where and why of stops; ground, unit and day stay",
            erase="focus.modules.followup.keeping:erase_stops",
        ),
    ),
    settings=FollowupSettings,
    menu=True,
)

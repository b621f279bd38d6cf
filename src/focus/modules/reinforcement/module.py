"""Reinforcement declares itself."""

from __future__ import annotations

from focus.core.registry import Module, Retention
from focus.modules.reinforcement import coming, ending, views
from focus.modules.reinforcement.jobs import CATCH_UP, FINISH, FINISH_THERE, TELL
from focus.modules.reinforcement.kinds import CALL
from focus.modules.reinforcement.settings import ReinforcementSettings

module = Module(
    name="reinforcement",
    icon="users",
    requires=("organisations", "sync", "push", "duty", "incidents"),
    actions=(coming.reinforce, ending.end_reinforcement),
    views=(views.lent_crews, views.reinforcements),
    synced=(CALL,),
    jobs=(TELL, FINISH, FINISH_THERE, CATCH_UP),
    retention=(
        Retention(
            "reinforcement.reinforcement",
            "ended_at",
            "kept_days",
            "crews lent and borrowed, and who they were",
        ),
    ),
    settings=ReinforcementSettings,
    menu=True,
)

"""The declaration of purposes."""

from __future__ import annotations

from focus.core.purposes import actions, views
from focus.core.registry import Module

module = Module(
    name="purposes",
    icon="target",
    requires=("organisations",),
    permissions=("purposes.manage",),
    actions=(actions.start_task, actions.end_task, actions.add_purpose, actions.edit_purpose),
    views=(views.purposes, views.all_purposes, views.my_task),
    always_on=True,
)

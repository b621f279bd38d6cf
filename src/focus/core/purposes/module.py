"""The declaration of purposes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from focus.core.purposes import actions, views
from focus.core.purposes.issuing import REFERENCES, References
from focus.core.registry import Module

if TYPE_CHECKING:
    from focus.core.gate import Platform


async def start(platform: Platform) -> None:
    """Modules that start later say which references are theirs."""
    platform.offer(REFERENCES, References())


module = Module(
    name="purposes",
    icon="target",
    requires=("organisations",),
    permissions=("purposes.manage",),
    actions=(actions.start_task, actions.end_task, actions.add_purpose, actions.edit_purpose),
    views=(views.purposes, views.all_purposes, views.my_task),
    always_on=True,
    start=start,
)

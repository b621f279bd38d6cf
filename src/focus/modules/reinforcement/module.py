"""Reinforcement declare themselves."""

from __future__ import annotations

from focus.core.registry import Module

module = Module(
    name="reinforcement",
    icon="users",
    requires=("organisations", "push", "duty", "incidents"),
    menu=True,
)

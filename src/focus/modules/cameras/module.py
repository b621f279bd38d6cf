"""Cameras declare themselves."""

from __future__ import annotations

from focus.core.registry import Module

module = Module(
    name="cameras",
    icon="camera",
    requires=("organisations", "sync", "push", "duty", "webhooks"),
    menu=True,
)

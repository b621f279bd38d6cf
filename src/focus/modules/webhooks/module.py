"""Webhooks declare themselves."""

from __future__ import annotations

from focus.core.registry import Module

module = Module(
    name="webhooks",
    icon="send",
    requires=("organisations",),
    menu=True,
)

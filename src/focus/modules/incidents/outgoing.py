"""Incidents and crews are told to the systems that the organisation lets know: see the module webhooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from focus.modules.webhooks.public import send

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform
    from focus.modules.incidents.telling import Kind

KINDS: Final = ("incidents.incident", "incidents.crew")
"""Each change is told as the whole record; of an incident its kind is the topic."""


async def tell_others(platform: Platform, tx: Transaction, kind: Kind, record: Any) -> None:
    """A follower of incidents. Positions are for TAK and for the own desk, not for these."""
    if kind != "position":
        topic = record.kind if kind == "incident" else ""
        await send(platform, tx, f"incidents.{kind}", record, topic=topic)

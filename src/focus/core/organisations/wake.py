"""Telling every process that rights, switches or settings of an organisation changed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from focus.core.gate.actor import Actor

TOPIC = "organisations"
"""Key: the organisation's id, or `*`: forget everything. Whoever keeps principals, switches or settings in
memory drops them on it."""


def changed(actor: Actor, *others: UUID) -> None:
    """After the commit, wake those who keep something of this organisation, and of others it concerns."""
    bus = actor.platform.bus

    def publish() -> None:
        for organisation in {actor.organisation, *others}:
            bus.publish(TOPIC, str(organisation))

    actor.tx.after_commit(publish)

"""Purposes resolved a moment ago, kept in memory: an officer asks many questions under one task.

What is kept is dropped on the wake-up that follows every change of tasks and purposes, in this process at
once and in others within some 20 ms; `KEPT_S` is the net under it.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from uuid import UUID

from focus.core.log import PurposeStamp
from focus.core.organisations.public import TOPIC as ORGANISATIONS
from focus.core.purposes.public import purpose_of, resolve_purpose
from focus.core.purposes.records import Purpose

if TYPE_CHECKING:
    from focus.core.gate import Actor, Platform, Principal

TOPIC = "purposes"
"""Key: the organisation whose tasks or purposes changed."""
KEPT_S = 5.0
KEPT = 5_000

Key = tuple[object, ...]


class PurposeBook:
    """Answers `resolve` from memory when it can; a refusal is never kept."""

    def __init__(self, platform: Platform) -> None:
        self._database = platform.database
        self._kept: dict[UUID, dict[Key, tuple[float, PurposeStamp, Purpose]]] = {}
        self._turn = 0
        for topic in (TOPIC, ORGANISATIONS):
            platform.bus.subscribe(topic, self._forget)

    async def resolve(
        self,
        principal: Principal,
        *,
        code: str | None,
        reference: str | None,
        reason: str | None,
        task: UUID | None,
    ) -> tuple[PurposeStamp, Purpose]:
        """As `resolve_purpose`, with the purpose itself beside the stamp."""
        key = (principal.person_id, principal.function, principal.language, code, reference, reason, task)
        kept = self._kept.get(principal.organisation_id, {}).get(key)
        if kept and kept[0] > time.monotonic():
            return kept[1], kept[2]
        turn = self._turn
        async with self._database.transaction(principal.organisation_id, readonly=True) as tx:
            stamp = await resolve_purpose(
                tx, principal, code=code, reference=reference, reason=reason, task=task
            )
            purpose = await purpose_of(tx, stamp.code)
        assert purpose is not None
        if turn == self._turn:
            self._keep(principal.organisation_id, key, stamp, purpose)
        return stamp, purpose

    def _keep(self, organisation: UUID, key: Key, stamp: PurposeStamp, purpose: Purpose) -> None:
        here = self._kept.setdefault(organisation, {})
        if len(here) >= KEPT:
            here.clear()
        here[key] = (time.monotonic() + KEPT_S, stamp, purpose)

    def _forget(self, key: str) -> None:
        """What is being resolved meanwhile is not kept either."""
        self._turn += 1
        if key == "*":
            self._kept.clear()
        else:
            self._kept.pop(UUID(key), None)


def changed(actor: Actor) -> None:
    """After the commit, let every process resolve anew."""
    bus, key = actor.platform.bus, str(actor.organisation)
    actor.tx.after_commit(lambda: bus.publish(TOPIC, key))

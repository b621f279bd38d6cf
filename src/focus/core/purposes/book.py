"""Purposes resolved a moment ago, kept in memory: an officer asks many questions under one task.

What is kept is dropped on the wake-up that follows every change of tasks and purposes, in this process at
once and in others within some 20 ms; `KEPT_S` is the net under it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from focus.core.caching import ScopedCache
from focus.core.log import PurposeStamp
from focus.core.organisations.public import TOPIC as ORGANISATIONS
from focus.core.purposes.issuing import references_of
from focus.core.purposes.records import Purpose
from focus.core.purposes.resolving import resolve_purpose
from focus.core.purposes.store import purpose as purpose_of

if TYPE_CHECKING:
    from focus.core.gate import Actor, Platform, Principal

TOPIC = "purposes"
"""Key: the organisation whose tasks or purposes changed."""
KEPT_S = 5.0

Key = tuple[object, ...]


class PurposeBook:
    """Answers `resolve` from memory when it can; a refusal is never kept."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._kept: ScopedCache[Key, tuple[PurposeStamp, Purpose]] = ScopedCache(
            platform.bus, TOPIC, ORGANISATIONS, seconds=KEPT_S
        )

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

        async def resolved() -> tuple[PurposeStamp, Purpose]:
            references = references_of(self._platform)
            scope = principal.organisation_id
            async with self._platform.database.transaction(scope, readonly=True) as tx:
                stamp = await resolve_purpose(
                    tx, principal, references, code=code, reference=reference, reason=reason, task=task
                )
                purpose = await purpose_of(tx, stamp.code)
            assert purpose is not None
            return stamp, purpose

        return await self._kept.get(principal.organisation_id, key, resolved)


def changed(actor: Actor) -> None:
    """After the commit, let every process resolve anew."""
    bus, key = actor.platform.bus, str(actor.organisation)
    actor.tx.after_commit(lambda: bus.publish(TOPIC, key))

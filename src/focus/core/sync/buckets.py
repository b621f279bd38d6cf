"""The buckets of somebody: what his phone may hold follows from post, crew and what was granted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID

from focus.core.feed import WHOLE, function_bucket, person_bucket, unit_bucket

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform, Principal
    from focus.core.registry import Synced

WHO: Final = "sync.who"
"""Wake-up whose key is a person or an organisation: his, or all its, buckets may be others now."""


async def buckets_of(platform: Platform, tx: Transaction, principal: Principal) -> frozenset[str]:
    """All buckets of this principal, those of modules that are on included."""
    own = {
        WHOLE,
        person_bucket(principal.person_id),
        function_bucket(principal.function),
        *map(unit_bucket, principal.units),
    }
    on = await platform.gate.switches.modules_on(principal.organisation_id, principal.units)
    for module in platform.registry:
        if module.name in on:
            for provider in module.buckets:
                own.update(await provider(tx, principal))
    return frozenset(own)


async def kinds_of(platform: Platform, principal: Principal) -> list[Synced]:
    """The kinds of records that this principal's phone may hold."""
    on = await platform.gate.switches.modules_on(principal.organisation_id, principal.units)
    return [
        kind
        for module in platform.registry
        if module.name in on
        for kind in module.synced
        if kind.needs in principal.permissions
    ]


def who_changed(platform: Platform, key: UUID) -> None:
    """After the commit: somebody's buckets, or those of an organisation's people, changed."""
    platform.bus.publish(WHO, str(key))

"""Who gave a reference. Modules that give numbers of their own say which are theirs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from focus.core.gate import Service
from focus.core.purposes import store

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform, Principal
    from focus.core.log import Issuer

Checker = Callable[["Transaction", "Principal", str], Awaitable[Literal["incident", "case"] | None]]
"""Called with a clean reference, in the scope of the principal's organisation; the transaction may only read.
None: not one of ours, or not one that this principal may know of."""


@dataclass(slots=True)
class References:
    """Those who know references, in the order in which they are asked."""

    checkers: list[Checker] = field(default_factory=list)

    async def issuer_of(self, tx: Transaction, principal: Principal, reference: str) -> Issuer:
        """`self` where nobody knows it: then only who typed it vouches for it."""
        for check in self.checkers:
            found = await check(tx, principal, reference)
            if found is not None:
                return found
        return "control" if await store.counted(tx, principal.person_id, reference) else "self"


REFERENCES: Final = Service("purposes", References)


def references_of(platform: Platform) -> References:
    """Those of a running platform."""
    return platform.service(REFERENCES)

"""Whether a reference is the number of an incident here: then it is no longer an officer's word alone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, Literal

from focus.core import clock
from focus.core.organisations.public import module_on
from focus.modules.incidents.kinds import READ

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Principal

LATELY: Final = timedelta(hours=24)
"""So long after its closing the number of an incident still counts: what remains to be looked up, and what a
phone without network sends late."""

_KNOWN: Final = """
select true from incidents.incident
where number = $1 and (state = 'open' or closed_at >= $2) limit 1
"""


async def issuer_of(tx: Transaction, principal: Principal, reference: str) -> Literal["incident"] | None:
    """`incident` when an open or lately closed one in scope has this number, and he may read incidents."""
    if READ not in principal.permissions or not await module_on(tx, "incidents", units=principal.units):
        return None
    known = await tx.fetchval(_KNOWN, reference.upper(), clock.now() - LATELY)
    return "incident" if known else None

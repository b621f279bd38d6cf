"""The kit declares itself: the tables of all case types, and what happens to cases by the clock."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from focus.core.registry import Job, Module, Retention

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Principal


async def wards(tx: Transaction, principal: Principal) -> list[str]:
    """The buckets of the wards that somebody holds."""
    from focus.kit.keeping.wards import ward_buckets

    return await ward_buckets(tx, principal)


module = Module(
    name="kit",
    icon="layers",
    requires=("feed", "organisations", "sync"),
    buckets=(wards,),
    jobs=(
        Job("focus.kit.keeping.clockwork:leave_phones", every=timedelta(minutes=10)),
        Job("focus.kit.keeping.clockwork:bring_up", every=timedelta(minutes=1)),
    ),
    retention=(
        Retention(
            "kit.case",
            "ended_at",
            0,
            "cases, as long as each case type says; number and dates stay",
            erase="focus.kit.keeping.clockwork:erase_cases",
        ),
    ),
    always_on=True,
)

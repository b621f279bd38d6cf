"""What modules declare not to keep is erased, organisation by organisation."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from focus.core import clock
from focus.core.organisations.public import directory, settings_of

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform
    from focus.core.registry import Module, Retention

log = logging.getLogger(__name__)

BATCH: Final = 5_000
"""Rows that one transaction deletes."""


async def erase_due(platform: Platform) -> int:
    """Erase what is older than its module keeps it; how many rows that were.

    What fails is named and keeps nothing else longer.
    """
    async with platform.database.unscoped(readonly=True) as tx:
        organisations = [entry.id for entry in await directory(tx)]
    total = 0
    for module in platform.registry:
        for rule in module.retention:
            for organisation in organisations if rule.scoped else [None]:
                try:
                    total += await erase(platform, module, rule, organisation)
                except Exception as failure:
                    log.error("retention of %s: %s", rule.table, type(failure).__qualname__)  # noqa: TRY400 - a message may quote
    return total


async def erase(platform: Platform, module: Module, rule: Retention, organisation: UUID | None) -> int:
    """Erase by one rule in one organisation, or in the installation; how many rows."""
    total = 0
    while True:
        opened = platform.database.transaction(organisation) if organisation else platform.database.unscoped()
        async with opened as tx:
            rows = await _erase(platform, module, rule, tx)
        total += rows
        if rule.erase is not None or rows < BATCH:
            return total


async def _erase(platform: Platform, module: Module, rule: Retention, tx: Transaction) -> int:
    before = clock.now() - timedelta(days=await days_of(module, rule, tx))
    if rule.erasing is not None:
        erased: int = await rule.erasing(platform.seen_by(module.name), tx, before)
        return erased
    tag = await tx.execute(
        f"""delete from {rule.table} where ctid = any(array(
              select ctid from {rule.table} where {rule.column} < $1 limit {BATCH}))""",  # noqa: S608
        before,
    )
    return int(tag.rpartition(" ")[2])


async def days_of(module: Module, rule: Retention, tx: Transaction) -> int:
    """How long, as the organisation in scope has set it."""
    if isinstance(rule.days, int):
        return rule.days
    assert module.settings is not None
    return int(getattr(await settings_of(tx, module.name, module.settings), rule.days))

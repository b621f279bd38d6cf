"""How many bicycles stand at a station."""

from __future__ import annotations

import sys
from argparse import Namespace

from focus.core.gate import Platform
from focus.core.organisations.public import directory


async def count(platform: Platform, arguments: Namespace) -> int:
    """0; 2 when nobody has this code."""
    async with platform.database.unscoped() as tx:
        known = {one.code: one.id for one in await directory(tx)}
    if arguments.organisation not in known:
        return 2
    async with platform.database.transaction(known[arguments.organisation], readonly=True) as tx:
        many = await tx.fetchval("select count(*) from bicycles.bicycle")
    sys.stdout.write(f"{many} bicycles\n")
    return 0

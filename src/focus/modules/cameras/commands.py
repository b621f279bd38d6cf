"""`focus cameras`: camera systems that send, added by the operator and logged as his."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING, Final
from uuid import UUID

import msgspec

from focus.core.log import LogEvent
from focus.core.organisations.public import directory
from focus.modules.cameras.feeds import FeedWanted, keep_feed

if TYPE_CHECKING:
    from focus.core.gate import Platform

OPERATOR: Final = UUID(int=0)


async def add_feed(platform: Platform, arguments: Namespace) -> int:
    """Print the feed, its path and its secret as JSON; 1 where there is no such organisation."""
    async with platform.database.unscoped(readonly=True) as tx:
        found = [entry.id for entry in await directory(tx) if entry.code == arguments.organisation]
    if len(found) != 1:
        print(f"there is no organisation {arguments.organisation}", file=sys.stderr)  # noqa: T201
        return 1
    (organisation,) = found
    wanted = FeedWanted(name=arguments.name)
    async with platform.database.transaction(organisation) as tx:
        given = await keep_feed(platform, tx, wanted, by=OPERATOR)
        what = {"feed": str(given.feed), "by": "operator"}
        entry = LogEvent(organisation_id=organisation, kind="cameras.FeedAdded", what=what)
        await platform.log.append(tx, entry)
    print(msgspec.json.encode(given).decode())  # noqa: T201
    return 0

"""What other modules may ask of outgoing webhooks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import msgspec

from focus.core import clock
from focus.core.gate import Service
from focus.core.ids import new_id
from focus.core.organisations.public import module_on
from focus.core.registry import Job

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform

DELIVER: Final = Job("focus.modules.webhooks.delivering:deliver", queue=True)
CATCH_UP: Final = Job("focus.modules.webhooks.delivering:catch_up", every=timedelta(minutes=1))


@dataclass(slots=True)
class Webhooks:
    """What modules tell of: each adds its kinds when it starts."""

    kinds: set[str] = field(default_factory=set)


WEBHOOKS: Final = Service("webhooks", Webhooks)
_WANTS: Final = """
select id from webhooks.receiver
where ended_at is null and $1 = any(kinds) and ($2 = '' or topics = '{}' or $2 = any(topics))
"""


async def send(platform: Platform, tx: Transaction, kind: str, content: Any, *, topic: str = "") -> int:
    """Tell everyone who wants this kind, once this transaction is committed; to how many.

    `kind`: `incidents.closed`. `content`: whatever msgspec writes as JSON; it becomes `data` of the body
    `{type, timestamp, data}`. `topic`: narrows it to those who want that topic or all.
    """
    if not await module_on(tx, "webhooks"):
        return 0
    receivers = [row["id"] for row in await tx.fetch(_WANTS, kind, topic)]
    if not receivers:
        return 0
    now = clock.now()
    body = msgspec.json.encode({"type": kind, "timestamp": now, "data": content})
    for receiver in receivers:
        await tx.execute(
            """insert into webhooks.delivery
                 (organisation_id, id, receiver_id, kind, topic, content, created_at, next_at)
               values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $6)""",
            new_id(), receiver, kind, topic, body, now,
        )  # fmt: skip
        await platform.jobs.put(tx, DELIVER, {"receiver": receiver}, key=receiver)
    return len(receivers)

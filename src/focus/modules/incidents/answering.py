"""The control room that handed an incident over is told that it has ended, where its feed has an address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid5

from focus.core import clock
from focus.core.outside import NotAllowed, NotReached, Outside
from focus.core.webhooks.signing import secret_of, sign
from focus.modules.incidents import store
from focus.modules.incidents.messages.ucri_answers import write_completion, write_sending
from focus.modules.incidents.settings import IncidentsOperator

if TYPE_CHECKING:
    from focus.core.gate import Platform
    from focus.modules.incidents.store import Row

NOT_DONE: Final = "cancelled"
_FEED: Final = """
select format, secret, answers_to, address from incidents.feed
where id = $1 and ended_at is null and answers_to <> ''
"""


class NotTaken(Exception):
    """The control room did not take the answer: the job comes again."""


async def answer(platform: Platform, organisation: UUID, incident: UUID) -> None:
    """Post the completion of a closed UCRI incident. Raises NotTaken."""
    async with platform.database.transaction(organisation, readonly=True) as tx:
        row = await store.found(tx, incident)
        feed = await tx.fetchrow(_FEED, row.feed) if row and row.feed else None
    if row is None or feed is None or row.incident.state == "open" or feed["format"] != "ucri":
        return
    secret = secret_of((await platform.keys.unwrap(organisation, feed["secret"])).decode())
    await _post(platform.operator(IncidentsOperator).outside, row, feed, secret)


def completion(row: Row, *, source: str) -> tuple[UUID, bytes]:
    """The message's id, the same each time for one end, and its octets."""
    one = row.incident
    assert one.closed_at is not None
    message = uuid5(one.id, one.closed_at.isoformat())
    said = write_completion(UUID(row.reference), at=one.closed_at, completed=one.result != NOT_DONE)
    return message, write_sending(
        said, schema="completion", message_id=message, source=source, destination=row.sender
    )


async def _post(outside: Outside, row: Row, feed: Any, secret: bytes) -> None:
    """Nothing where the operator no longer allows the address."""
    message, body = completion(row, source=feed["address"])
    headers = sign(secret, message_id=str(message), at=clock.now(), body=body)
    headers["content-type"] = "application/json"
    try:
        status = await outside.post(feed["answers_to"], body, headers)
    except NotAllowed:
        return
    except NotReached as failure:
        raise NotTaken(str(failure)) from None
    if status // 100 != 2:
        raise NotTaken(f"status {status}")

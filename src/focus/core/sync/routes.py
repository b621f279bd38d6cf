"""The three doors of phones, and the key to which they seal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from focus.core.gate import Call, Held, Lines
from focus.core.gate.gate import log_event
from focus.core.identity.public import base64url
from focus.core.registry import Route
from focus.core.sync.buckets import buckets_of, kinds_of
from focus.core.sync.delivering import Deliveries
from focus.core.sync.hub import HUB
from focus.core.sync.pull import Puller
from focus.core.sync.wire import Delivered, Delivery, DeliveryKey, Line, Pull, Record

if TYPE_CHECKING:
    from focus.core.gate import Platform, Principal


async def pull(call: Call) -> Lines:
    """What is new for this phone since its state: lost, filled, changed, gone."""
    who, platform = call.who, call.platform
    reading = platform.database.reading(who.organisation_id)
    puller = Puller(
        reading=reading,
        mine=await buckets_of(platform, reading, who),
        kinds=await kinds_of(platform, who),
        told=partial(_told, platform, who),
    )
    packed = "gzip" in call.headers.get("accept-encoding", "")
    lines: AsyncIterator[bytes] = puller.lines(call.body.state)
    return Lines(_begun(await anext(lines), lines), gzip=packed)


async def _begun(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """What is refused before anything was sent is refused by the answer's status."""
    yield first
    async for piece in rest:
        yield piece


async def stream(call: Call) -> Held:
    """A line that stays open; `look` means: pull, at a moment of your own within so many milliseconds."""
    return Held(partial(call.platform.service(HUB).serve, call.who))


async def deliver(call: Call) -> Delivered:
    """Things done on a phone, sealed and signed by it; whoever is signed in there now, or nobody."""
    return await Deliveries(call.platform, call.language).take(call.body)


async def key(call: Call) -> DeliveryKey:
    """To what this organisation's phones seal what they do."""
    kid, point = await call.platform.keys.agreement_key(call.who.organisation_id)
    return DeliveryKey(kid, call.who.organisation_id, base64url.encode(point))


async def _told(platform: Platform, who: Principal, records: Sequence[Record]) -> None:
    """Which records a phone is given is a consultation like any other."""
    ids: dict[str, list[str]] = defaultdict(list)
    for record in records:
        ids[record.t].append(str(record.i))
    await platform.log.commit_now(log_event(who, "sync.Pulled", {"records": dict(ids)}))


routes = (
    Route("POST", "/api/sync/pull", pull, body=Pull, lines=Line),
    Route("GET", "/api/sync/stream", stream, media_type="text/event-stream"),
    Route(
        "POST",
        "/api/sync/deliver",
        deliver,
        public=True,
        body=Delivery,
        answer=Delivered,
        body_limit=8_000_000,
    ),
    Route("GET", "/api/sync/key", key, answer=DeliveryKey),
)

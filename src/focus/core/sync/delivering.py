"""What phones did arrives: each item once, under its author's session, device, post and rights of then.

SPEC.md S16–S19, S21–S23. One item's failure stops no other.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.calendar import strange_times
from focus.core.database import means_unstorable
from focus.core.errors import InvalidInput, Problem, text_key
from focus.core.feed import current
from focus.core.gate import Envelope, Principal
from focus.core.gate.commands import RefusedBefore, digest_of
from focus.core.gate.gate import log_event
from focus.core.identity.public import DeviceRow, signing_device
from focus.core.log import LogEvent
from focus.core.organisations.public import directory
from focus.core.sync.authorship import Authorship, Known, Unknown
from focus.core.sync.buckets import buckets_of, kinds_of
from focus.core.sync.problems import ActionUnknown, DeliveryUnsigned
from focus.core.sync.sealing import statement_of
from focus.core.sync.sequence import account_for
from focus.core.sync.wire import Delivered, Delivery, Item, Made, Outcome

if TYPE_CHECKING:
    from focus.core.gate import Platform
    from focus.core.registry import Action

log = logging.getLogger(__name__)

TRY_AGAIN: Final = frozenset({401, 423, 425, 429})
"""Refusals that are not the last word; and whatever is 500 or more."""
SKEW: Final = timedelta(seconds=5)
"""A clock that is off by less counts as right."""


@dataclass(slots=True)
class Deliveries:
    """Takes in what one device delivers."""

    platform: Platform
    language: str = "nl"
    """Of what a refusal says in words."""

    async def take(self, delivery: Delivery) -> Delivered:
        """Every item in the device's order; raises DeliveryUnsigned when no known device signed."""
        now = clock.now()
        sent = datetime.fromtimestamp(delivery.sent_ms / 1000, UTC)
        skew = sent - now if abs(sent - now) > SKEW else timedelta()
        device, items = await self._read(delivery, skew)
        outcomes = {one.item.id: await self._take(device, one) for one in items}
        behind = round(skew.total_seconds())
        await account_for(self.platform, device, delivery, skew_s=behind)
        return Delivered(now, behind, tuple(outcomes[item.id] for item in delivery.items))

    async def _read(self, delivery: Delivery, skew: timedelta) -> tuple[DeviceRow, list[Known | Unknown]]:
        async with self.platform.database.unscoped(readonly=True) as tx:
            device = await signing_device(
                tx, delivery.device, statement=statement_of(delivery), signature=delivery.signature
            )
            if device is None:
                raise DeliveryUnsigned
            authorship = Authorship(self.platform.keys, tx, device, skew)
            ordered = sorted(delivery.items, key=lambda item: item.n)
            return device, [await authorship.of(item) for item in ordered]

    async def _take(self, device: DeviceRow, one: Known | Unknown) -> Outcome:
        try:
            if isinstance(one, Unknown):
                await self._told(device, one)
                return self._refused(one.item.id, one.why)
            return await self._do(one)
        except Problem as problem:
            return self._refused(one.item.id, problem)
        except Exception as failure:
            log.error("an item failed: %s", type(failure).__qualname__)  # noqa: TRY400 - a message may quote
            return self._refused(one.item.id, Problem())

    async def _do(self, one: Known) -> Outcome:
        made, envelope = one.made, _envelope(one)
        found = self.platform.registry.offline.get(made.action)
        try:
            if found is None:
                raise ActionUnknown
            module, action = found
            with _storable():
                answer = await self.platform.gate.execute(
                    one.principal, module.name, action, _parameters(action, made), envelope=envelope
                )
        except Problem as problem:
            if _final(problem) and not isinstance(problem, RefusedBefore):
                digest = _digest(found, made)
                await self.platform.gate.refuse(one.principal, made.action, envelope, digest, problem)
            if "record" in problem.extra and "theirs" not in problem.extra:
                await self._theirs(one.principal, problem)
            raise
        return Outcome(one.item.id, 200, True, answer=msgspec.Raw(answer))

    def _refused(self, item: UUID, problem: Problem) -> Outcome:
        title = self.platform.texts.get(self.language, text_key(problem.code), problem.params)
        told = {"code": problem.code, "title": title, "params": problem.params, **problem.extra}
        return Outcome(item, problem.status, _final(problem), problem=told)

    async def _theirs(self, principal: Principal, stale: Problem) -> None:
        """Beside the version there is goes the record, to whoever may hold it: the officer decides."""
        name, _, id_ = str(stale.extra.get("record", "")).partition("/")
        kinds = {kind.name: kind for kind in await kinds_of(self.platform, principal)}
        if name not in kinds:
            return
        reading = self.platform.database.reading(principal.organisation_id)
        mine = await buckets_of(self.platform, reading, principal)
        found = await current(reading, kinds[name], UUID(id_))
        if found and mine.intersection(kinds[name].buckets(found[1])):
            stale.extra["theirs"] = found[1]
            what = {"records": {name: [id_]}}
            await self.platform.log.commit_now(log_event(principal, "sync.Pulled", what))

    async def _told(self, device: DeviceRow, one: Unknown) -> None:
        """Of an item whose author is not known the log of its organisation tells too."""
        item: Item = one.item
        async with self.platform.database.unscoped(readonly=True) as tx:
            known = any(entry.id == item.organisation for entry in await directory(tx))
        what = {"command": str(item.id), "reason": one.why.code, "device": str(device.id), "number": item.n}
        if known:
            entry = LogEvent(organisation_id=item.organisation, kind="sync.ItemRefused", what=what)
            await self.platform.log.commit_now(entry)


@contextmanager
def _storable() -> Iterator[None]:
    """What can never be kept is refused for good: tried again it would hold up all that follows it."""
    try:
        yield
    except Exception as failure:
        if means_unstorable(failure):
            raise InvalidInput from None
        raise


def _envelope(one: Known) -> Envelope:
    made = one.made
    return Envelope(
        id=one.item.id,
        at=one.at,
        device_at=made.at,
        after=made.after,
        expects=made.expects,
        expires=made.expires and made.expires - (made.at - one.at),
    )


def _parameters(action: Action, made: Made) -> msgspec.Struct:
    try:
        parameters: msgspec.Struct = msgspec.convert(made.body, action.parameters)
    except msgspec.ValidationError:
        raise InvalidInput from None
    if any(strange_times(parameters)):
        raise InvalidInput
    return parameters


def _digest(found: Any, made: Made) -> bytes:
    """As the gate takes it, where the parameters can be read: a second arrival must have the same."""
    try:
        return digest_of(msgspec.convert(made.body, found[1].parameters) if found else made.body)
    except msgspec.ValidationError:
        return digest_of(made.body)


def _final(problem: Problem) -> bool:
    return problem.status < 500 and problem.status not in TRY_AGAIN

"""What phones did arrives: each item once, under its author's session, device, post and rights of then.

SPEC.md S16–S19, S21–S23. One item's failure stops no other.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.errors import InvalidInput, Problem
from focus.core.feed import RecordStale, current
from focus.core.gate import Envelope, Principal
from focus.core.gate.commands import digest_of
from focus.core.gate.gate import log_event
from focus.core.identity.public import Author, DeviceRow, author_of, signing_device
from focus.core.log import LogEvent
from focus.core.organisations.public import directory, post_of
from focus.core.sync.buckets import buckets_of, kinds_of
from focus.core.sync.problems import ActionUnknown, AuthorUnknown, DeliveryUnsigned, ItemUnsealable
from focus.core.sync.sealing import Unsealable, statement_of, unsealed
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

    async def take(self, delivery: Delivery) -> Delivered:
        """Every item in the device's order; raises DeliveryUnsigned when no known device signed."""
        now = clock.now()
        device = await signing_device(
            self.platform.database,
            delivery.device,
            statement=statement_of(delivery),
            signature=delivery.signature,
        )
        if device is None:
            raise DeliveryUnsigned
        sent = datetime.fromtimestamp(delivery.sent_ms / 1000, UTC)
        skew = sent - now if abs(sent - now) > SKEW else timedelta()
        items = sorted(delivery.items, key=lambda item: item.n)
        outcomes = {item.id: await self._take(device, item, skew) for item in items}
        await account_for(self.platform, device, delivery, skew_s=round(skew.total_seconds()))
        return Delivered(
            now, round(skew.total_seconds()), tuple(outcomes[item.id] for item in delivery.items)
        )

    async def _take(self, device: DeviceRow, item: Item, skew: timedelta) -> Outcome:
        try:
            made = await unsealed(self.platform.keys, item)
        except Unsealable:
            await self._unread(device, item, ItemUnsealable())
            return _refused(item.id, ItemUnsealable())
        try:
            return await self._do(device, item, made, made.at - skew)
        except Problem as problem:
            return _refused(item.id, problem)
        except Exception as failure:
            log.error("an item failed: %s", type(failure).__qualname__)  # noqa: TRY400 - a message may quote
            return _refused(item.id, Problem())

    async def _do(self, device: DeviceRow, item: Item, made: Made, at: datetime) -> Outcome:
        principal = await self._author(device, item, made, at)
        envelope = Envelope(
            id=item.id,
            at=min(at, clock.now()),
            device_at=made.at,
            after=made.after,
            expects=made.expects,
            expires=made.expires and made.expires - (made.at - at),
        )
        found = self.platform.registry.offline.get(made.action)
        try:
            if found is None:
                raise ActionUnknown
            module, action = found
            parameters = _parameters(action, made)
            answer = await self.platform.gate.execute(
                principal, module.name, action, parameters, envelope=envelope
            )
        except Problem as problem:
            if _final(problem):
                await self.platform.gate.refuse(
                    principal, made.action, envelope, _digest(found, made), problem
                )
            if isinstance(problem, RecordStale):
                await self._theirs(principal, problem)
            raise
        return Outcome(item.id, 200, True, answer=msgspec.Raw(answer))

    async def _theirs(self, principal: Principal, stale: RecordStale) -> None:
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

    async def _author(self, device: DeviceRow, item: Item, made: Made, at: datetime) -> Principal:
        """Who did it; raises AuthorUnknown, which is in the log."""
        author = await author_of(self.platform.database, made.token)
        if (
            author is None
            or (author.organisation_id, author.device_id) != (item.organisation, device.id)
            or not author.open_at(min(at, clock.now()))
        ):
            await self._unread(device, item, AuthorUnknown())
            raise AuthorUnknown
        principal = await self._principal(author, at)
        if principal is None:
            await self._unread(device, item, AuthorUnknown())
            raise AuthorUnknown
        return principal

    async def _principal(self, author: Author, at: datetime) -> Principal | None:
        async with self.platform.database.unscoped(readonly=True) as tx:
            facts = await post_of(tx, author.post_id, at=at)
        if facts is None:
            return None
        return Principal(
            session_id=author.id,
            organisation_id=author.organisation_id,
            person_id=author.person_id,
            post_id=author.post_id,
            device_id=author.device_id,
            function=facts.function,
            permissions=facts.permissions,
            units=facts.units,
            language=facts.language,
            expires_at=author.expires_at,
        )

    async def _unread(self, device: DeviceRow, item: Item, problem: Problem) -> None:
        """Of an item whose author is not known the log of its organisation tells too."""
        what = {"command": str(item.id), "reason": problem.code, "device": str(device.id), "number": item.n}
        if await self._known(item.organisation):
            entry = LogEvent(organisation_id=item.organisation, kind="sync.ItemRefused", what=what)
            await self.platform.log.commit_now(entry)

    async def _known(self, organisation: UUID) -> bool:
        async with self.platform.database.unscoped(readonly=True) as tx:
            return any(entry.id == organisation for entry in await directory(tx))


def _parameters(action: Action, made: Made) -> msgspec.Struct:
    try:
        return msgspec.convert(made.body, action.parameters)
    except msgspec.ValidationError:
        raise InvalidInput from None


def _digest(found: Any, made: Made) -> bytes:
    """As the gate takes it, where the parameters can be read: a second arrival must have the same."""
    try:
        return digest_of(msgspec.convert(made.body, found[1].parameters) if found else made.body)
    except msgspec.ValidationError:
        return digest_of(made.body)


def _final(problem: Problem) -> bool:
    return problem.status < 500 and problem.status not in TRY_AGAIN


def _refused(item: UUID, problem: Problem) -> Outcome:
    told = {"code": problem.code, "params": problem.params, **problem.extra}
    return Outcome(item, problem.status, _final(problem), problem=told)

"""Sharing with other organisations, which accept or decline."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.errors import FieldProblem
from focus.core.gate import Actor, Event, action
from focus.core.ids import new_id
from focus.modules.briefing import phones, spreading, store
from focus.modules.briefing.audience import meant_by, sight_of, unknown_of
from focus.modules.briefing.copies import NOBODY
from focus.modules.briefing.problems import (
    FromElsewhere,
    ItemEnded,
    ItemInvalid,
    ItemUnknown,
    NotToBeShared,
    OfferAnswered,
    OfferUnknown,
    RecipientUnknown,
)
from focus.modules.briefing.records import Audience, Draft, Origin

Recipients = Annotated[tuple[UUID, ...], msgspec.Meta(min_length=1, max_length=250)]


class ItemShared(Event, frozen=True):
    """An item was offered to other organisations; those that had it already are left out."""

    item: UUID
    organisations: tuple[UUID, ...]
    offers: tuple[UUID, ...]


class OfferSettled(Event, frozen=True):
    """What another organisation offered became an item here, or was declined: then there is no `item`."""

    offer: UUID
    accepted: bool
    item: UUID | None = None
    number: str = ""


@action(needs="briefing.share")
async def share(actor: Actor, *, item: UUID, organisations: Recipients) -> ItemShared:
    """Offer an item to other organisations; its later versions and its recall follow by themselves.

    Raises NotToBeShared for what is handled within the unit or secretly, FromElsewhere, RecipientUnknown.
    """
    row = await store.steady(actor.tx, item)
    if row is None or not (await sight_of(actor)).shows(row):
        raise ItemUnknown
    if row["origin_organisation"] is not None:
        raise FromElsewhere
    if row["state"] != "published":
        raise ItemEnded
    if row["handling"] in {"unit", "secret"}:
        raise NotToBeShared
    offers = {}
    for organisation in sorted(set(organisations)):
        offer = await _offer(actor, item, organisation)
        if offer is not None:
            offers[organisation] = offer
    await spreading.spread(actor, item)
    return ItemShared(item=item, organisations=tuple(offers), offers=tuple(offers.values()))


async def _offer(actor: Actor, item: UUID, organisation: UUID) -> UUID | None:
    name = await spreading.organisation_name(actor.tx, organisation)
    if name is None or organisation == actor.organisation:
        raise RecipientUnknown
    made: UUID | None = await actor.tx.fetchval(
        """insert into briefing.share
             (organisation_id, id, direction, other_id, other_name, item_id, state, at)
           values (focus.must_scope(), $1, 'out', $2, $3, $4, 'offered', $5)
           on conflict (organisation_id, direction, item_id, other_id) do nothing returning id""",
        new_id(),
        organisation,
        name,
        item,
        clock.now(),
    )
    return made


@action(needs="briefing.share")
async def answer_share(
    actor: Actor, *, offer: UUID, accept: bool, audience: Audience = NOBODY
) -> OfferSettled:
    """Accept what another organisation offers, for an audience of one's own, or decline it.

    Raises OfferUnknown, OfferAnswered, ItemInvalid for an audience of nobody or of what is not here.
    """
    row = await actor.tx.fetchrow(
        """select other_id, other_name, item_id, state, ended, content::text as content from briefing.share
           where id = $1 and direction = 'in' for update""",
        offer,
    )
    if row is None:
        raise OfferUnknown
    content, now = store.content_of(row), clock.now()
    over = content.valid_to is not None and content.valid_to <= now
    if row["state"] != "offered" or row["ended"] or over:
        raise OfferAnswered
    event = OfferSettled(offer=offer, accepted=False)
    if accept:
        origin = Origin(organisation=row["other_id"], name=row["other_name"], item=row["item_id"])
        event = await _accept(actor, offer, msgspec.structs.replace(content, audience=audience), origin)
    await actor.tx.execute(
        "update briefing.share set state = $2, answered_at = $3, copy_id = $4 where id = $1",
        offer,
        "accepted" if accept else "declined",
        now,
        event.item,
    )
    await actor.platform.jobs.put(actor, spreading.TELL_ANSWER, {"share": offer}, key=offer)
    return event


async def _accept(actor: Actor, offer: UUID, content: Draft, origin: Origin) -> OfferSettled:
    if content.audience.nobody:
        raise ItemInvalid(fields=[FieldProblem("audience", "briefing.audience_of_nobody")])
    if await unknown_of(actor.tx, content.audience):
        raise ItemInvalid(fields=[FieldProblem("audience", "briefing.audience_unknown")])
    now, item = clock.now(), new_id()
    number = await store.next_number(actor.tx, now)
    await store.add_item(
        actor.tx,
        item,
        number=number,
        content=content,
        at=now,
        author=(None, origin.name),
        service="",
        meant_for=len(await meant_by(actor.tx, content.audience, now)),
        origin=origin,
    )
    await phones.show(actor.saves, item)
    return OfferSettled(offer=offer, accepted=True, item=item, number=number)

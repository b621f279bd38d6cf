"""What officers say of a hit, also without network; the list's owner hears how it ended."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec

from focus.core.gate import Actor, Event, action
from focus.core.organisations.public import post_of
from focus.modules.cameras import store
from focus.modules.cameras.problems import HitUnknown, NotConfirmed
from focus.modules.cameras.records import Hit, Outcome, Said, Text, Word
from focus.modules.cameras.turns import after, ended
from focus.modules.webhooks.public import send

OUTCOME: Final = "cameras.outcome"


class HitJudged(Event, frozen=True):
    """Somebody said something of a hit. `counted`: nobody had decided before."""

    hit: UUID
    word: Word
    at: datetime
    counted: bool
    state: str
    """Of the hit since."""


class OutcomeTold(msgspec.Struct, frozen=True, kw_only=True):
    """How a hit ended, as the owner of its list is told; nobody's name."""

    message: str
    """The camera system's id of it."""
    list: str
    owner: str
    plate: str
    country: str
    seen_at: datetime
    camera: str
    outcome: str
    at: datetime
    text: str


@action(needs="cameras.act", offline=True)
async def confirm(actor: Actor, *, hit: UUID) -> HitJudged:
    """Say that the picture shows the plate that was read. Raises HitUnknown."""
    return await _say(actor, hit, "confirmed", "")


@action(needs="cameras.act", offline=True)
async def not_same(actor: Actor, *, hit: UUID) -> HitJudged:
    """Say that the picture shows another plate. Raises HitUnknown."""
    return await _say(actor, hit, "not_same", "")


@action(needs="cameras.act", offline=True)
async def outcome(actor: Actor, *, hit: UUID, outcome: Outcome, text: Text = "") -> HitJudged:
    """Say how a confirmed hit ended. Raises HitUnknown, NotConfirmed."""
    return await _say(actor, hit, outcome, text.strip())


async def _say(actor: Actor, hit: UUID, word: Word, text: str) -> HitJudged:
    row = await store.held(actor.saves, hit)
    if row is None:
        raise HitUnknown
    if row.hit.state == "new" and word not in ("confirmed", "not_same"):
        raise NotConfirmed
    before = row.hit.state
    row.hit = after(row.hit, await _said(actor, word, text))
    await store.put(actor.saves, row)
    if row.hit.state != before and ended(row.hit.state):
        await _tell(actor, row)
    said = row.hit.said[-1]
    return HitJudged(hit=hit, word=word, at=said.at, counted=said.counted, state=row.hit.state)


async def _said(actor: Actor, word: Word, text: str) -> Said:
    post = await post_of(actor.tx, actor.principal.post_id)
    name = post.name if post else ""
    return Said(word=word, person=actor.person, name=name, at=actor.at, text=text, counted=False)


async def _tell(actor: Actor, row: store.Row) -> None:
    one: Hit = row.hit
    told = OutcomeTold(
        message=row.message_id,
        list=one.list,
        owner=one.owner,
        plate=one.plate,
        country=one.country,
        seen_at=one.seen_at,
        camera=one.camera.id,
        outcome=one.state,
        at=one.said[-1].at,
        text=one.said[-1].text,
    )
    await send(actor.platform, actor.tx, OUTCOME, told, topic=one.list)

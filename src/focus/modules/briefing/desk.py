"""What a desk does with items: write, publish, revise, recall."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.gate import Actor, Event, action
from focus.core.organisations.public import name_in, settings_of, units
from focus.modules.briefing import phones, spreading, store, waking
from focus.modules.briefing.audience import meant_by, name_of, sight_of, unknown_of
from focus.modules.briefing.checking import ready
from focus.modules.briefing.kinds import ITEM
from focus.modules.briefing.problems import (
    DraftChanged,
    DraftUnknown,
    FromElsewhere,
    ItemChanged,
    ItemEnded,
    ItemUnknown,
    NothingChanged,
    Unexplained,
)
from focus.modules.briefing.records import Draft, Reason
from focus.modules.briefing.settings import BriefingSettings

if TYPE_CHECKING:
    import asyncpg


class DraftSaved(Event, frozen=True):
    """There is a draft, or it says something else."""

    draft: UUID
    version: int


class DraftDropped(Event, frozen=True):
    """A draft was thrown away."""

    draft: UUID


class ItemPublished(Event, frozen=True):
    """A draft became an item."""

    item: UUID
    number: str
    version: int
    priority: str
    meant_for: int


class ItemRevised(Event, frozen=True):
    """An item says something else. `fields`: names of what was changed; `minor`: receipts were kept."""

    item: UUID
    version: int
    asks: int
    minor: bool
    fields: tuple[str, ...]


class ItemRecalled(Event, frozen=True):
    """An item counts no more. `told`: the offers whose organisations are being told."""

    item: UUID
    told: tuple[UUID, ...]


@action(needs="briefing.write")
async def save_draft(actor: Actor, *, draft: UUID, content: Draft, version: int = 0) -> DraftSaved:
    """Write a draft, or write it anew. `version`: the one that was on the screen, 0 for a new draft.

    It may be incomplete. Raises DraftChanged with what a colleague wrote meanwhile.
    """
    row = await _draft(actor, draft)
    if row is None and (version or await store.found(actor.tx, draft)):
        raise DraftUnknown
    if row is not None and row["version"] != version:
        raise DraftChanged(extra={"theirs": store.content_of(row), "version": row["version"]})
    await actor.tx.execute(
        """insert into briefing.draft
             (organisation_id, id, version, content, author_id, author, changed_by, changed_at)
           values (focus.must_scope(), $1, 1, $2::text::jsonb, $3, $4, $3, $5)
           on conflict (organisation_id, id) do update
             set version = briefing.draft.version + 1, content = excluded.content,
               changed_by = excluded.changed_by, changed_at = excluded.changed_at""",
        draft,
        store.to_json(content),
        actor.person,
        await name_of(actor),
        clock.now(),
    )
    return DraftSaved(draft=draft, version=version + 1)


@action(needs="briefing.write")
async def drop_draft(actor: Actor, *, draft: UUID, version: int) -> DraftDropped:
    """Throw a draft away, unless a colleague changed it meanwhile."""
    await _as_expected(actor, draft, version)
    await actor.tx.execute("delete from briefing.draft where id = $1", draft)
    return DraftDropped(draft=draft)


@action(needs="briefing.write")
async def publish(actor: Actor, *, draft: UUID, version: int) -> ItemPublished:
    """Publish a draft as it was on the screen: it gets its number and reaches whom it is for.

    The item has the draft's id. Raises ItemInvalid, DraftChanged, DraftUnknown.
    """
    row = await _as_expected(actor, draft, version)
    settings = await settings_of(actor.tx, "briefing", BriefingSettings)
    now = clock.now()
    written = store.content_of(row)
    content = ready(written, settings, now, unknown=await unknown_of(actor.tx, written.audience))
    number = await store.next_number(actor.tx, now)
    meant_for = len(await meant_by(actor.tx, content.audience, now))
    await store.add_item(
        actor.tx,
        draft,
        number=number,
        content=content,
        at=now,
        author=(actor.person, await name_of(actor)),
        service=await _service(actor),
        meant_for=meant_for,
    )
    await actor.tx.execute("delete from briefing.draft where id = $1", draft)
    await phones.show(actor.saves, draft)
    await waking.wake(actor.platform, actor.tx, draft, content)
    return ItemPublished(item=draft, number=number, version=1, priority=content.priority, meant_for=meant_for)


@action(needs="briefing.write", offline=True)
async def revise(
    actor: Actor, *, item: UUID, content: Draft, version: int, minor: bool = False, why: Reason = ""
) -> ItemRevised:
    """Give a published item its next version. `version`: the one that was on the screen.

    Everybody is asked to read it anew, unless it is a minor correction, which says why. Without moments of
    validity it keeps those that it has. What was written without network is refused like any other once a
    colleague was first: its author decides. Raises ItemInvalid, ItemChanged with what a colleague made of it,
    ItemEnded, FromElsewhere, NothingChanged.
    """
    row = await _held(actor, item)
    if row["origin_organisation"] is not None:
        raise FromElsewhere
    if row["version"] != version:
        raise ItemChanged(extra=_both(row, item, version))
    settings = await settings_of(actor.tx, "briefing", BriefingSettings)
    now, before = clock.now(), store.content_of(row)
    times = {name: getattr(content, name) or getattr(before, name) for name in ("valid_from", "valid_to")}
    unknown = await unknown_of(actor.tx, content.audience)
    after = ready(msgspec.structs.replace(content, **times), settings, now, unknown=unknown)
    fields = store.changed_fields(before, after)
    if not fields:
        raise NothingChanged
    if minor and not why.strip():
        raise Unexplained
    made = await store.change_item(
        actor.tx,
        row,
        content=after,
        at=now,
        person=actor.person,
        fields=fields,
        minor=minor,
        why=why.strip(),
        meant_for=len(await meant_by(actor.tx, after.audience, now)),
    )
    shown = await phones.show(actor.saves, item)
    await spreading.spread(actor, item)
    if not minor:
        await waking.wake(actor.platform, actor.tx, item, after)
    return ItemRevised(item=item, version=made, asks=shown.asks, minor=minor, fields=fields)


@action(needs="briefing.write")
async def recall(actor: Actor, *, item: UUID, why: Reason) -> ItemRecalled:
    """Recall an item: it leaves all phones with a word why, here and wherever it was shared.

    Who was not reached yet stands in the view `shares`. Raises Unexplained, ItemEnded.
    """
    if not why.strip():
        raise Unexplained
    await _held(actor, item)
    await phones.end(actor.saves, item, state="recalled", why=why.strip(), at=clock.now())
    return ItemRecalled(item=item, told=await spreading.spread(actor, item))


def _both(row: Any, item: UUID, expected: int) -> dict[str, Any]:
    """What an author needs to decide: which record, what he saw, and what stands there now."""
    return {
        "record": f"{ITEM.name}/{item}",
        "expected": expected,
        "version": row["version"],
        "theirs": store.content_of(row),
    }


async def _draft(actor: Actor, draft: UUID) -> asyncpg.Record | None:
    """A draft that nobody else changes until the end. One that is to be secret is its author's alone."""
    row = await actor.tx.fetchrow(
        "select version, author_id, content::text as content from briefing.draft where id = $1 for update",
        draft,
    )
    if row and row["author_id"] != actor.person and store.content_of(row).handling == "secret":
        raise DraftUnknown
    return row


async def _as_expected(actor: Actor, draft: UUID, version: int) -> Any:
    row = await _draft(actor, draft)
    if row is None:
        raise DraftUnknown
    if row["version"] != version:
        raise DraftChanged(extra={"theirs": store.content_of(row), "version": row["version"]})
    return row


async def _held(actor: Actor, item: UUID) -> Any:
    """A published item of which nobody else changes anything until the end."""
    await actor.hold(ITEM, item)
    row = await store.held(actor.tx, item)
    if row is None or not (await sight_of(actor)).shows(row):
        raise ItemUnknown
    if row["state"] != "published":
        raise ItemEnded
    return row


async def _service(actor: Actor) -> str:
    own = actor.principal.units[:1]
    names = {one.id: one.names for one in await units(actor.tx)} if own else {}
    return name_in(names[own[0]], actor.language) if own and own[0] in names else ""

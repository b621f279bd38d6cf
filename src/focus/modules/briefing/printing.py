"""Items on paper, for whoever may read them; the log says who printed what."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from uuid import UUID

from focus.core import clock
from focus.core.gate import Actor, Call, Event, Reply
from focus.core.registry import Route
from focus.modules.briefing import sheets, views
from focus.modules.briefing.audience import name_of
from focus.modules.briefing.problems import ItemUnknown
from focus.modules.briefing.records import Item

Chosen = Callable[[Actor], Awaitable[tuple[str, Sequence[Item]]]]
"""The title of a sheet and its items, as far as this actor may see them."""


class ItemPrinted(Event, frozen=True):
    """Items were printed, each as it then stood."""

    items: tuple[UUID, ...]
    versions: tuple[int, ...]


async def print_item(call: Call) -> Reply:
    """An item as PDF, in the reader's language around its own words."""
    item: UUID = call.parameters["item"]

    async def chosen(actor: Actor) -> tuple[str, Sequence[Item]]:
        shown = await views.item(actor, item=item)
        if shown is None:
            raise ItemUnknown
        return shown.item.number, (shown.item,)

    return await _printed(call, chosen)


async def print_roll_call(call: Call) -> Reply:
    """The roll call as PDF; `?unit=` of a unit, else one's own."""
    asked = call.query.get("unit", "")

    async def chosen(actor: Actor) -> tuple[str, Sequence[Item]]:
        called = await views.roll_call(actor, unit=_unit(asked))
        title = f"{_say(call, 'title')} {called.unit_name} {sheets.moment(called.at)}"
        return " ".join(title.split()), tuple(one.item for one in called.items)

    return await _printed(call, chosen)


def _unit(asked: str) -> UUID | None:
    try:
        return UUID(asked) if asked else None
    except ValueError:
        raise ItemUnknown from None


async def _printed(call: Call, chosen: Chosen) -> Reply:
    made: list[sheets.Sheet] = []

    async def work(actor: Actor) -> ItemPrinted:
        title, items = await chosen(actor)
        footer = _say(call, "print-footer", name=await name_of(actor), at=sheets.moment(clock.now()))

        def say(key: str, **params: str | int) -> str:
            return _say(call, key, **params)

        made.append(sheets.sheet_of(items, title=title, footer=footer, language=call.language, say=say))
        return ItemPrinted(items=tuple(one.id for one in items), versions=tuple(one.version for one in items))

    await call.platform.gate.change(call.who, "briefing", work)
    headers = {"cache-control": "no-store", "content-disposition": 'inline; filename="briefing.pdf"'}
    return Reply(await sheets.pdf(made[0]), headers=headers, media_type="application/pdf")


def _say(call: Call, key: str, **params: str | int) -> str:
    return call.platform.texts.get(call.language, f"briefing-{key}", params)


ROUTES = (
    Route(
        "GET",
        "/api/briefing/print/{item:uuid}",
        print_item,
        needs="briefing.read",
        media_type="application/pdf",
    ),
    Route(
        "GET",
        "/api/briefing/print-roll-call",
        print_roll_call,
        needs="briefing.read",
        media_type="application/pdf",
    ),
)

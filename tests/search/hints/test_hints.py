"""A colleague said that it is not the same person: the zone remembers it, and can be told otherwise."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from focus.core import clock
from focus.modules.search.hints.merge_hints import TOPIC
from tests.search.lookups.desk import CASE, MAN, Desk, Lookup, Officer

Card = dict[str, Any]


async def asked(officer: Officer) -> Lookup:
    return await officer.ask(MAN, purpose=CASE)


def whole(lookup: Lookup) -> Card:
    """The card with most records."""
    return max(lookup.cards.values(), key=lambda card: len(card["records"]))


def alone(lookup: Lookup, record: str) -> Card | None:
    """The card that has just this record."""
    cards = lookup.cards.values()
    return next((card for card in cards if [each["id"] for each in card["records"]] == [record]), None)


async def send(officer: Officer, action: str, lookup: Lookup, card: Card, record: str) -> Any:
    body = {"lookup": lookup.id, "card": card["id"], "record": record}
    answer = await officer.post(f"/api/search/{action}", body)
    assert answer.status == 200, answer.body
    return answer.body


async def parted(officer: Officer) -> str:
    """Split a record off; its key."""
    lookup = await asked(officer)
    card = whole(lookup)
    record: str = next(r["id"] for r in card["records"] if r["source"] == "driving-licences")
    await send(officer, "split", lookup, card, record)
    return record


async def together_again(officer: Officer, record: str) -> None:
    """Withdraw what was said."""
    lookup = await asked(officer)
    card = alone(lookup, record)
    assert card is not None
    await send(officer, "rejoin", lookup, card, record)


async def test_what_one_officer_held_apart_a_colleague_sees_apart_with_the_day(desk: Desk) -> None:
    lotte, bram = await desk.officer(), await desk.officer("Bram Vos")
    record = await parted(lotte)
    card = alone(await asked(bram), record)

    assert card is not None
    assert card["apart"]["record"] == record
    assert card["apart"]["at"][:10] == clock.now().date().isoformat()
    await together_again(bram, record)


async def test_a_hint_that_is_withdrawn_holds_nothing_apart(desk: Desk) -> None:
    lotte = await desk.officer()
    record = await parted(lotte)
    await together_again(lotte, record)

    assert alone(await asked(lotte), record) is None


async def test_withdrawing_puts_the_record_back_at_once(desk: Desk) -> None:
    lotte = await desk.officer()
    record = await parted(lotte)
    lookup = await asked(lotte)
    card = alone(lookup, record)
    assert card is not None
    done = await send(lotte, "rejoin", lookup, card, record)

    assert done["gone"] == [card["id"]]
    assert record in [each["id"] for each in done["cards"][0]["records"]]


async def test_withdrawing_is_in_the_log(desk: Desk) -> None:
    lotte = await desk.officer()
    record = await parted(lotte)
    await together_again(lotte, record)
    (entry,) = await desk.logged(lotte, "HintWithdrawn")

    assert entry.what["record"] == record
    assert entry.purpose is not None


async def test_the_table_holds_no_key_of_a_record_and_the_hint_ends(desk: Desk) -> None:
    lotte = await desk.officer()
    record = await parted(lotte)
    async with desk.station.platform.database.transaction(lotte.organisation) as tx:
        rows = await tx.fetch("select * from search.hint where withdrawn_at is null")

    assert rows
    assert record.encode() not in b"".join(row["parted"] + row["other"] for row in rows)
    assert all(row["expires_at"] - row["said_at"] == timedelta(days=365) for row in rows)
    await together_again(lotte, record)


async def test_a_hint_that_has_expired_holds_nothing_apart(desk: Desk) -> None:
    lotte = await desk.officer()
    record = await parted(lotte)
    await desk.station.owner.execute("update search.hint set expires_at = now()")
    desk.station.platform.bus.publish(TOPIC, str(lotte.organisation))

    assert alone(await asked(lotte), record) is None
    await desk.station.owner.execute("delete from search.hint")
    desk.station.platform.bus.publish(TOPIC, str(lotte.organisation))


async def test_a_colleague_sees_no_more_of_who_said_so_than_the_day(desk: Desk) -> None:
    lotte, bram = await desk.officer(), await desk.officer("Bram Vos")
    record = await parted(lotte)
    card = alone(await asked(bram), record)

    assert card is not None
    assert card["apart"].keys() == {"record", "at"}
    await together_again(bram, record)


async def test_another_zone_does_not_know(desk: Desk) -> None:
    lotte = await desk.officer()
    record = await parted(lotte)

    assert (await desk.search.hints.of(lotte.organisation)).pairs
    assert not (await desk.search.hints.of(uuid4())).pairs
    await together_again(lotte, record)

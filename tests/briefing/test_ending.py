"""Field asks, Briefing 3 and 4: what has ended is gone everywhere at once, and never hits again."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from focus.core import clock
from focus.core.ids import new_id
from focus.modules.briefing import keeping
from focus.modules.briefing.records import Audience, Subject
from focus.modules.briefing.searching import BriefingSource
from focus.modules.search.public import Reading, Record
from tests.briefing.zone import Member, Zone, content, wanted

SOON = timedelta(seconds=0.4)
MAN = Subject(kind="person", family_name="Proefmans", given_names="Jeroen", national_number="85.07.30-033.28")
CAR = Subject(kind="vehicle", plate="1-ABC-123")
CARD = Subject(kind="document", number="592-1234567-89")
BIKE = Subject(kind="object", number="WSB 0042", described="zwarte fiets")
QUESTIONS: dict[str, Reading] = {
    "national_number": Reading(kind="national_number", normal="", facts={"national_number": "85073003328"}),
    "plate": Reading(kind="plate", normal="", facts={"plate": "1ABC123"}, country="B"),
    "document": Reading(kind="document", normal="", facts={"document": "592123456789"}),
    "object": Reading(kind="object", normal="", facts={"serial": "WSB0042"}),
    "name": Reading(kind="name", normal="", facts={"name": "Proefmans Jeroen"}),
}


async def asked(zone: Zone, question: str | Reading) -> Sequence[Record]:
    reading = QUESTIONS[question] if isinstance(question, str) else question
    platform = zone.house.platform.seen_by("briefing")
    found = await BriefingSource(platform).find(platform.database.reading(zone.id), reading, clock.now())
    return list(found)


async def expire(zone: Zone) -> None:
    await zone.house.platform.jobs.run(keeping.EXPIRE)


async def test_3_item_tally_receipt_and_sighting_expire_together(
    zone: Zone, desk: Member, ann: Member
) -> None:
    item = await desk.publish(content(valid_to=clock.now() + SOON))
    await ann.do("acknowledge", item=item, version=1)
    await ann.do("report_sighting", id=new_id(), item=item, text="a")
    assert len(await ann.pull()) == 4
    await asyncio.sleep(SOON.total_seconds())
    await expire(zone)
    assert await ann.pull() == {}
    (event,) = await zone.log("briefing.ItemExpired")
    assert event.what["item"] == str(item)
    assert (await desk.see("item", item=item))["item"]["state"] == "expired"


async def test_3_what_has_not_ended_stays(zone: Zone, desk: Member, ann: Member) -> None:
    item = await desk.publish(content(valid_to=clock.now() + timedelta(hours=1)))
    await expire(zone)
    assert list(await ann.held("item")) == [str(item)]


@pytest.mark.parametrize("question", QUESTIONS)
async def test_4_a_wanted_one_is_a_red_hit_with_source_end_and_day_of_verification(
    zone: Zone, desk: Member, question: str
) -> None:
    until = clock.now() + timedelta(days=3)
    item = await desk.publish(
        content(**wanted(subjects=(MAN, CAR, CARD, BIKE), valid_to=until, expected="Niet aanhouden, volgen"))
    )
    (record,) = await asked(zone, question)
    (warning,) = record.warnings
    number = (await desk.held("item"))[str(item)]["number"]
    facts = {fact.key: fact.value for fact in record.facts}
    assert (warning.tone, warning.word, warning.action) == ("red", "wanted", "Niet aanhouden, volgen")
    assert warning.params["authority"] == facts["reference"] == f"Briefing {number}"
    assert facts["until"] == until.astimezone(clock.BRUSSELS).date().isoformat()
    assert facts["authority"] == "Parket Lindevallei" and facts["updated_on"]


@pytest.mark.parametrize("kind", ["attention", "missing_person", "vehicle", "operation"])
async def test_what_is_not_wanted_is_amber(zone: Zone, desk: Member, kind: str) -> None:
    await desk.publish(content(kind=kind, subjects=(MAN, CAR)))
    tones = [(await asked(zone, one))[0].warnings[0].tone for one in ("national_number", "plate")]
    assert tones == ["amber", "amber"]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("how", ["recalled", "expired", "expired but not yet swept", "revised away"])
async def test_4_a_lifted_one_never_alerts_again(zone: Zone, desk: Member, how: str, question: str) -> None:
    ends = clock.now() + (SOON if "expired" in how else timedelta(days=1))
    written = content(**wanted(subjects=(MAN, CAR, CARD, BIKE), valid_to=ends))
    item = await desk.publish(written)
    assert len(await asked(zone, question)) == 1
    if how == "recalled":
        await desk.do("recall", item=item, why="Aangehouden")
    elif how == "revised away":
        await desk.do("revise", item=item, content=content(**wanted(valid_to=ends)), version=1)
    else:
        await asyncio.sleep(SOON.total_seconds())
        if how == "expired":
            await expire(zone)
    assert await asked(zone, question) == []


async def test_no_hit_before_it_begins_for_others_or_for_another(zone: Zone, desk: Member) -> None:
    north = await zone.unit("NORTH")
    await desk.publish(content(subjects=(CAR,), valid_from=clock.now() + timedelta(days=1)))
    await desk.publish(content(subjects=(CAR,), audience=Audience(units=(north,))))
    await desk.publish(content(subjects=(Subject(kind="vehicle", plate="1-ABC-123", country="NL"),)))
    await desk.publish(content(subjects=(Subject(kind="vehicle", plate="1-ABC-124"),)))
    assert await asked(zone, "plate") == []


async def test_a_name_with_another_birth_date_is_somebody_else(zone: Zone, desk: Member) -> None:
    born = Subject(kind="person", family_name="Proefmans", given_names="Jeroen", birth_date="1985-07-30")  # type: ignore[arg-type]
    await desk.publish(content(subjects=(born,)))
    facts = {"name": "Jeroen Proefmans", "born": "1985-07-30"}
    same = Reading(kind="name_birth", normal="", facts=facts)
    other = Reading(kind="name_birth", normal="", facts={**facts, "born": "1990-01-01"})
    assert (len(await asked(zone, same)), len(await asked(zone, other))) == (1, 0)


async def test_the_word_of_a_recall_leaves_after_a_day(
    zone: Zone, desk: Member, ann: Member, monkeypatch: Any
) -> None:
    item = await desk.publish()
    await desk.do("recall", item=item, why="Gevonden")
    await expire(zone)
    assert list(await ann.held("item")) == [str(item)]
    monkeypatch.setattr(keeping, "WORD_STAYS", timedelta())
    await expire(zone)
    assert await ann.held("item") == {}


async def test_ended_items_are_erased_with_all_that_belongs_to_them(
    zone: Zone, desk: Member, ann: Member
) -> None:
    gone, stays = await desk.publish(), await desk.publish(content("blijft"))
    await ann.do("acknowledge", item=gone, version=1)
    await ann.do("report_sighting", id=new_id(), item=gone, text="a")
    await desk.do("recall", item=gone, why="Gevonden")
    platform = zone.house.platform
    async with platform.database.transaction(zone.id) as tx:
        assert await keeping.erase_items(platform, tx, clock.now()) == 1
        assert await keeping.erase_items(platform, tx, clock.now()) == 0
    async with platform.database.transaction(zone.id) as tx:
        counts = [
            await tx.fetchval(f"select count(*) from briefing.{table}")
            for table in ("item", "version", "receipt", "sighting")
        ]
    assert counts == [1, 1, 0, 0]
    assert list(await ann.held("item")) == [str(stays)]

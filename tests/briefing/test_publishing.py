"""Drafts, publication and versions: what reaches whom, and that two editors lose nothing."""

from __future__ import annotations

import asyncio
import re

import msgspec
import pytest

from focus.core import clock
from focus.core.ids import new_id
from focus.modules.briefing.problems import (
    DraftChanged,
    DraftUnknown,
    ItemChanged,
    ItemEnded,
    ItemInvalid,
    NothingChanged,
    Unexplained,
)
from focus.modules.briefing.records import Audience
from tests.briefing.zone import Member, Zone, content, zone_of


async def test_a_draft_reaches_nobody(desk: Member, ann: Member) -> None:
    await desk.do("save_draft", draft=new_id(), content=content())
    assert await ann.held("item") == {} and await desk.held("item") == {}


async def test_a_published_item_is_on_the_phones_of_those_it_is_for(zone: Zone, desk: Member) -> None:
    north, south = await zone.unit("NORTH"), await zone.unit("SOUTH")
    meant, other = await zone.member(units=[north]), await zone.member(units=[south])
    item = await desk.publish(content(audience=Audience(units=(north,))))
    assert list(await meant.held("item")) == [str(item)]
    assert await other.held("item") == {}


@pytest.mark.parametrize("by", ["function", "ward", "person"])
async def test_an_audience_may_be_a_function_a_ward_or_persons(zone: Zone, desk: Member, by: str) -> None:
    ward = await zone.ward("W-1")
    meant, other = await zone.member("ward_officer", wards=[ward]), await zone.member()
    audience = {
        "function": Audience(functions=("ward_officer",)),
        "ward": Audience(wards=(ward,)),
        "person": Audience(persons=(meant.id,)),
    }[by]
    item = await desk.publish(content(audience=audience))
    assert list(await meant.held("item")) == [str(item)]
    assert await other.held("item") == {}


async def test_numbers_count_up_without_gaps_also_when_many_publish_at_once(
    zone: Zone, desk: Member, ann: Member
) -> None:
    await asyncio.gather(*(desk.publish() for _ in range(6)))
    numbers = sorted(item["number"] for item in (await ann.held("item")).values())
    year = clock.now().astimezone(clock.BRUSSELS).year
    assert numbers == [f"B-{year}-{n:05}" for n in range(1, 7)]
    assert all(re.fullmatch(r"B-\d{4}-\d{5}", number) for number in numbers)


async def test_two_editors_of_a_draft_neither_is_lost(zone: Zone, desk: Member) -> None:
    other, draft = await zone.desk(), new_id()
    await desk.do("save_draft", draft=draft, content=content("a"))
    await desk.do("save_draft", draft=draft, content=content("mine"), version=1)
    with pytest.raises(DraftChanged) as refused:
        await other.do("save_draft", draft=draft, content=content("theirs"), version=1)
    assert (refused.value.extra["theirs"].title, refused.value.extra["version"]) == ("mine", 2)  # type: ignore[attr-defined]


async def test_two_editors_of_an_item_neither_is_lost(zone: Zone, desk: Member) -> None:
    other, item = await zone.desk(), await desk.publish()
    answers = await asyncio.gather(
        desk.do("revise", item=item, content=content("mine"), version=1),
        other.do("revise", item=item, content=content("theirs"), version=1),
        return_exceptions=True,
    )
    refused = [one for one in answers if isinstance(one, ItemChanged)]
    shown = (await desk.held("item"))[str(item)]
    assert len(refused) == 1 and refused[0].status == 409
    assert refused[0].extra["theirs"].title == shown["content"]["title"]  # type: ignore[attr-defined]
    assert shown["version"] == 2


async def test_a_draft_changed_meanwhile_is_not_published(zone: Zone, desk: Member) -> None:
    draft = new_id()
    await desk.do("save_draft", draft=draft, content=content("a"))
    await desk.do("save_draft", draft=draft, content=content("b"), version=1)
    with pytest.raises(DraftChanged):
        await desk.do("publish", draft=draft, version=1)
    assert await desk.held("item") == {}


async def test_a_draft_that_is_to_be_secret_is_its_authors_alone(zone: Zone, desk: Member) -> None:
    other, draft = await zone.desk(), new_id()
    await desk.do("save_draft", draft=draft, content=content(handling="secret"))
    for version in (0, 1):
        with pytest.raises(DraftUnknown):
            await other.do("save_draft", draft=draft, content=content("theirs"), version=version)
    with pytest.raises(DraftUnknown):
        await other.do("publish", draft=draft, version=1)


async def test_a_revision_says_which_fields_it_changed(desk: Member, ann: Member) -> None:
    item = await desk.publish(content("a", text="old"))
    await desk.do("revise", item=item, content=content("b", text="new"), version=1)
    (change,) = (await ann.held("item"))[str(item)]["changes"]
    assert (change["version"], change["fields"]) == (2, ["title", "text"])


async def test_a_revision_that_changes_nothing_is_refused(desk: Member) -> None:
    item = await desk.publish()
    with pytest.raises(NothingChanged):
        await desk.do("revise", item=item, content=content(), version=1)


async def test_an_item_follows_its_audience(zone: Zone, desk: Member) -> None:
    north, south = await zone.unit("NORTH"), await zone.unit("SOUTH")
    first, second = await zone.member(units=[north]), await zone.member(units=[south])
    item = await desk.publish(content(audience=Audience(units=(north,))))
    await first.do("report_sighting", id=new_id(), item=item, text="gezien")
    await first.pull()
    await desk.do("revise", item=item, content=content(audience=Audience(units=(south,))), version=1)
    assert (await first.held("item"), await first.held("sighting"), await first.held("tally")) == ({}, {}, {})
    assert [len(await second.held(kind)) for kind in ("item", "sighting", "tally")] == [1, 1, 1]


async def test_a_secret_item_is_seen_by_those_it_names_only(zone: Zone, desk: Member, ann: Member) -> None:
    other = await zone.desk()
    item = await desk.publish(content(handling="secret", audience=Audience(persons=(ann.id,))))
    assert list(await ann.held("item")) == list(await ann.held("tally")) == [str(item)]
    assert (await other.held("item"), await other.held("tally")) == ({}, {})


async def test_a_recalled_item_leaves_phones_with_one_word_why(desk: Member, ann: Member) -> None:
    item = await desk.publish(content("Jan Proef gezocht", text="Zwarte jas", place="Markt 1"))
    await ann.do("acknowledge", item=item, version=1)
    await ann.do("report_sighting", id=new_id(), item=item, place="Markt")
    await ann.pull()
    await desk.do("recall", item=item, why="Aangehouden")
    shown = (await ann.held("item"))[str(item)]
    assert (shown["state"], shown["why"]) == ("recalled", "Aangehouden")
    assert not {"text", "place", "subjects", "contact"} & shown["content"].keys()
    assert [await ann.held(kind) for kind in ("tally", "receipt", "sighting")] == [{}, {}, {}]


async def test_a_recall_says_why(desk: Member) -> None:
    item = await desk.publish()
    with pytest.raises(Unexplained):
        await desk.do("recall", item=item, why="  ")
    await desk.do("recall", item=item, why="Vergissing")
    with pytest.raises(ItemEnded):
        await desk.do("revise", item=item, content=content("b"), version=1)


async def test_the_log_holds_no_words_of_an_item(zone: Zone, desk: Member, ann: Member) -> None:
    item = await desk.publish(content("Geheimtitel", text="Geheimtekst"))
    await desk.do("revise", item=item, content=content("Geheimtitel", text="Geheimer"), version=1)
    await ann.do("report_sighting", id=new_id(), item=item, text="Geheimgezien", place="Geheimplaats")
    await desk.do("recall", item=item, why="Geheimreden")
    events = [event for event in await zone.log() if event.kind.startswith("briefing.")]
    assert {event.kind.partition(".")[2] for event in events} >= {
        "DraftSaved",
        "ItemPublished",
        "ItemRevised",
        "SightingReported",
        "ItemRecalled",
    }
    assert not any("Geheim" in str(event.what) for event in events)


@pytest.mark.parametrize("named", ["units", "functions", "wards", "persons"])
async def test_an_audience_that_is_not_in_the_organisation_is_named_at_the_field(
    desk: Member, named: str
) -> None:
    other = await (await zone_of(desk.house)).unit("ELSEWHERE")
    stranger = "harbour_master" if named == "functions" else other
    audience = msgspec.convert({named: [str(stranger)]}, Audience)
    with pytest.raises(ItemInvalid) as refused:
        await desk.publish(content(audience=audience))
    assert [(one.path, one.code) for one in refused.value.fields] == [
        ("content.audience", "briefing.audience_unknown")
    ]
    item = await desk.publish()
    with pytest.raises(ItemInvalid):
        await desk.do("revise", item=item, content=content("b", audience=audience), version=1)
    assert (await desk.held("item"))[str(item)]["version"] == 1

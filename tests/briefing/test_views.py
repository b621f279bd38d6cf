"""What desks read: lists, readers, the roll call, what changed since one's last briefing."""

from __future__ import annotations

import time
from datetime import timedelta

from focus.core import clock
from focus.core.ids import new_id
from focus.modules.briefing.records import Audience
from tests.briefing.zone import Member, Zone, content, wanted


async def titles(who: Member, **asked: object) -> list[str]:
    return [line["title"] for line in await who.see("items", **asked)]


async def test_the_desks_list_has_filters(zone: Zone, desk: Member) -> None:
    other = await zone.desk()
    await desk.publish(content("a", priority="urgent", text="rode auto 100%"))
    await desk.publish(content("b", **wanted()))
    ended = await other.publish(content("c"))
    await other.do("recall", item=ended, why="x")
    number = (await desk.see("item", item=ended))["item"]["number"]
    author = (await desk.see("item", item=ended))["item"]["author"]
    assert await titles(desk) == ["c", "b", "a"]
    assert await titles(desk, priority="urgent") == ["a"]
    assert await titles(desk, kind="wanted_person") == ["b"]
    assert await titles(desk, state="recalled") == ["c"]
    assert await titles(desk, text="RODE auto 100%") == ["a"]
    assert await titles(desk, text="1000%") == []
    assert await titles(desk, text=number) == ["c"]
    assert "c" in await titles(desk, author=author)
    assert await titles(desk, author="nobody of this name") == []


async def test_an_officer_lists_what_is_for_him(zone: Zone, desk: Member, ann: Member) -> None:
    unit = await zone.unit("NORTH")
    await desk.publish(content("all"))
    hidden = await desk.publish(content("north", audience=Audience(units=(unit,))))
    assert await titles(ann) == ["all"]
    assert await ann.see("item", item=hidden) is None


async def test_a_secret_one_stays_out_of_colleagues_lists(zone: Zone, desk: Member, ann: Member) -> None:
    other = await zone.desk()
    item = await desk.publish(content("secret", handling="secret", audience=Audience(persons=(ann.id,))))
    assert (await titles(desk), await titles(ann), await titles(other)) == (["secret"], ["secret"], [])
    assert [await other.see(name, item=item) for name in ("item", "readers", "shares")] == [None, None, []]


async def test_fifty_a_page_of_five_thousand_without_a_gap(zone: Zone, desk: Member) -> None:
    item = await desk.publish(content("first"))
    async with zone.house.platform.database.transaction(zone.id) as tx:
        await tx.execute(
            """insert into briefing.item (organisation_id, id, number, version, asks, state, kind, priority,
                 handling, must_read, language, title, content, buckets, meant_for, author, service,
                 published_at, changed_at, valid_from, valid_to)
               select organisation_id, gen_random_uuid(), 'X-' || n, 1, 1, state, kind, priority, handling,
                 must_read, language, 'title ' || n, content, buckets, meant_for, author, service,
                 published_at - n * interval '1 second', changed_at, valid_from, valid_to
               from briefing.item, generate_series(1, 5000) n where id = $1""",
            item,
        )
        await tx.execute(
            """insert into feed.record (organisation_id, type, id, version, body, buckets)
               select organisation_id, 'briefing.item', id, 1, null, '{}' from briefing.item
               where number like 'X-%'"""
        )
    seen: list[str] = []
    before = None
    began = time.perf_counter()
    for _ in range(5):
        page = await desk.see("items", before=before)
        assert len(page) == 50
        seen += [line["title"] for line in page]
        before = page[-1]["id"]
    assert seen == ["first", *(f"title {n}" for n in range(1, 250))]
    assert await titles(desk, text="title 4999") == ["title 4999"]
    assert time.perf_counter() - began < 3


async def test_6_who_has_read_which_version_who_has_not_and_who_cannot_be_reached(
    zone: Zone, desk: Member, ann: Member
) -> None:
    bob, online = await zone.member(), await zone.house.someone(zone.id)
    await zone.house.signed_in(online)
    item = await desk.publish()
    await ann.do("acknowledge", item=item, version=1)
    await desk.do("revise", item=item, content=content("b"), version=1)
    await bob.do("acknowledge", item=item, version=2)
    found = await desk.see("readers", item=item)
    by_id = {one["person"]: one for one in found["readers"]}
    assert (found["version"], found["asks"]) == (2, 2)
    assert by_id[str(ann.id)]["version"] == 1 and by_id[str(bob.id)]["version"] == 2
    assert "version" not in by_id[str(online.id)]
    assert by_id[str(online.id)].get("reachable", True) and by_id[str(bob.id)]["reachable"] is False
    assert found["readers"][-1]["person"] == str(bob.id)


async def test_readers_are_those_it_is_for(zone: Zone, desk: Member, ann: Member) -> None:
    await zone.member()
    item = await desk.publish(content(audience=Audience(persons=(ann.id,))))
    found = await desk.see("readers", item=item)
    assert [one["person"] for one in found["readers"]] == [str(ann.id)]


async def test_the_roll_call_is_urgent_then_must_read_then_the_newest(zone: Zone, desk: Member) -> None:
    north, south = await zone.unit("NORTH"), await zone.unit("SOUTH")
    leader = await zone.member("shift_leader", units=[north])
    to_north = Audience(units=(north,))
    await desk.publish(content("old"))
    await desk.publish(content("urgent", priority="urgent"))
    await desk.publish(content("must", must_read=True, audience=to_north))
    await desk.publish(content("new", audience=to_north))
    await desk.publish(content("south", audience=Audience(units=(south,))))
    await desk.publish(content("tomorrow", valid_from=clock.now() + timedelta(days=1)))
    recalled = await desk.publish(content("recalled"))
    await desk.do("recall", item=recalled, why="x")
    called = await leader.see("roll_call", unit=north)
    assert [one["item"]["content"]["title"] for one in called["items"]] == ["urgent", "must", "new", "old"]
    assert called["unit_name"] == "NORTH" and called["at"]


async def test_the_roll_call_of_another_unit_shows_an_officer_only_what_is_for_him(
    zone: Zone, desk: Member, ann: Member
) -> None:
    north = await zone.unit("NORTH")
    await desk.publish(content("north", audience=Audience(units=(north,))))
    await desk.publish(content("all"))
    called = await ann.see("roll_call", unit=north)
    assert [one["item"]["content"]["title"] for one in called["items"]] == ["all"]


async def test_the_roll_call_has_receipts_and_sightings(desk: Member, ann: Member) -> None:
    item = await desk.publish()
    await ann.do("acknowledge", item=item, version=1)
    await ann.do("report_sighting", id=new_id(), item=item, text="gezien")
    (called,) = (await desk.see("roll_call"))["items"]
    assert (called["read"], called["of"], called["sightings"][0]["text"]) == (1, 2, "gezien")


async def test_10_what_changed_since_my_last_briefing(desk: Member, ann: Member) -> None:
    known, revised, gone = [await desk.publish(content(name)) for name in ("known", "revised", "gone")]
    since = clock.now()
    await desk.do("revise", item=revised, content=content("revised", text="more"), version=1)
    await desk.do("recall", item=gone, why="Gevonden")
    new = await desk.publish(content("new"))
    changed = await ann.see("changed_since", since=since)
    assert [one["id"] for one in changed["items"]] == [str(new), str(revised)]
    assert [one.get("changes", [{}])[0].get("fields") for one in changed["items"]] == [None, ["text"]]
    assert [(one["id"], one["why"]) for one in changed["ended"]] == [(str(gone), "Gevonden")]
    assert str(known) not in str(changed)


async def test_10_my_last_briefing_is_when_i_last_read_something(desk: Member, ann: Member) -> None:
    item = await desk.publish(content("a"))
    assert len((await ann.see("changed_since"))["items"]) == 1
    await ann.do("acknowledge", item=item, version=1)
    assert (await ann.see("changed_since"))["items"] == []


async def test_a_draft_that_is_to_be_secret_is_its_authors(zone: Zone, desk: Member) -> None:
    other = await zone.desk()
    await desk.do("save_draft", draft=new_id(), content=content("a"))
    await desk.do("save_draft", draft=new_id(), content=content("b", handling="secret"))
    shown = [[one["content"]["title"] for one in await who.see("drafts")] for who in (desk, other)]
    assert shown == [["b", "a"], ["a"]]

"""A case from its making to its end: numbers, changes, moves, whom it is given, what is refused."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from focus.core.ids import new_id
from focus.core.organisations.store import structure
from tests.identity.house import LONG_AGO
from tests.kit.running.desk import NAME, SQUARE, Member, Zone, bicycle, zone_of


async def test_a_case_gets_its_number_step_place_and_deadline(ann: Member) -> None:
    await ann.make()
    made = await ann.make(brand="  Gazelle ")
    shown = (await ann.see("case", case=made))["case"]
    assert shown["number"] == f"F-{shown['made_at'][:4]}-0002"
    assert (shown["step"], shown["data"]["brand"], shown["revision"]) == ("registered", "Gazelle", 1)
    assert (shown["longitude"], shown["latitude"]) == (4.865, 51.035)
    assert (shown["due_on"], shown["deadline"]) == ("2027-02-02", "keep")


async def test_a_faulty_record_is_refused_with_all_that_is_wrong(ann: Member, zone: Zone) -> None:
    data = bicycle(colour="purple", brand=None, frame_number=None, nonsense=1)
    answer = await ann.post("make-case", case=new_id(), declared=1, data=data)
    assert (answer.status_code, answer.json()["code"]) == (422, "kit.case_faulty")
    assert answer.json()["title"].startswith("Dit dossier")
    assert answer.json()["faults"] == [["nonsense", "unknown"], ["colour", "option"], ["brand", "required"]]
    assert await zone.rows("select id from kit.case") == []


async def test_a_change_sets_some_fields_and_tells_what_stood_there(ann: Member, zone: Zone) -> None:
    made = await ann.make()
    told = await ann.do(
        "change-case", case=made, declared=1, revision=1, values={"brand": "Gazelle", "frame_number": None}
    )
    assert told == {"case": made, "revision": 2, "fields": ["brand", "frame_number"]}
    shown = await ann.see("case", case=made)
    assert shown["case"]["data"]["brand"] == "Gazelle"
    assert "frame_number" not in shown["case"]["data"]
    assert [one["kind"] for one in shown["happenings"]] == ["made", "changed"]
    changed = shown["happenings"][1]["what"]["fields"]
    assert changed == {"brand": ["Batavus", "Gazelle"], "frame_number": ["BA123456", None]}
    assert (await zone.logged())[-1] == ("CaseChanged", told)
    same = {"case": made, "declared": 1, "values": {"brand": "Gazelle"}}
    assert await ann.refused("change-case", **same) == (422, "kit.nothing_changed")
    assert await ann.refused("change-case", **{**same, "values": {"brand": None}}) == (422, "kit.case_faulty")
    assert await ann.refused("change-case", **{**same, "case": new_id()}) == (404, "kit.case_unknown")


async def test_two_officers_change_one_case_and_neither_is_lost(zone: Zone, ann: Member) -> None:
    bea = await zone.officer()
    made = await ann.make()
    await bea.do("change-case", case=made, declared=1, revision=1, values={"brand": "Gazelle"})
    mine = {"case": made, "declared": 1, "values": {"colour": "red"}}
    answer = await ann.post("change-case", revision=1, **mine)
    assert (answer.status_code, answer.json()["code"]) == (409, "kit.case_changed")
    told = answer.json()
    assert (told["record"], told["expected"], told["version"]) == (f"{NAME}.case/{made}", 1, 2)
    assert told["theirs"]["data"]["brand"] == "Gazelle"
    await ann.do("change-case", revision=2, **mine)
    data = (await ann.see("case", case=made))["case"]["data"]
    assert (data["brand"], data["colour"]) == ("Gazelle", "red")


async def test_a_move_asks_guards_and_belongs_to_functions(ann: Member, desk: Member) -> None:
    made = await ann.make()
    move = {"case": made, "declared": 1}
    answer = await ann.post("move-case", move="store", **move)
    assert (answer.status_code, answer.json()["faults"]) == (422, [["stored_in", "asked"]])
    assert await ann.refused("move-case", move="fly", **move) == (422, "kit.move_refused")
    told = await ann.do("move-case", move="store", values={"stored_in": "Kelder"}, **move)
    assert (told["before"], told["after"], told["fields"]) == ("registered", "stored", ["stored_in"])
    assert await ann.refused("move-case", move="give_back", **move) == (403, "kit.move_not_yours")
    answer = await desk.post("move-case", move="give_back", **move)
    assert answer.json()["code"] == "kit.move_refused"
    assert ["", "guard"] in answer.json()["faults"]


async def test_what_may_be_done_next_depends_on_who_asks(ann: Member, desk: Member) -> None:
    made = await ann.make()
    await ann.do("move-case", case=made, declared=1, move="store", values={"stored_in": "Kelder"})
    assert (await ann.see("case", case=made))["next"] == []
    found = {one["move"]: one["faults"] for one in (await desk.see("case", case=made))["next"]}
    assert set(found) == {"give_back", "hand_over"}
    assert ["", "guard"] in found["give_back"]


async def test_the_desk_gives_a_case_to_somebody_of_its_own_zone(
    zone: Zone, ann: Member, desk: Member
) -> None:
    made, unit = await ann.make(), await zone.unit("NO")
    assert await ann.refused("assign-case", case=made, unit=unit) == (403, "gate.not_permitted")
    told = await desk.do("assign-case", case=made, person=ann.who.id, unit=unit, revision=1)
    assert (told["person"], told["unit"], told["revision"]) == (str(ann.who.id), str(unit), 2)
    again = {"case": made, "person": ann.who.id, "unit": unit}
    assert await desk.refused("assign-case", **again) == (422, "kit.nothing_changed")
    assert await desk.refused("assign-case", **{**again, "person": uuid4()}) == (404, "kit.person_unknown")
    assert await desk.refused("assign-case", **{**again, "unit": uuid4()}) == (404, "kit.unit_unknown")


async def test_notes_stay_out_of_the_log(ann: Member, zone: Zone) -> None:
    made, note = await ann.make(), str(new_id())
    await ann.do("note-case", id=note, case=made, text=" Eigenaar belt terug ")
    assert (await ann.see("case", case=made))["happenings"][-1]["text"] == "Eigenaar belt terug"
    assert (await zone.logged())[-1] == ("CaseNoted", {"case": made, "note": note})
    assert await ann.refused("note-case", id=note, case=made, text="x") == (409, "kit.note_known")


async def test_a_case_is_made_once_and_its_id_is_nobody_elses(ann: Member) -> None:
    made = await ann.make()
    assert await ann.refused("make-case", case=made, declared=1, data=bicycle()) == (409, "kit.case_known")


async def test_another_declaration_is_refused_either_way(ann: Member) -> None:
    body = {"case": new_id(), "data": bicycle()}
    assert await ann.refused("make-case", declared=0, **body) == (409, "kit.update_first")
    assert await ann.refused("make-case", declared=2, **body) == (409, "kit.declaration_newer")


async def test_a_case_lies_in_the_ward_around_its_place(zone: Zone, ann: Member) -> None:
    area = {"type": "Polygon", "coordinates": [SQUARE]}
    async with zone.house.platform.database.transaction(zone.id) as tx:
        ward = await structure.add_ward(tx, code="W1", names={"nl": "W1"}, area=area, valid_from=LONG_AGO)
    inside = await ann.make()
    outside = await ann.make(found_at={"text": "Elders"})
    assert await ann.listed(ward=ward) == [inside]
    await ann.do("change-case", case=outside, declared=1, values={"found_at": bicycle()["found_at"]})
    assert await ann.listed(ward=ward) == [inside, outside]


async def test_a_case_of_another_zone_is_nowhere(zone: Zone, ann: Member) -> None:
    other = await (await zone_of(zone.house)).desk()
    made = await ann.make()
    assert await other.see("case", case=made) is None
    assert await other.listed() == []
    assert await other.listed(text="batavus") == []
    assert await other.held() == {}
    assert all(one["cases"] == 0 for one in await other.see("case-counts"))
    for name, more in (
        ("change-case", {"declared": 1, "values": {"brand": "x"}}),
        ("move-case", {"declared": 1, "move": "store"}),
        ("assign-case", {"person": other.who.id}),
        ("note-case", {"id": new_id(), "text": "x"}),
    ):
        assert await other.refused(name, case=made, **more) == (404, "kit.case_unknown")
    assert [kind for kind, _ in await other.zone.logged()] == []


async def test_what_was_done_without_network_counts_at_its_time(ann: Member) -> None:
    made, outbox = str(new_id()), await ann.outbox()
    first = outbox.keep(
        f"{NAME}.make_case", {"case": made, "declared": 1, "data": bicycle()}, ago=timedelta(seconds=2)
    )
    outbox.keep(
        f"{NAME}.move_case",
        {"case": made, "declared": 1, "move": "store", "values": {"stored_in": "Kelder"}},
        ago=timedelta(seconds=1),
        after=[first["id"]],
        expects={f"{NAME}.case/{made}": first["id"]},
    )
    assert [one["status"] for one in await outbox.deliver()] == [200, 200]
    shown = await ann.see("case", case=made)
    assert (shown["case"]["step"], shown["case"]["revision"]) == ("stored", 2)
    assert all(one["at"] < one["told_at"] for one in shown["happenings"])

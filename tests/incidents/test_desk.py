"""The desk's own incidents: numbers, changes, closing twice, late notes, history."""

from __future__ import annotations

from uuid import UUID

from focus.core.ids import new_id
from focus.modules.incidents.keeping import leave_phones
from tests.incidents.town import Member, Town


async def test_incidents_are_numbered_per_organisation(town: Town, desk: Member, ann: Member) -> None:
    await desk.open("Een", text="Melder staat buiten", priority=1)
    await desk.open("Twee")
    numbers = {one["title"]: one["number"] for one in (await ann.held("incident")).values()}
    assert numbers == {"Een": "I-0001", "Twee": "I-0002"}
    line = await ann.the("line")
    assert (line["kind"], line["text"]) == ("desk", "Melder staat buiten")


async def test_an_incident_is_written_once(desk: Member) -> None:
    incident = await desk.open()
    body = {"id": incident, "kind": "theft", "title": "Anders", "place": {}}
    assert await desk.refused("open-incident", **body) == (409, "incidents.incident_known")
    assert await desk.refused("open-incident", **{**body, "id": new_id(), "kind": "picnic"}) == (
        422,
        "incidents.kind_unknown",
    )


async def test_a_change_over_somebody_elses_is_refused_with_both(desk: Member, town: Town) -> None:
    incident = await desk.open()
    done = await desk.do("change-incident", incident=incident, version=1, title="Inbraak, dader ter plaatse")
    assert done["fields"] == ["title"]
    answer = await desk.post("change-incident", incident=incident, version=1, priority=1)
    assert (answer.status_code, answer.json()["code"]) == (409, "incidents.incident_changed")
    assert answer.json()["theirs"]["title"] == "Inbraak, dader ter plaatse"
    assert (await desk.the("incident"))["priority"] is None
    assert await desk.refused("change-incident", incident=incident) == (422, "incidents.nothing_changed")


async def test_who_may_only_act_does_not_dispatch(town: Town, desk: Member, ann: Member) -> None:
    incident = await desk.open()
    for name, body in (
        ("open-incident", {"id": new_id(), "kind": "theft", "title": "x", "place": {}}),
        ("assign", {"incident": incident, "crew": new_id()}),
        ("reopen", {"incident": incident}),
        ("add-feed", {"name": "x", "format": "eido"}),
    ):
        assert await ann.refused(name, **body) == (403, "gate.not_permitted")


async def test_closing_twice_keeps_the_first_and_adds_the_second_as_a_line(
    town: Town, desk: Member, ann: Member
) -> None:
    bob = await town.member(crew="NO-4")
    incident = await desk.open()
    assert (await ann.do("close", incident=incident, result="done", text="Klaar"))["first"]
    again = await bob.do("close", incident=incident, result="false_alarm", text="Loos alarm")
    assert not again["first"]
    shown = await ann.the("incident")
    assert shown["result"] == "done"
    lines = [(one["kind"], one["text"], one["late"]) for one in (await ann.held("line")).values()]
    assert sorted(lines) == [("result", "Klaar", False), ("result", "Loos alarm", True)]
    assert await ann.refused("close", incident=incident, result="eaten") == (422, "incidents.result_unknown")


async def test_a_note_on_what_was_closed_meanwhile_is_kept_as_late(
    town: Town, desk: Member, ann: Member
) -> None:
    incident = await desk.open()
    outbox = await ann.outbox()
    note = str(new_id())
    outbox.keep("incidents.note", {"id": note, "incident": incident, "text": "Ruit gebroken"})
    await desk.do("close", incident=incident, result="cancelled")
    (outcome,) = await outbox.deliver()
    assert outcome["status"] == 200
    line = (await ann.held("line"))[note]
    assert (line["late"], line["text"]) == (True, "Ruit gebroken")
    (again,) = await outbox.deliver()
    assert again["status"] == 200
    assert len([one for one in (await ann.held("line")).values() if one["kind"] == "note"]) == 1


async def test_reopened_it_runs_again(desk: Member, ann: Member) -> None:
    incident = await desk.open()
    assert await desk.refused("reopen", incident=incident) == (409, "incidents.incident_open")
    await ann.do("close", incident=incident, result="done")
    await desk.do("reopen", incident=incident)
    shown = await ann.the("incident")
    assert (shown["state"], shown["closed_at"], shown["result"]) == ("open", None, "")
    await ann.do("take-state", incident=incident, state="accepted")


async def test_twelve_hours_after_the_end_it_leaves_the_phones_and_may_come_back(
    town: Town, desk: Member, ann: Member
) -> None:
    incident, other = await desk.open("Oud", text="Eerste regel"), await desk.open("Nieuw")
    for one in (incident, other):
        await ann.do("close", incident=one, result="done", text="Klaar")
    await town.close_earlier("12 hours 1 minute", UUID(incident))
    await leave_phones(town.house.platform)
    assert list(await ann.held("incident")) == [other]
    assert {one["incident"] for one in (await ann.held("line")).values()} == {other}
    await ann.do("note", id=new_id(), incident=incident, text="Nog iets")
    assert {one["incident"] for one in (await ann.held("line")).values()} == {other}
    shown = await ann.see("incident", incident=incident)
    assert [one["text"] for one in shown["lines"]] == ["Eerste regel", "Klaar", "Nog iets"]
    await desk.do("reopen", incident=incident)
    assert set(await ann.held("incident")) == {incident, other}
    assert len([one for one in (await ann.held("line")).values() if one["incident"] == incident]) == 3


async def test_history_is_found_by_words_kind_and_page(town: Town, desk: Member, ann: Member) -> None:
    made = [await desk.open(f"Inbraak {number}") for number in range(3)]
    made.append(await desk.open("Ruzie", kind="fight"))
    for one in made:
        await ann.do("close", incident=one, result="done")
    await desk.open("Inbraak die loopt")
    found = await ann.do("history", text="INBRAAK")
    assert [one["id"] for one in found] == list(reversed(made[:3]))
    assert [one["id"] for one in await ann.do("history", kind="fight")] == [made[3]]
    assert [one["id"] for one in await ann.do("history", before=made[2])] == [made[1], made[0]]
    assert len(await ann.do("history", text="bosdreef 31")) == 4
    assert await ann.do("history", since="2099-01-01T00:00:00Z") == []
    kinds = [kind for kind, _ in await town.logged()]
    assert kinds.count("Consulted") == 5


async def test_every_action_is_in_the_log_without_what_was_written(
    town: Town, desk: Member, ann: Member
) -> None:
    incident = await desk.open("Geheime titel")
    await ann.do("take-state", incident=incident, state="accepted")
    await ann.do("note", id=new_id(), incident=incident, text="Geheime notitie")
    await ann.do("close", incident=incident, result="done", text="Geheim verslag")
    logged = await town.logged()
    assert [kind for kind, _ in logged] == ["IncidentOpened", "StateTaken", "NoteWritten", "IncidentEnded"]
    assert "eheim" not in str(logged)

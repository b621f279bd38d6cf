"""Lists, phones, the clock, the declaration, and declarations with faults."""

from __future__ import annotations

import logging
from dataclasses import replace
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import msgspec
import pytest

from focus.core import clock
from focus.core.organisations.store import structure
from focus.core.registry import registry as registries
from focus.core.registry.registry import Registry, arrange, sound
from focus.kit.keeping import clockwork, store
from focus.kit.public import CaseModule, case_module
from tests.identity.house import LONG_AGO, core_registry
from tests.kit.declarations import found_bicycles
from tests.kit.running.desk import BICYCLES, KIT, NAME, SQUARE, Member, Zone

OWNER = {"family_name": "Clåes", "given_names": "Mia"}


async def test_lists_are_filtered_and_found_by_beginnings_of_words(
    zone: Zone, ann: Member, desk: Member
) -> None:
    plain = await ann.make(found_on="2026-11-03")
    owned = await ann.make(found_on="2026-11-02", brand="Gazelle-Sport", owner=OWNER, proof="key")
    late = await ann.make(found_on="2026-06-01")
    await ann.do("move-case", case=late, declared=1, move="store", values={"stored_in": "Kelder"})
    await desk.do("assign-case", case=owned, person=ann.who.id)
    assert await ann.listed() == [late, owned, plain]
    assert await ann.listed(order="number") == [late, owned, plain]
    assert (await ann.listed(order="changed"))[0] == owned
    assert await ann.listed(step="stored") == await ann.listed(overdue=True) == [late]
    assert await ann.listed(person=ann.who.id) == [owned]
    assert await ann.listed(unassigned=True) == [late, plain]
    assert await ann.listed(text="claes gaz") == await ann.listed(text="gazelle-spo") == [owned]
    number = (await ann.see("case", case=plain))["case"]["number"]
    assert await ann.listed(text=number.lower()) == [plain]
    assert await ann.listed(text="claes batavus") == await ann.listed(text="---") == []
    await ann.do("change-case", case=owned, declared=1, values={"owner": None, "proof": None})
    assert await ann.listed(text="claes") == []
    counts = {one["step"]: one for one in await ann.see("case-counts")}
    assert counts["registered"] == {"step": "registered", "cases": 2, "overdue": 0, "unassigned": 1}
    assert counts["stored"]["overdue"] == 1
    assert counts["returned"]["cases"] == 0


@pytest.mark.parametrize("order", ["due", "changed", "number"])
async def test_pages_go_through_all_cases_once(
    order: str, ann: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("focus.kit.keeping.listing.PAGE", 2)
    made = [await ann.make(found_on=day) for day in ("2026-11-01", "2026-11-01", "2026-10-01", "2026-11-02")]
    made.append(await ann.make())
    found, after = [], ""
    while True:
        page = await ann.do("cases", order=order, after=after)
        found.append([one["id"] for one in page["cases"]])
        if not (after := page["after"]):
            break
    assert [len(ids) for ids in found] == [2, 2, 1]
    assert {one for ids in found for one in ids} == set(made)
    assert await ann.refused("cases", order=order, after="x") == (422, "kit.cursor_unreadable")
    other = "number" if order != "number" else "due"
    first = (await ann.do("cases", order=other))["after"]
    assert await ann.refused("cases", order=order, after=first) == (422, "kit.cursor_unreadable")


async def test_phones_hold_what_is_given_to_them_and_lose_it_again(
    zone: Zone, ann: Member, desk: Member
) -> None:
    unit = await zone.unit("NO")
    bea, made = await zone.officer(unit=unit), await ann.make()
    assert set(await ann.held()) == {made}
    assert await bea.held() == {}
    state = (await ann.lines())[-1]["state"]
    await desk.do("assign-case", case=made, unit=unit)
    assert (await bea.held())[made]["data"]["brand"] == "Batavus"
    delta = [line for line in await ann.lines(state=state) if "t" in line]
    assert delta == [{"t": f"{NAME}.case", "i": made, "gone": True}]
    state = (await bea.lines())[-1]["state"]
    await ann.do("change-case", case=made, declared=1, values={"brand": "Gazelle"})
    (line,) = [line for line in await bea.lines(state=state) if "t" in line]
    assert (line["v"], line["d"]["revision"], line["d"]["data"]["brand"]) == (3, 3, "Gazelle")


async def test_who_holds_the_ward_holds_its_cases_where_the_type_says_so(zone: Zone, ann: Member) -> None:
    area = {"type": "Polygon", "coordinates": [SQUARE]}
    async with zone.house.platform.database.transaction(zone.id) as tx:
        ward = await structure.add_ward(tx, code="W1", names={"nl": "W1"}, area=area, valid_from=LONG_AGO)
    carl = await zone.member("officer", "read", wards=[ward])
    made = await ann.make()
    assert f"ward:{ward}" in (await carl.lines())[0]["state"]["held"]
    assert await carl.held() == {}
    by_ward = case_module(found_bicycles.FOUND_BICYCLE, file=found_bicycles.__file__, holders=("ward",))
    assert by_ward.kind is not None
    case = await stored(zone, by_ward, made)
    assert list(by_ward.kind.synced.buckets(case)) == [f"ward:{ward}"]


async def test_without_the_right_to_read_a_phone_holds_nothing(zone: Zone) -> None:
    maker = await zone.member("officer", "act")
    await maker.make()
    assert await maker.held() == {}
    assert (await maker.get("case-counts")).status_code == 403


async def returned(ann: Member, desk: Member) -> str:
    """A case that came to its end."""
    made = await ann.make(owner=OWNER, proof="key")
    await ann.do("move-case", case=made, declared=1, move="store", values={"stored_in": "Kelder"})
    received = {
        "id": "00000000-0000-4000-8000-000000000002", "by": "Mia Clåes", "at": "2026-11-03T10:00:00Z"
    }  # fmt: skip
    values = {"returned_on": "2026-11-03", "received": received}
    await desk.do("move-case", case=made, declared=1, move="give_back", values=values)
    return made


async def test_an_ended_case_leaves_phones_after_a_week(zone: Zone, ann: Member, desk: Member) -> None:
    made, platform = await returned(ann, desk), zone.house.platform
    shown = (await ann.see("case", case=made))["case"]
    assert shown["ended_at"]
    assert "due_on" not in shown
    await clockwork.leave_phones(platform)
    assert set(await ann.held()) == {made}
    await zone.change("update kit.case set ended_at = ended_at - interval '8 days' where id = $1", UUID(made))
    await clockwork.leave_phones(platform)
    assert await ann.held() == {}
    assert await ann.listed() == [made]


async def test_a_case_is_erased_when_its_time_is_over_and_leaves_number_and_dates(
    zone: Zone, ann: Member, desk: Member
) -> None:
    made, platform = await returned(ann, desk), zone.house.platform
    open_one = await ann.make()

    async def erase() -> int:
        async with platform.database.transaction(zone.id) as tx:
            return await clockwork.erase_cases(platform.seen_by("kit"), tx, clock.now())

    await zone.change(
        "update kit.case set ended_at = now() - interval '23 months', made_at = made_at where id = $1",
        UUID(made),
    )
    assert await erase() == 0
    await zone.change("update kit.case set ended_at = now() - interval '25 months' where id = $1", UUID(made))
    assert await erase() == 1
    (row,) = await zone.rows("select *, data::text as data from kit.case where id = $1", UUID(made))
    assert (row["data"], row["person_id"], row["longitude"], row["reference"]) == ("{}", None, None, "")
    assert row["number"].startswith("F-")
    assert row["made_at"]
    assert row["ended_at"]
    for table in ("word", "happening"):
        assert not await zone.rows(f"select from kit.{table} where case_id = $1", UUID(made))
    assert await ann.see("case", case=made) is None
    assert await ann.listed() == [open_one]
    assert set(await ann.held()) == {open_one}
    assert (await zone.logged())[-1][0] == "CasesErased"
    assert await erase() == 0


def second_version() -> CaseModule:
    """The same case type, later: what was found lies in the hall."""
    case = found_bicycles.FOUND_BICYCLE
    made = case_module(
        msgspec.structs.replace(case, version=2, upgrades={2: lambda data: {**data, "stored_in": "Hal"}}),
        file=found_bicycles.__file__,
    )
    assert made.kind is not None
    return made


async def stored(zone: Zone, module: CaseModule, case: str) -> Any:
    """A case as this module reads it."""
    assert module.kind is not None
    async with zone.house.platform.database.transaction(zone.id) as tx:
        return await store.found(tx, module.kind, UUID(case))


async def test_an_older_record_is_upgraded_when_it_is_read_and_then_for_phones(
    zone: Zone, ann: Member
) -> None:
    made, later = await ann.make(), second_version()
    found = await stored(zone, later, made)
    assert (found.version, found.data["stored_in"]) == (2, "Hal")
    platform = replace(zone.house.platform, registry=Registry((*core_registry(KIT), later)))
    await clockwork.bring_up(platform)
    held = (await ann.held())[made]
    assert (held["version"], held["revision"], held["data"]["stored_in"]) == (2, 2, "Hal")
    assert (await zone.logged())[-1] == ("CaseUpgraded", {"case": made, "versions": [1, 2]})
    change = {"case": made, "declared": 1, "values": {"brand": "x"}}
    assert await ann.refused("change-case", **change) == (409, "kit.declaration_newer")


async def test_a_record_that_cannot_be_upgraded_breaks_no_list_and_holds_up_no_other(
    zone: Zone, ann: Member, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, later = await ann.make(), second_version()
    after = await ann.make(stored_in="Kelder")
    assert later.kind is not None
    upgrades = {2: lambda data: {**data, "stored_in": data["stored_in"].lower()}}
    broken = msgspec.structs.replace(later.kind.case, upgrades=upgrades)
    later = replace(later, kind=replace(later.kind, case=broken))
    monkeypatch.setattr(clockwork, "BATCH", 1)
    await clockwork.bring_up(replace(zone.house.platform, registry=Registry((*core_registry(KIT), later))))
    assert {one: case["version"] for one, case in (await ann.held()).items()} == {made: 1, after: 2}
    found = await stored(zone, later, made)
    assert (found.version, found.data["brand"]) == (1, "Batavus")
    assert "KeyError" in caplog.text
    assert "Batavus" not in caplog.text


async def test_the_app_gets_the_declaration_once(ann: Member) -> None:
    first = await ann.get("declaration")
    told = first.json()
    assert (told["module"], told["version"], told["manifest"]["name"]) == (NAME, 1, "found_bicycle")
    assert told["digest"] == told["manifest"]["digest"]
    again = await ann.get("declaration", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def faulty(file: str = found_bicycles.__file__) -> CaseModule:
    """A declaration with two faults."""
    case = found_bicycles.FOUND_BICYCLE
    return case_module(msgspec.structs.replace(case, search=["frame_nr"], version=2), file=file)


def test_a_faulty_declaration_is_left_out_with_what_requires_it_and_the_rest_runs(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    needing = replace(KIT, name="needing", requires=(NAME,))
    planted = {
        "tests.kit.planted.module": faulty(),
        "tests.kit.needing.module": needing,
        "focus.kit.module": KIT,
    }
    core = {f"{one.package}.module": one for one in core_registry()}
    entries = [SimpleNamespace(module=place, load=lambda m=m: m) for place, m in {**core, **planted}.items()]
    monkeypatch.setattr("focus.core.registry.registry.metadata.entry_points", lambda group: entries)
    with caplog.at_level(logging.ERROR):
        running = registries.discover()
    assert "kit" in running.by_name
    assert {NAME, "needing"}.isdisjoint(running.by_name)
    assert f"{NAME} is left out: found_bicycles.py:" in caplog.text
    assert "no field 'frame_nr'; did you mean 'frame_number'?" in caplog.text
    assert "version 2 has none" in caplog.text
    assert f"needing is left out: it requires {NAME}" in caplog.text


def test_the_module_holds_together_and_brings_its_texts() -> None:
    running = arrange(sound([*core_registry(KIT), BICYCLES]))
    assert running.words["fr"][f"{NAME}-permission-act"] == "Vélo trouvé : traiter"
    assert {f"{NAME}.{verb}" for verb in ("read", "act", "desk")} <= running.permissions
    texts = {"nl": BICYCLES.words["nl"]}
    with pytest.raises(registries.Misdeclared, match="has no text found_bicycle-title in fr"):
        arrange([*core_registry(KIT), replace(BICYCLES, words=texts)])
    with pytest.raises(registries.Misdeclared, match="frame_nr"):
        arrange([*core_registry(KIT), replace(faulty(), package=BICYCLES.package)])


async def test_a_case_never_changes_without_its_record(zone: Zone, ann: Member) -> None:
    made = await ann.make()
    with pytest.raises(Exception, match="changed without its found_bicycle"):
        await zone.rows("update kit.case set step = 'stored' where id = $1 returning id", UUID(made))

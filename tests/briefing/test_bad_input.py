"""What cannot be published as it is written names the field, in all that is wrong, and changes nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from focus.core import clock
from focus.core.ids import new_id
from focus.core.texts import LANGUAGES
from focus.modules.briefing.problems import ItemInvalid
from focus.modules.briefing.records import Audience, Subject
from tests.briefing.zone import SQUARE, Member, Zone, content, wanted

CROSSING = [[4.8, 51.0], [4.9, 51.1], [4.9, 51.0], [4.8, 51.1], [4.8, 51.0]]
UNIT = Audience(units=(new_id(),))
NOW = clock.now()

BAD: dict[str, tuple[dict[str, Any], str, str]] = {
    "empty title": ({"title": " "}, "content.title", "title_missing"),
    "audience of nobody": ({"audience": Audience()}, "content.audience", "audience_of_nobody"),
    "ended already": ({"valid_to": NOW - timedelta(minutes=1)}, "content.valid_to", "in_the_past"),
    "ends before it begins": (
        {"valid_from": NOW + timedelta(days=2), "valid_to": NOW + timedelta(days=1)},
        "content.valid_to",
        "ends_before_it_begins",
    ),
    "no time zone": ({"valid_to": datetime(2090, 1, 1)}, "content.valid_to", "no_time_zone"),  # noqa: DTZ001
    "crosses itself": (
        {"area": {"type": "Polygon", "coordinates": [CROSSING]}},
        "content.area",
        "area_crossing",
    ),
    "not a polygon": (
        {"area": {"type": "Point", "coordinates": [4.8, 51.0]}},
        "content.area",
        "area_unreadable",
    ),
    "no GeoJSON": ({"area": {"shape": "round"}}, "content.area", "area_unreadable"),
    "wrong check digits": (
        {"subjects": (Subject(kind="person", national_number="85.07.30-033.29"),)},
        "content.subjects.0.national_number",
        "national_number_wrong",
    ),
    "a subject of nothing": (
        {"subjects": (Subject(kind="document"),)},
        "content.subjects.0",
        "subject_unnamed",
    ),
    "wanted by nobody": (wanted(source=""), "content.source", "source_missing"),
    "never verified": (wanted(verified_at=None), "content.verified_at", "verified_missing"),
    "verified tomorrow": (
        wanted(verified_at=NOW + timedelta(days=1)),
        "content.verified_at",
        "in_the_future",
    ),
    "secret for all": ({"handling": "secret"}, "content.audience", "secret_names_persons"),
    "unit only for all": ({"handling": "unit"}, "content.audience", "unit_only"),
}


@pytest.mark.parametrize("case", BAD)
async def test_bad_input_names_its_field(zone: Zone, desk: Member, case: str) -> None:
    changed, path, code = BAD[case]
    draft = new_id()
    await desk.do("save_draft", draft=draft, content=content(**changed))
    with pytest.raises(ItemInvalid) as refused:
        await desk.do("publish", draft=draft, version=1)
    assert [(one.path, one.code) for one in refused.value.fields] == [(path, f"briefing.{code}")]
    assert await desk.held("item") == {}
    assert await zone.log("briefing.ItemPublished") == []


async def test_everything_that_is_wrong_is_said_at_once(desk: Member) -> None:
    draft = new_id()
    await desk.do("save_draft", draft=draft, content=content("", audience=Audience(), **wanted(source="")))
    with pytest.raises(ItemInvalid) as refused:
        await desk.do("publish", draft=draft, version=1)
    assert len(refused.value.fields) == 3


async def test_a_revision_is_checked_as_well(desk: Member) -> None:
    item = await desk.publish()
    with pytest.raises(ItemInvalid):
        await desk.do("revise", item=item, content=content(audience=Audience()), version=1)
    assert (await desk.held("item"))[str(item)]["version"] == 1


async def test_what_is_right_is_published(desk: Member) -> None:
    right = content(
        **wanted(
            area={"type": "Polygon", "coordinates": [SQUARE]},
            subjects=(
                Subject(kind="person", national_number="85.07.30-033.28"),
                Subject(kind="vehicle", plate="1-ABC-123"),
            ),
            valid_from=NOW + timedelta(days=1),
            valid_to=NOW + timedelta(days=2),
        )
    )
    item = await desk.publish(right)
    assert (await desk.held("item"))[str(item)]["content"]["area"]["type"] == "Polygon"


async def test_validity_of_which_nothing_is_said_is_as_the_organisation_sets(desk: Member) -> None:
    item = await desk.publish()
    written = (await desk.held("item"))[str(item)]["content"]
    days = datetime.fromisoformat(written["valid_to"]) - datetime.fromisoformat(written["valid_from"])
    assert days == timedelta(days=14)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_fault_has_words(zone: Zone, language: str) -> None:
    texts = zone.house.platform.texts
    keys = {f"error-briefing-{code}".replace("_", "-") for _, _, code in BAD.values()}
    assert [key for key in keys if not texts.has(language, key)] == []

"""Own layers: what may be one, who sees it, and what the desk's GIS reads of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import httpx
import pytest

from focus.core.organisations.store import structure
from tests.identity.house import House, Someone
from tests.identity.phone import Phone
from tests.map.test_octets import asked

SQUARE = [[4.8, 51.0], [4.9, 51.0], [4.9, 51.1], [4.8, 51.1], [4.8, 51.0]]
BOW = [[4.8, 51.0], [4.9, 51.1], [4.9, 51.0], [4.8, 51.1], [4.8, 51.0]]


def point(x: Any, y: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [x, y]}, "properties": properties}


def area(ring: list[list[float]]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]}, "properties": {}}


def of(*features: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


async def add(phone: Phone, geojson: dict[str, Any], name: str = "Sleutelkluizen") -> httpx.Response:
    return await phone.post("/api/map/add-layer", {"name": name, "geojson": geojson})


async def test_a_layer_is_shown_to_everybody_of_the_organisation(
    house: House, phone: Phone, ann: Someone
) -> None:
    assert (await add(phone, of(point(4.85, 51.03, name="Kluis 1"), area(SQUARE)))).status_code == 200
    colleague = await house.signed_in(await house.someone(ann.organisation))
    (layer,) = (await asked(colleague, "/api/map/layers")).json()
    assert layer["name"] == "Sleutelkluizen"
    assert layer["features"]["features"][0]["properties"] == {"name": "Kluis 1"}
    assert layer["features"]["features"][0]["geometry"] == {"type": "Point", "coordinates": [4.85, 51.03]}


async def test_another_organisation_sees_nothing_of_it(house: House, phone: Phone) -> None:
    await add(phone, of(point(4.85, 51.03)))
    stranger = await house.signed_in(await house.someone(await house.organisation()))
    assert (await asked(stranger, "/api/map/layers")).json() == []


async def test_an_officer_may_not_add_one(house: House, ann: Someone) -> None:
    officer = await house.signed_in(await house.someone(ann.organisation))
    assert (await add(officer, of(point(4.85, 51.03)))).status_code == 403


@pytest.mark.parametrize(
    ("wrong", "path", "code"),
    [
        (of(point(4.8, 51.0), area(BOW)), "features.1.geometry", "area_crossing"),
        (of(area([[x + 300, y] for x, y in SQUARE])), "features.0.geometry", "area_coordinates"),
        (of(area([[y, x] for x, y in SQUARE])), "features.0.geometry", "area_swapped"),
        (of(point(4.8, 97.0)), "features.0.geometry.coordinates", "area_coordinates"),
        (of(point("4.8", 51.0)), "features.0.geometry.coordinates", "area_coordinates"),
        (of(point(True, 51.0)), "features.0.geometry.coordinates", "area_coordinates"),
        (of({"type": "Feature", "geometry": None}), "features.0.geometry", "neither_point_nor_area"),
        (of(3), "features.0", "no_feature"),
        ({"type": "Feature"}, "type", "no_collection"),
        (of(*[point(4.8, 51.0)] * 10_001), "features", "too_many"),
    ],
)
async def test_what_cannot_be_drawn_is_refused_with_its_place(
    phone: Phone, wrong: dict[str, Any], path: str, code: str
) -> None:
    answer = await add(phone, wrong)
    assert (answer.status_code, answer.json()["code"]) == (422, "map.layer_invalid")
    assert [(one["path"], one["code"]) for one in answer.json()["fields"]] == [(path, code)]
    assert (await asked(phone, "/api/map/layers")).json() == []


async def test_every_fault_is_told_at_once(phone: Phone) -> None:
    answer = await add(phone, of(point(999, 0), point(4.8, 51.0), area(BOW)))
    assert [one["path"] for one in answer.json()["fields"]] == [
        "features.0.geometry.coordinates",
        "features.2.geometry",
    ]


async def test_a_layer_that_is_too_large_is_refused_before_it_is_read(phone: Phone) -> None:
    assert (await add(phone, of(point(4.8, 51.0, name="x" * 1_100_000)))).status_code == 413


async def test_there_is_a_number_of_layers_beyond_which_none_is_added(phone: Phone) -> None:
    for number in range(20):
        assert (await add(phone, of(), f"Laag {number}")).status_code == 200
    answer = await add(phone, of())
    assert (answer.status_code, answer.json()["code"]) == (409, "map.too_many_layers")


async def test_a_layer_that_was_removed_is_gone_and_cannot_be_removed_again(phone: Phone) -> None:
    layer = (await add(phone, of(point(4.8, 51.0)))).json()["layer"]
    assert (await phone.post("/api/map/remove-layer", {"layer": layer})).status_code == 200
    assert (await asked(phone, "/api/map/layers")).json() == []
    answer = await phone.post("/api/map/remove-layer", {"layer": layer})
    assert answer.json()["code"] == "map.layer_unknown"


async def a_ward(house: House, organisation: Any, code: str = "LB-1") -> None:
    async with house.platform.database.transaction(organisation) as tx:
        polygon = {"type": "Polygon", "coordinates": [SQUARE]}
        await structure.add_ward(
            tx, code=code, names={"nl": "Centrum"}, area=polygon, valid_from=date(2020, 1, 1)
        )


async def test_the_wards_of_today_are_geojson(house: House, phone: Phone, ann: Someone) -> None:
    await a_ward(house, ann.organisation)
    wards = (await asked(phone, "/api/map/wards")).json()
    assert wards["type"] == "FeatureCollection"
    assert wards["features"][0]["properties"] == {"code": "LB-1", "names": {"nl": "Centrum"}}
    assert wards["features"][0]["geometry"]["coordinates"] == [SQUARE]


async def test_a_gis_finds_its_way_from_the_landing_page_to_a_feature(
    house: House, phone: Phone, ann: Someone
) -> None:
    await a_ward(house, ann.organisation)
    links = {one["rel"]: one["href"] for one in (await asked(phone, "/api/map/ogc")).json()["links"]}
    conforms = (await asked(phone, links["conformance"])).json()["conformsTo"]
    assert "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core" in conforms
    (wards,) = (await asked(phone, links["data"])).json()["collections"]
    assert wards["extent"]["spatial"]["bbox"] == [[4.8, 51.0, 4.9, 51.1]]
    items = {one["rel"]: one["href"] for one in wards["links"]}["items"]
    answer = await asked(phone, items)
    assert answer.headers["content-type"] == "application/geo+json"
    (feature,) = answer.json()["features"]
    alone = (await asked(phone, f"{items}/{feature['id']}")).json()
    assert alone["properties"] == feature["properties"]


async def test_pages_follow_each_other_until_the_last(phone: Phone) -> None:
    layer = (await add(phone, of(*(point(4.8 + n / 1000, 51.0) for n in range(5))))).json()["layer"]
    path: str | None = f"/api/map/ogc/collections/{layer}/items?limit=2"
    seen: list[str] = []
    while path:
        page = (await asked(phone, path)).json()
        assert page["numberMatched"] == 5
        seen += [one["id"] for one in page["features"]]
        path = next((one["href"] for one in page["links"] if one["rel"] == "next"), None)
    assert seen == ["0", "1", "2", "3", "4"]


async def test_a_box_takes_what_reaches_into_it(phone: Phone) -> None:
    layer = (await add(phone, of(point(4.7, 51.0), point(4.85, 51.05), area(SQUARE)))).json()["layer"]
    found = (await asked(phone, f"/api/map/ogc/collections/{layer}/items?bbox=4.84,51.04,4.86,51.06")).json()
    assert [one["id"] for one in found["features"]] == ["1", "2"]


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=many", "offset=-1", "bbox=1,2,3", "bbox=5,1,4,2", "bbox=nan,1,4,2"]
)
async def test_a_question_that_cannot_be_read_says_which_part(phone: Phone, query: str) -> None:
    answer = await asked(phone, f"/api/map/ogc/collections/wards/items?{query}")
    assert (answer.status_code, answer.json()["code"]) == (400, "map.asked_wrongly")
    assert answer.json()["fields"][0]["path"] == query.partition("=")[0]


async def test_a_collection_of_nobody_is_none(phone: Phone) -> None:
    answer = await asked(phone, "/api/map/ogc/collections/nothing/items")
    assert (answer.status_code, answer.json()["code"]) == (404, "map.layer_unknown")

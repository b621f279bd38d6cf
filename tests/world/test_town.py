"""The map: streets, houses, wards, water."""

from __future__ import annotations

from pathlib import Path

import pytest
from shapely.geometry import Point, shape

from focus.modules.search.understanding.streets import Streets
from world.characters import cast
from world.town.geojson import layers
from world.town.register import write_streets
from world.world import World


def test_streets_have_one_name_each_in_their_municipality(small_world: World) -> None:
    names = [(street.municipality, street.name) for street in small_world.town.streets]
    assert len(names) == len(set(names))
    assert len(names) > 250


def test_every_home_of_the_cast_stands(small_world: World) -> None:
    for actor in cast:
        assert small_world.town.address(*actor.home) >= 0


def test_addresses_have_different_ids_and_lie_in_the_region(small_world: World) -> None:
    addresses = small_world.town.addresses
    assert len(set(addresses.best.tolist())) == len(addresses)
    assert (abs(addresses.lon - 4.86) < 0.2).all()
    assert (abs(addresses.lat - 51.03) < 0.2).all()


def test_a_house_lies_in_its_ward(small_world: World) -> None:
    town = small_world.town
    wards = {f["properties"]["ward"]: shape(f["geometry"]) for f in layers["wards"](town)["features"]}
    rows = range(0, len(town.addresses), 97)
    inside = [
        wards[int(town.addresses.ward[row])].covers(Point(town.addresses.lon[row], town.addresses.lat[row]))
        for row in rows
    ]
    assert sum(inside) > 0.9 * len(inside)


@pytest.mark.parametrize("layer", ["streets", "water", "wards", "areas", "buildings"])
def test_a_layer_is_geojson_with_shapes_that_are_valid(small_world: World, layer: str) -> None:
    collection = layers[layer](small_world.town)
    assert collection["type"] == "FeatureCollection"
    assert collection["features"]
    for feature in collection["features"][:500]:
        assert shape(feature["geometry"]).is_valid


def test_the_area_of_the_ban_holds_the_station_and_not_the_bosdreef(small_world: World) -> None:
    town = small_world.town
    area = shape(layers["areas"](town)["features"][0]["geometry"])
    for street, house, inside in (("Stationsplein", 1, True), ("Bosdreef", 31, False)):
        row = town.address("Lindebeek", street, house)
        assert area.covers(Point(town.addresses.lon[row], town.addresses.lat[row])) is inside


def test_the_register_gives_out_every_street_with_its_municipality(
    small_world: World, tmp_path: Path
) -> None:
    town = small_world.town
    streets = Streets.read(write_streets(town, tmp_path / "home" / "streets.csv"))
    assert [street.name for street in streets.find("bosdr.", municipality="Lindebeek")] == ["Bosdreef"]
    for street in town.streets:
        place = town.places[street.municipality]
        assert streets.find(
            street.name if "nl" in place.languages else street.name_fr, postcode=place.postcode
        )

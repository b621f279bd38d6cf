"""From a source's answer to the cards: which foreign plates are one car, and which are two."""

from __future__ import annotations

import msgspec
import pytest

from focus.modules.search.records import Record
from focus.modules.search.understanding import understand
from tests.search.merging.building import groups, merger
from tests.search.sources.files import MAP, mapped

PLATE_AND_LAND = MAP.replace('{ plate = "plate" }', "{ plate = { path = 'plate', country = 'land' } }")


def told(source: str, plate: str, land: str, *, asked: str) -> list[Record]:
    """What a source says of a car, taken as the answer to this question. Raises `SourceFailed`."""
    reading = understand(asked).readings[0]
    assert reading.kind == "plate"
    records = mapped({"cars": [{"plate": plate, "land": land}]}, PLATE_AND_LAND, reading=reading)
    return [msgspec.structs.replace(record, source=source) for record in records]


def cards_of(*records: Record) -> int:
    merged = merger()
    for record in records:
        merged.add(record)
    return len(groups(merged))


@pytest.mark.parametrize(
    ("one", "other"), [("B-MW 555", "BM-W 555"), ("LÖ-AB 123", "LO-AB 123"), ("S-HA 12", "SH-A 12")]
)
def test_german_plates_that_differ_by_gap_or_umlaut_are_two_cards(one: str, other: str) -> None:
    here = told("owners", one, "D", asked=one)
    there = told("insurers", other, "D", asked=other)
    assert cards_of(*here, *there) == 2
    assert cards_of(*here, *told("insurers", one, "D", asked=one)) == 1


@pytest.mark.parametrize(
    ("asked", "plate", "lands"),
    [
        ("NL 12-ABC-3", "12-ABC-3", ("NL", "NLD", "nl", "nld")),
        ("D B-MW 555", "B-MW 555", ("D", "DE", "DEU", "de")),
        ("F AB-123-CD", "AB-123-CD", ("F", "FR", "FRA")),
        ("L 12345", "12345", ("L", "LU", "LUX")),
    ],
)
def test_the_ways_to_write_a_country_make_one_car(asked: str, plate: str, lands: tuple[str, ...]) -> None:
    records = [record for land in lands for record in told(f"source-{land}", plate, land, asked=asked)]
    assert len(records) == len(lands)
    assert cards_of(*records) == 1


def test_the_same_signs_of_two_countries_are_two_cars() -> None:
    dutch = told("owners", "AB-123-C", "NLD", asked="AB-123-C (NL)")
    french = told("insurers", "AB-123-C", "FRA", asked="AB-123-C (F)")
    assert cards_of(*dutch, *french) == 2

"""Files that zones and others hand in: lists, sources, layers, maps, people. Read, or refused by name."""

from __future__ import annotations

import json
import os
import tomllib
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings

from focus.core import clock
from focus.core.organisations.areas import read_area
from focus.core.organisations.errors import AreaInvalid
from focus.core.organisations.importing.organisations import Organisations
from focus.core.organisations.importing.people import People
from focus.core.organisations.importing.posts import Posts
from focus.core.organisations.importing.reading import read_sheet
from focus.core.organisations.importing.run import _understood
from focus.core.organisations.importing.subject import Importable
from focus.core.organisations.importing.units import Units
from focus.modules.cameras import jpeg as cameras_jpeg
from focus.modules.map import archives
from focus.modules.map.checking import checked
from focus.modules.map.problems import LayerInvalid
from focus.modules.search.configuration.loader import check_config
from focus.modules.search.lists.entries import EntryReader, LineDrifts
from focus.modules.search.lists.lines import BadLine, Unreadable, lines_of
from focus.modules.search.lists.parquet import NoParquet
from focus.modules.search.scan import pictures
from focus.modules.search.scan.problems import NoPicture, PictureTooLarge
from focus.modules.search.sources.list_place import ListPlace
from focus.modules.search.sources.protocol import WrongSchema
from tests.cameras.town import jpeg
from tests.fuzz.damage import changed_json, changed_tree, damaged, unkeepable
from tests.map.conftest import archive
from tests.search.lists.files import HEADER, JEROEN, MAP, NELE, entity, head, json_lines
from tests.search.sources.files import ASK, HEAD, REST
from tests.search.sources.files import MAP as VEHICLE_MAP
from tests.suite.chance import FUZZ

SEARCHING = bool(os.environ.get(FUZZ))
IN_A_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
LINES = [{"id": "1", "family": "Verlinden", "given": "Jeroen", "born": "1985-07-30", "plate": "2-ZKV-318"}]
ENTITIES = [
    entity("P1", name="An Peeters", birthDate="1961-01-01", nationality="be", idNumber="61010112345"),
    entity("V1", "Vehicle", registrationNumber="1-ABC-123", owner="P1"),
    entity("O1", "Ownership", owner="P1", asset="C1"),
    entity("C1", "Company", name="Fictief NV", registrationNumber="0123456749"),
]


@cache
def list_of(kind: str, encoding: str) -> tuple[ListPlace, EntryReader]:
    """A list of that format, and what reads its elements."""
    place = {"file": "list", "format": kind} | ({"encoding": encoding} if kind == "csv" else {})
    content = head("fuzzed") | {"kind": "list", "list": place} | ({} if kind == "ftm" else {"map": [MAP]})
    config, faults = check_config(content)
    assert config is not None and config.listed is not None, faults
    return config.listed, EntryReader(config, config.listed)


def entries_of(file: Path, kind: str, encoding: str = "utf-8") -> None:
    """Every line of a list becomes entries, a bad line or a failure with a name."""
    place, reader = list_of(kind, encoding)
    try:
        for number, element in lines_of(file, place):
            assert number > 0
            if isinstance(element, BadLine):
                assert element.reason
                continue
            with suppress(WrongSchema):
                reader.entries(element, clock.now(), LineDrifts())
    except Unreadable as problem:
        assert str(problem)


@IN_A_FOLDER
@example(f"{HEADER}{JEROEN}".encode())
@example(b"\xc3" + f"{HEADER}{JEROEN}".encode())
@given(damaged(f"{HEADER}{JEROEN}{NELE}".encode(), f'{HEADER}1,"Ver ""x"" linden",Jé,,,\n'.encode("cp1252")))
def test_a_list_in_csv(tmp_path: Path, octets: bytes) -> None:
    file = tmp_path / "list"
    file.write_bytes(octets)
    for encoding in ("utf-8", "windows-1252", "utf-16"):
        entries_of(file, "csv", encoding)


@IN_A_FOLDER
@given(changed_json(*LINES))
def test_a_list_in_json_lines(tmp_path: Path, octets: bytes) -> None:
    file = tmp_path / "list"
    file.write_bytes(octets + b"\n" + json.dumps(LINES[0]).encode())
    entries_of(file, "jsonl")


@IN_A_FOLDER
@example([entity("V1", "Vehicle") | {"properties": {"owner": True}}])
@given(changed_tree(ENTITIES) | damaged(json_lines(ENTITIES).encode()))
def test_a_list_in_follow_the_money(tmp_path: Path, given_: Any) -> None:
    file = tmp_path / "list"
    lines = given_ if isinstance(given_, list) else [given_]
    file.write_bytes(
        given_ if isinstance(given_, bytes) else "".join(json.dumps(one) + "\n" for one in lines).encode()
    )
    entries_of(file, "ftm")


@pytest.mark.slow
@settings(IN_A_FOLDER, max_examples=10_000 if SEARCHING else 10)
@given(damaged(b"PAR1" + bytes(40) + b"\x15\x02\x19\x2c" + bytes(20) + (24).to_bytes(4, "little") + b"PAR1"))
def test_a_list_in_parquet(tmp_path: Path, octets: bytes) -> None:
    file = tmp_path / "list"
    file.write_bytes(octets)
    with suppress(Unreadable, NoParquet):
        list(lines_of(file, ListPlace(file="list", format="parquet")))


SOURCE = (HEAD + REST + ASK + VEHICLE_MAP).encode()


@given(damaged(SOURCE))
def test_a_source_in_toml(octets: bytes) -> None:
    try:
        content = tomllib.loads(octets.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return
    config, faults = check_config(content)
    assert config is not None or faults


@given(changed_tree(tomllib.loads(SOURCE.decode()), {**tomllib.loads(SOURCE.decode()), "kind": "list",
                    "list": {"file": "list", "format": "csv"}}))  # fmt: skip
def test_a_source_as_a_tree(content: dict[str, Any]) -> None:
    config, faults = check_config(content)
    assert config is not None or faults
    assert all(str(fault) for fault in faults)


RING = [[4.86, 51.03], [4.87, 51.03], [4.87, 51.04], [4.86, 51.04], [4.86, 51.03]]
POLYGON = {"type": "Polygon", "coordinates": [RING]}
MANY = {"type": "MultiPolygon", "coordinates": [[RING], [[[5, 51], [5.1, 51], [5.1, 51.1], [5, 51]]]]}
LAYER = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "id": 1, "geometry": POLYGON, "properties": {"name": "Wijk", "doors": 3}},
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [4.86, 51.03, 2]},
            "properties": None,
        },
    ],
}


@given(changed_tree(LAYER))
def test_a_layer_in_geojson(content: dict[str, Any]) -> None:
    try:
        features = checked(content, most=5_000)
    except LayerInvalid as problem:
        assert problem.fields
        return
    assert msgspec.json.encode(features)


@example({"type": [], "coordinates": [RING]})
@given(changed_tree(POLYGON, MANY))
def test_an_area_in_geojson(content: dict[str, Any]) -> None:
    try:
        area, bounds = read_area(content)
    except AreaInvalid as problem:
        assert problem.params["reason"]
        return
    assert msgspec.json.encode(area)
    assert bounds.west <= bounds.east and bounds.south <= bounds.north


@pytest.fixture(scope="module")
def tiles(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return archive(tmp_path_factory.mktemp("tiles") / "sample.pmtiles", name="Lindebeek").read_bytes()


@IN_A_FOLDER
@given(damaged(bytes(range(256)) * 3))
def test_a_base_map(tmp_path: Path, tiles: bytes, changes: bytes) -> None:
    """The octets of a good archive, changed where the damaged ones differ from their sample."""
    file = tmp_path / "a.pmtiles"
    mask = bytes(one ^ (at % 256) for at, one in enumerate(changes[: len(tiles)]))
    file.write_bytes(bytes(a ^ b for a, b in zip(tiles, mask.ljust(len(tiles), b"\0"), strict=True)))
    try:
        found = archives._described(file)
    except ValueError as problem:
        assert file.name in str(problem)
        return
    assert unkeepable(found) == []


PEOPLE = (
    "personnel_number;family_name;given_names;language;email;phone;from;to\n"
    "ZK1;Peeters;An;nl;an@police.example;+32470000001;2026-01-01;\n"
)
POSTS = (
    "personnel_number;function;unit;from;to;added;withdrawn\nZK1;officer;A1;01/02/2026;;map.read|map.write;\n"
)
UNITS = "code;name_nl;name_fr;kind;parent\nA1;Eenheid;Unité;team;\n"
ORGANISATIONS = "code;name_nl;name_fr;kind;parent\n5999;Zone;Zone;zone;\n"


def lines_or_complaints(octets: bytes, importable: Importable) -> None:
    """Every line that was found is understood or complained of."""
    sheet = read_sheet(octets, importable.columns)
    understood = {item.line for item in _understood(sheet, importable)}
    assert sheet.usable or sheet.problems
    complained = {problem.line for problem in sheet.problems}
    assert {line.number for line in sheet.lines} <= understood | complained


@given(damaged(PEOPLE.encode(), PEOPLE.encode("utf-16"), PEOPLE.replace("An", "Zoé").encode("cp1252")))
def test_people_in_csv(octets: bytes) -> None:
    lines_or_complaints(octets, People())


@given(damaged(POSTS.encode()))
def test_posts_in_csv(octets: bytes) -> None:
    lines_or_complaints(octets, Posts())


@given(damaged(UNITS.encode()) | damaged(ORGANISATIONS.encode()))
def test_units_and_organisations_in_csv(octets: bytes) -> None:
    lines_or_complaints(octets, Units())
    lines_or_complaints(octets, Organisations())


@given(damaged(jpeg()))
def test_a_picture_of_a_camera(octets: bytes) -> None:
    with suppress(cameras_jpeg.NoPicture):
        assert cameras_jpeg.examined(octets) == octets


@given(damaged(jpeg()))
def test_a_picture_that_is_scanned(octets: bytes) -> None:
    with suppress(NoPicture, PictureTooLarge):
        width, height = pictures.size_of(pictures.examined(octets))
        assert width > 0 and height > 0

"""Every parser of what comes from outside, given anything: an answer, or a failure with a name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from focus.core import clock
from focus.modules.search.configuration.loader import check_config
from focus.modules.search.connectors.ber import BerInvalid
from focus.modules.search.connectors.decoding import decode_json
from focus.modules.search.connectors.ldap_messages import opened, pointed, result
from focus.modules.search.connectors.soap import _fault, _inside, _parsed
from focus.modules.search.lists.entries import EntryReader, LineDrifts
from focus.modules.search.lists.lines import BadLine, Unreadable, lines_of
from focus.modules.search.sources.answers import compile_answer
from focus.modules.search.sources.drift import Drifts
from focus.modules.search.sources.ftm import MAPS
from focus.modules.search.sources.list_place import ListPlace
from focus.modules.search.sources.protocol import SourceFailed, WrongSchema
from tests.search.connectors.servers import PLATE, rest_file
from tests.search.lists.files import head

FILES = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXT = st.text(max_size=12)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
CHARSETS = st.sampled_from([None, "utf-8", "iso-8859-1", "windows-1252", "utf-16", "no-such"])


@given(st.binary(max_size=80) | JSON.map(lambda value: json.dumps(value).encode()), CHARSETS)
def test_any_octets_are_json_or_a_failure(body: bytes, charset: str | None) -> None:
    try:
        decode_json(body, charset)
    except SourceFailed as failed:
        assert failed.reason in ("garbage", "charset")


XML = st.lists(
    st.sampled_from(
        [b"<a>", b"</a>", b"<!-- x -->", b"<?p x?>", b"text", b"&#146;", b"&x;", b"<![CDATA[", b"]]>",
         b"\x92",
         b'<?xml version="1.0" encoding="iso-8859-1"?>', b"<!DOCTYPE a>", b'<e xmlns="urn:x">', b"</e>"]
    ),
    max_size=8,
).map(b"".join)  # fmt: skip


@given(st.binary(max_size=80) | XML, CHARSETS)
@example(b"<a/>", None)
def test_any_octets_are_xml_or_a_failure(body: bytes, charset: str | None) -> None:
    try:
        root = _parsed(body, charset)
        _fault(root)
        _inside(root)
    except SourceFailed as failed:
        assert failed.reason in ("garbage", "charset", "wrong_schema")


@given(st.binary(max_size=80))
def test_any_octets_are_a_message_of_ldap_or_none(content: bytes) -> None:
    pointed(content)
    for read in (opened, result):
        try:
            read(content)
        except BerInvalid:
            continue


VEHICLE = {
    "type": "vehicle", "each": "v", "id": "id", "title": "{plate}", "at": "at", "born": "born",
    "identifiers": {"plate": "plate", "vin": "vin[*]"}, "facts": {"make": "make", "stolen_on": "on"},
    "place": {"lon": "p.0", "lat": "p.1"},
    "warnings": [{"code": "stolen_vehicle", "tone": "red", "word": "stolen", "each": "w",
                  "when": [{"path": "hit", "equals": True}]}],
    "relations": [{"role": "holder", "type": "person", "each": "h", "title": "{n}", "born": "b"}],
}  # fmt: skip
FIELDS = st.sampled_from(["id", "plate", "at", "born", "vin", "make", "on", "p", "w", "h"])


@given(st.lists(st.dictionaries(FIELDS, JSON, max_size=6) | JSON, max_size=3) | JSON)
def test_any_answer_is_records_or_wrong_schema(value: Any) -> None:
    config, faults = check_config(rest_file("http://127.0.0.1:9", map=[VEHICLE]))
    assert config is not None, faults
    try:
        compile_answer(config, config.ask[0])({"v": value}, PLATE, clock.now(), Drifts())
    except SourceFailed as failed:
        assert failed.reason in ("wrong_schema", "other_answer")


SCHEMAS = st.sampled_from(["Person", "Passport", "Vehicle", "Company", "Ownership", "Directorship"])
NAMES = st.sampled_from(
    [
        "name",
        "lastName",
        "firstName",
        "birthDate",
        "holder",
        "owner",
        "asset",
        "number",
        "idNumber",
        "country",
    ]
)
VALUES = st.lists(TEXT | st.sampled_from(["A", "B", "1961-01-01", "be"]), max_size=3) | JSON
ENTITY = st.fixed_dictionaries(
    {"id": st.sampled_from(["A", "B"]) | JSON, "schema": SCHEMAS | JSON},
    optional={"properties": st.dictionaries(NAMES, VALUES, max_size=5) | JSON, "caption": TEXT | JSON},
)


@FILES
@given(st.lists(ENTITY, max_size=4))
def test_any_entities_are_entries_or_bad_lines(tmp_path: Path, entities: list[dict[str, Any]]) -> None:
    place = {"file": "list", "format": "ftm"}
    config, faults = check_config(head("entities") | {"kind": "list", "list": place})
    assert config is not None, faults
    assert config.listed is not None
    assert len(config.map) == len(MAPS)
    file = tmp_path / "list"
    file.write_text("".join(json.dumps(each) + "\n" for each in entities), "utf-8")
    reader = EntryReader(config, config.listed)
    for _, element in lines_of(file, config.listed):
        if isinstance(element, BadLine):
            continue
        try:
            reader.entries(element, clock.now(), LineDrifts())
        except WrongSchema:
            continue


@settings(FILES, max_examples=5, deadline=None)
@given(st.binary(max_size=200), st.booleans())
def test_any_octets_are_parquet_or_unreadable(tmp_path: Path, octets: bytes, framed: bool) -> None:
    pytest.importorskip("arro3.io")
    file = tmp_path / "list"
    file.write_bytes(b"PAR1" + octets + len(octets).to_bytes(4, "little") + b"PAR1" if framed else octets)
    try:
        list(lines_of(file, ListPlace(file="list", format="parquet")))
    except Unreadable:
        return

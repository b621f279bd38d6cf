"""What stands in a SOAP answer and is not of its type is told by name; it never becomes an absent value."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from focus.modules.search.sources.protocol import WrongSchema
from tests.search.connectors.typed_soap import TypedSoap

STOLEN = {"code": "stolen_vehicle", "tone": "red", "word": "stolen"}


def warned(**when: Any) -> dict[str, Any]:
    """A map that warns when this holds for the value."""
    return {"map": {"warnings": [STOLEN | {"when": [{"path": "value", **when}]}]}}


@pytest.mark.parametrize("written", ["true", "1", "True", "TRUE", "J", "ja", "Oui", "wahr", " Y "])
def test_z1_a_yes_in_any_spelling_warns(tmp_path: Path, written: str) -> None:
    (record,) = TypedSoap(tmp_path, "boolean", **warned(equals=True)).answer(written).records
    assert [warning.code for warning in record.warnings] == ["stolen_vehicle"]


@pytest.mark.parametrize("written", ["false", "0", "False", "N", "neen", "Non", "falsch"])
def test_z1_a_no_in_any_spelling_does_not_warn(tmp_path: Path, written: str) -> None:
    (record,) = TypedSoap(tmp_path, "boolean", **warned(equals=True)).answer(written).records
    assert record.warnings == ()


@pytest.mark.parametrize("written", ["misschien", "2", "?", "v"])
@pytest.mark.parametrize("wanted", [True, False])
def test_z1_what_is_neither_yes_nor_no_is_a_failure(tmp_path: Path, written: str, wanted: bool) -> None:
    with pytest.raises(WrongSchema) as failed:
        TypedSoap(tmp_path, "boolean", **warned(equals=wanted)).answer(written)
    assert (failed.value.drift.path, failed.value.drift.change) == ("value", "type")
    assert written not in str(failed.value)


@pytest.mark.parametrize("written", ["True", "J", "misschien"])
def test_z1_nothing_is_known_only_when_the_source_says_no(tmp_path: Path, written: str) -> None:
    empty = {"ask": {"empty_when": [{"path": "vehicle.0.value", "equals": False}]}}
    source = TypedSoap(tmp_path, "boolean", **empty)
    try:
        assert source.answer(written).records
    except WrongSchema as failed:
        assert failed.reason == "wrong_schema"
    assert source.answer("false").records == ()


@pytest.mark.parametrize(
    ("type_", "written"),
    [
        ("date", "05/01/2026"), ("date", "2026-01-00"), ("date", "2026-02-30"), ("date", "2026"),
        ("int", "n/a"), ("int", "1,5"), ("integer", "8.5E+10"), ("decimal", "n/a"), ("double", "1e"),
        ("dateTime", "5 januari"), ("dateTime", "2026-01-05T25:00:00"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("when", [{"exists": True}, {"exists": False}, {"equals": "x"}])
def test_z2_a_value_not_of_its_type_is_a_failure(
    tmp_path: Path, type_: str, written: str, when: dict[str, Any]
) -> None:
    with pytest.raises(WrongSchema) as failed:
        TypedSoap(tmp_path, type_, **warned(**when)).answer(written)
    assert failed.value.drift.path == "value"


def test_z2_a_fact_not_of_its_type_is_shown_as_written_and_told(tmp_path: Path) -> None:
    source = TypedSoap(tmp_path, "date", map={"warnings": [STOLEN], "facts": {"stolen_on": "value"}})
    answer = source.answer("05/01/2026")
    assert [(fact.key, fact.value) for fact in answer.records[0].facts] == [("stolen_on", "05/01/2026")]
    assert answer.records[0].warnings
    assert ("value", "type") in [(drift.path, drift.change) for drift in answer.drifts]


@pytest.mark.parametrize(
    "written", ["<!-- x -->STOLEN", "<?p x?>STOLEN", "STO<!-- x -->LEN", "STOL<![CDATA[EN]]>"]
)
def test_z3_comments_and_instructions_are_joined_over(tmp_path: Path, written: str) -> None:
    (record,) = TypedSoap(tmp_path, "string", **warned(equals="STOLEN")).answer(written).records
    assert len(record.warnings) == 1


def test_z4_windows_signs_declared_as_latin_are_read_as_browsers_do(tmp_path: Path) -> None:
    source = TypedSoap(tmp_path, "string", map={"facts": {"owner": "value"}})
    (record,) = source.answer("D’Hondt", encoding="iso-8859-1").records
    assert record.facts[0].value == "D’Hondt"


@pytest.mark.parametrize("written", ["D&#146;Hondt", "D\u0092Hondt"])
def test_z4_no_control_sign_stands_in_a_name(tmp_path: Path, written: str) -> None:
    (record,) = TypedSoap(tmp_path, "string", map={"facts": {"owner": "value"}}).answer(written).records
    assert record.facts[0].value == "D’Hondt"


@pytest.mark.parametrize(
    ("type_", "written"),
    [
        ("time", "14:05:00"), ("base64Binary", "QUJD"), ("hexBinary", "0aff"), ("duration", "P1DT2H"),
        ("gYearMonth", "1985-07"), ("gYear", "1985"), ("gMonthDay", "--07-30"), ("anyURI", "urn:x"),
        ("integer", "01020300467"), ("decimal", "1.50"), ("date", "1985-07-30"),
        ("dateTime", "2026-01-05T10:00:00.1234567+01:00"),
    ],
)  # fmt: skip
def test_z5_every_type_keeps_its_text(tmp_path: Path, type_: str, written: str) -> None:
    (record,) = TypedSoap(tmp_path, type_, map={"facts": {"remark": "value"}}).answer(written).records
    assert record.facts[0].value == written


@pytest.mark.parametrize("written", ["1985-07-30Z", "1985-07-30+02:00", "1985-07-30-05:00"])
def test_c7_a_date_with_a_zone_is_that_date(tmp_path: Path, written: str) -> None:
    source = TypedSoap(tmp_path, "date", map={"facts": {"stolen_on": {"path": "value", "kind": "date"}}})
    assert source.answer(written).records[0].facts[0].value == "1985-07-30"


ANY_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="<&>"), max_size=20)
TYPES = ("boolean", "int", "decimal", "double", "date", "dateTime")


@pytest.mark.parametrize("type_", TYPES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=ANY_TEXT)
@example(written="2026-01-05")
def test_any_text_is_read_or_told_but_never_absent(tmp_path: Path, type_: str, written: str) -> None:
    source = TypedSoap(tmp_path, type_, **warned(exists=True))
    try:
        (record,) = source.answer(written).records
    except WrongSchema as failed:
        assert failed.drift.path == "value"
        return
    assert bool(record.warnings) == bool(written.strip())

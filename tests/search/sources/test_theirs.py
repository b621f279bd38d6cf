"""Their value → ours, over every kind: read, said to be unknown, or told by name; never silently absent."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from stdnum.be import nn

from focus.core.clock import BRUSSELS
from focus.modules.search.records import Identifier
from focus.modules.search.sources.conditions import compile_all
from focus.modules.search.sources.config import Condition
from focus.modules.search.sources.dates import read_date
from focus.modules.search.sources.protocol import WrongSchema
from focus.modules.search.sources.theirs import (
    birth_of,
    date_of,
    declared,
    identifier_of,
    number_of,
    truth_of,
)
from focus.modules.search.sources.unread import NotOfKind, Unread
from focus.modules.search.sources.values import as_text
from focus.modules.search.understanding.unknown import says_unknown, unknown_identifier
from tests.search.sources.files import MAP, mapped

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=24)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
SPELLINGS = {
    True: [
        "true",
        "True",
        "TRUE",
        "t",
        "1",
        "1.0",
        "J",
        "ja",
        "Y",
        "yes",
        "O",
        "oui",
        "VRAI",
        "wahr",
        "waar",
    ],
    False: ["false", "False", "f", "0", "0.0", "N", "nee", "neen", "no", "NON", "nein", "faux", "Falsch"],
}


@pytest.mark.parametrize(("truth", "written"), [(t, w) for t, words in SPELLINGS.items() for w in words])
def test_yes_and_no_in_every_spelling_decide_a_condition(truth: bool, written: str) -> None:
    holds = compile_all([Condition(path="hit", equals=True)])
    assert holds is not None
    assert holds({"hit": written}, None) is truth
    assert truth_of(f" {written} ") is truth


@given(JSON)
@example(1)
@example(Decimal(1))
def test_whatever_stands_for_yes_or_no_is_told_when_it_is_neither(value: Any) -> None:
    holds = compile_all([Condition(path="hit", equals=True)])
    assert holds is not None
    try:
        found = holds({"hit": value}, None)
    except WrongSchema as failed:
        assert failed.drift.path == "hit"
        return
    if isinstance(value, list):
        return
    assert truth_of(value) is (True if found else truth_of(value))


def test_a_number_that_was_agreed_is_compared_as_one() -> None:
    holds = compile_all([Condition(path="n", equals=3)])
    assert holds is not None
    assert [holds({"n": n}, None) for n in (3, "3", "03", 3.0, "3,0", Decimal("3.00"), 4, None)] == [
        True
    ] * 6 + [False] * 2
    with pytest.raises(NotOfKind):
        holds({"n": "n/a"}, None)


@pytest.mark.parametrize("written", ["31/02/2026", "2026-13-01", "gisteren"])
@pytest.mark.parametrize("past", [True, False])
def test_a_date_on_which_a_warning_depends_is_told_when_it_is_none(written: str, past: bool) -> None:
    when = f"when = [{{ path = 'tot', past = {str(past).lower()} }}]\n"
    warning = f"[[map.warnings]]\ncode = 'not_insured'\ntone = 'red'\nword = 'danger'\n{when}"
    with pytest.raises(WrongSchema) as failed:
        mapped({"cars": [{"plate": "1ABC123", "tot": written}]}, MAP + warning)
    assert failed.value.drift.path == "tot"


FIRST, LAST = datetime.fromisoformat("1950-01-01"), datetime.fromisoformat("2026-01-01")
DAYS = st.dates(date(1901, 2, 1), date(2026, 11, 29))
FORMS = ["%Y-%m-%d", "%d/%m/%Y", "%Y%m%d", "%d.%m.%Y", "%m/%d/%Y", "%d %m %Y"]


@given(DAYS, st.sampled_from(FORMS))
def test_a_date_is_the_same_in_every_order(day: date, form: str) -> None:
    written = f"{day:{form}}"
    assert date_of(written, () if form == "%Y-%m-%d" else (form,)) == day.isoformat()


@given(DAYS, st.sampled_from(["Z", "+00:00", "+02:00", "-05:00", "+14:00"]))
def test_c7_a_date_with_a_zone_is_that_date(day: date, zone: str) -> None:
    assert date_of(f"{day.isoformat()}{zone}") == day.isoformat()


@given(DAYS, st.sampled_from(["%d-%m-%y", "%y%m%d", "%d/%m/%y"]))
@example(date(1945, 7, 30), "%d-%m-%y")
def test_c6_nobody_is_born_in_the_future(day: date, form: str) -> None:
    born = birth_of(f"{day:{form}}", (form,))
    assert born <= "2026-11-30"
    assert born[2:] == day.isoformat()[2:]


def test_c6_a_day_to_come_stays_one_where_nobody_is_born() -> None:
    assert date_of("30-07-45", ("%d-%m-%y",)) == "2045-07-30"


@given(TEXT)
@example("2026-01-00")
@example("00/00/0000")
@example("9999-12-31T23:59:59.999999-14:00")
def test_a_text_is_a_date_or_unknown_or_told(written: str) -> None:
    text = written.strip()
    with suppress(NotOfKind):
        assert date_of(text) == read_date(text)
        assert read_date(text) or says_unknown(text)


@given(st.datetimes(FIRST, LAST), st.integers(-14, 14))
def test_a_moment_with_a_zone_is_the_day_in_brussels(moment: datetime, hours: int) -> None:
    aware = moment.replace(tzinfo=timezone(timedelta(hours=hours)))
    assert date_of(aware.isoformat()) == aware.astimezone(UTC).astimezone(BRUSSELS).date().isoformat()


@given(st.dates(date(2000, 1, 1), date(2026, 1, 1)), st.integers(1, 997))
def test_c3_a_national_number_that_lost_its_zeros_has_them_again(born: date, serial: int) -> None:
    nine = f"{born:%y%m%d}{serial:03d}"
    number = f"{nine}{97 - (2_000_000_000 + int(nine)) % 97:02d}"
    assert nn.is_valid(number)
    for written in (number, number.lstrip("0"), int(number), float(number)):
        assert identifier_of("national_number", as_text(written)) == Identifier("national_number", number)


@pytest.mark.parametrize(
    "written",
    ["8.50730033E+10", "8,50730033E+10", "8.5E10", "85073003300",
     "1020300468", "123", "85.07.30-033.2", "8507300332X"],
)  # fmt: skip
def test_c4_a_national_number_that_lost_its_digits_is_told(written: str) -> None:
    with pytest.raises(NotOfKind) as told:
        identifier_of("national_number", written)
    assert written not in str(told.value)


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("company", "9.99123457E+8"), ("company", "12345"), ("phone", "4.75123456E+8"), ("phone", "abc"),
        ("vin", "WVWZZZ1JZ3W38"), ("plate", "1-ABC-123-456-789"), ("document", "12"),
        ("document", "5.92123E+11"),
    ],
)  # fmt: skip
def test_an_identifier_of_no_form_is_told(kind: str, written: str) -> None:
    with pytest.raises(NotOfKind):
        identifier_of(kind, written)


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        *(("national_number", n) for n in ("00000000000", "11111111111", "99999999999", "00.00.00-000.00")),
        ("document", "XXXXXXXXX"), ("document", "000000"), ("document", "ONBEKEND"), ("plate", "XXX"),
        ("plate", "0000000"), ("vin", "0" * 17), ("vin", "1" * 17),
        ("company", "0000.000.000"), ("phone", "0000000000"),
        ("serial", "N/A"), ("serial", "UNKNOWN"), ("phone", "-"), ("national_number", "onbekend"),
    ],
)  # fmt: skip
def test_a_stand_in_for_unknown_identifies_nobody(kind: str, written: str) -> None:
    assert identifier_of(kind, written) is None


@pytest.mark.parametrize("written", ["0475 12 34 56", "+32475123456", "475123456", "32475123456"])
def test_a_phone_number_that_lost_its_signs_is_the_same(written: str) -> None:
    assert identifier_of("phone", written) == Identifier("phone", "+32475123456")


@given(
    st.sampled_from(["national_number", "bis_number", "plate", "vin", "document", "company", "phone"]), TEXT
)
def test_any_text_is_an_identifier_or_unknown_or_told(kind: str, written: str) -> None:
    text = written.strip()
    with suppress(NotOfKind):
        found = identifier_of(kind, text)
        assert found is not None or says_unknown(text) or unknown_identifier(kind, text)


@given(st.sampled_from(["boolean", "integer", "decimal", "float", "date", "dateTime", "text"]), TEXT)
def test_a_declared_value_is_read_or_kept_as_unread(kind: Any, written: str) -> None:
    found = declared(kind, written)
    assert (found is None) <= (not written.strip())
    if isinstance(found, Unread):
        with pytest.raises(NotOfKind):
            as_text(found)


@given(JSON)
def test_any_value_is_a_text_or_told(value: Any) -> None:
    with suppress(WrongSchema):
        text = as_text(value)
        assert text or value in (None, "", [], ()) or isinstance(value, str | list)
        assert not any("\x80" <= sign <= "\x9f" for sign in text)


@given(st.floats() | st.integers() | TEXT)
def test_a_number_is_finite_or_told(value: Any) -> None:
    with suppress(NotOfKind):
        number = number_of(value)
        assert number is None or number.is_finite()

"""Answers of sources, by any protocol: records, or a failure that says of what kind it is."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from focus.modules.search.configuration.loader import check_config
from focus.modules.search.connectors import ldap_messages as ldap
from focus.modules.search.connectors.ber import SEQUENCE, SET, BerInvalid, octets, tlv
from focus.modules.search.connectors.decoding import decode_json
from focus.modules.search.connectors.http.address import Address
from focus.modules.search.connectors.soap import _fault, _inside, _parsed
from focus.modules.search.sources import theirs
from focus.modules.search.sources.answers import compile_answer
from focus.modules.search.sources.dates import read_date, read_time
from focus.modules.search.sources.drift import Drifts
from focus.modules.search.sources.protocol import SourceFailed
from focus.modules.search.sources.theirs import NotOfKind
from focus.modules.search.sources.values import as_text
from tests.fuzz.damage import ODD, changed_json, damaged, json_values, unkeepable
from tests.search.connectors.servers import PLATE, rest_file
from tests.search.connectors.test_any_octets import VEHICLE
from tests.search.connectors.typed_soap import TypedSoap

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
FAILURES = ("garbage", "charset", "wrong_schema", "other_answer", "status", "too_large")
CAR = {
    "id": 7, "plate": "1-ABC-123", "at": "2026-11-20T10:00:00+01:00", "born": "1985-07-30", "vin": ["VF1"],
    "make": "Seat", "on": "2026-11-01", "p": ["4.86", 51.03], "w": [{"hit": True}],
    "h": [{"n": "An Peeters", "b": "1961-01-01"}],
}  # fmt: skip


@pytest.fixture(scope="module")
def read() -> Callable[[Any], Any]:
    config, faults = check_config(rest_file("http://127.0.0.1:9", map=[VEHICLE]))
    assert config is not None, faults
    compiled = compile_answer(config, config.ask[0])
    return lambda value: compiled(value, PLATE, NOW, Drifts())


def records_or_failure(read: Callable[[], Any]) -> None:
    """Records that can be kept and shown, or a failure of a known kind."""
    try:
        records = read()
    except SourceFailed as failed:
        assert failed.reason in FAILURES, failed.reason
        return
    assert unkeepable(list(records)) == []


@example(b'{"v":[{"id":"\\u0000","make":"a\\u0000b"}]}', None)
@given(changed_json({"v": [CAR, CAR]}), st.sampled_from([None, "utf-8", "iso-8859-1", "utf-16", "x"]))
def test_rest(read: Callable[[Any], Any], body: bytes, charset: str | None) -> None:
    records_or_failure(lambda: read(decode_json(body, charset)))


SOAP = (
    b'<?xml version="1.0" encoding="utf-8"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/">'
    b"<e:Body><FindVehicleResponse xmlns='urn:world:foreign-vehicles'><source>s</source><vehicle>"
    b"<plate>1-ABC-123</plate><country>B</country><make>Seat</make><value>2026-01-05</value></vehicle>"
    b"</FindVehicleResponse></e:Body></e:Envelope>"
)


@given(damaged(SOAP), st.sampled_from([None, "utf-8", "iso-8859-1", "utf-16"]))
def test_soap_as_xml(body: bytes, charset: str | None) -> None:
    def read() -> list[str]:
        root = _parsed(body, charset)
        _fault(root)
        return [str(_inside(root).tag)]

    with suppress(SourceFailed):
        read()


WRITTEN = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="<&>"), max_size=30)
LIKELY = st.sampled_from([one for one in ODD if isinstance(one, str) and "\0" not in one and one != "\ud800"])


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, TypedSoap]:
    kinds = ("boolean", "int", "decimal", "double", "date", "dateTime", "string")
    return {kind: TypedSoap(tmp_path_factory.mktemp(kind), kind) for kind in kinds}


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(WRITTEN | LIKELY)
def test_soap_values(typed: dict[str, TypedSoap], written: str) -> None:
    for source in typed.values():
        records_or_failure(lambda source=source: source.answer(written).records)


def _entry(attributes: dict[str, list[bytes]]) -> bytes:
    pairs = (
        tlv(SEQUENCE, octets(name) + tlv(SET, b"".join(tlv(0x04, value) for value in values)))
        for name, values in attributes.items()
    )
    return octets("uid=1") + tlv(SEQUENCE, b"".join(pairs))


ENTRY = _entry({"sn": [b"Peeters"], "givenName;lang-fr": [b"An", b"\xff"], "member;range=0-1": [b"x"]})


@given(damaged(ENTRY, tlv(0x30, b"\x02\x01\x01" + tlv(0x64, ENTRY)), b"\x0a\x01\x00\x04\x00\x04\x00"))
def test_ldap(content: bytes) -> None:
    ldap.pointed(content)
    for step in (ldap.opened, ldap.result, lambda one: ldap.entry(one, {"sn": "sn"}, {})):
        with suppress(BerInvalid):
            step(content)


IN_POSTGRESQL = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=30)
SQL_VALUES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.decimals() | IN_POSTGRESQL
    | st.dates() | st.datetimes() | st.times() | st.timedeltas() | st.uuids() | st.binary(max_size=20)
    | st.datetimes(timezones=st.just(UTC)) | st.lists(st.integers() | IN_POSTGRESQL, max_size=3)
    | st.dictionaries(IN_POSTGRESQL, IN_POSTGRESQL, max_size=2)
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(sorted(CAR)), SQL_VALUES))
def test_sql_rows(read: Callable[[Any], Any], row: dict[str, Any]) -> None:
    records_or_failure(lambda: read({"v": [row]}))


@given(SQL_VALUES | json_values)
def test_any_value_as_text(value: Any) -> None:
    kinds = (date, time, timedelta, Decimal, UUID)
    with suppress(SourceFailed, NotOfKind):
        assert isinstance(as_text(value), str) or isinstance(value, kinds)


FORMATS = st.sampled_from([(), ("%d/%m/%y",), ("%d.%m.%Y", "iso"), ("unix",), ("unix_ms",), ("%Y%m%dZ",)])
DATES = ("1985-07-30", "30/07/85", "1985-07-00", "20260105", "1732356000", "2026-01-05T10:00:00.5+01:00")
WRITINGS = damaged(*(one.encode() for one in DATES)).map(lambda octets_: octets_.decode("utf-8", "replace"))


@given(WRITINGS | LIKELY, FORMATS)
def test_dates_and_times(written: str, formats: tuple[str, ...]) -> None:
    found = read_date(written, formats)
    assert found == "" or found[:4].isdigit()
    moment = read_time(written, formats)
    assert moment is None or moment.tzinfo is not None
    for step in (theirs.date_of, theirs.birth_of):
        with suppress(NotOfKind):
            assert isinstance(step(written, formats), str)


KINDS = st.sampled_from(["national_number", "plate", "vin", "phone", "company", "document", "imei", "iban"])


@given(KINDS, damaged(b"85.07.30-033.28", b"1-ABC-123", b"+32470000001", b"8.5E+10", b"BE71 0961 2345 6769"),
       st.sampled_from(["", "B", "NL", "XX"]))  # fmt: skip
def test_identifiers(kind: str, written: bytes, country: str) -> None:
    with suppress(NotOfKind):
        found = theirs.identifier_of(kind, written.decode("utf-8", "replace"), country)
        assert found is None or unkeepable(found.value) == []


@given(WRITINGS | LIKELY)
def test_truths_and_numbers(written: str) -> None:
    for step in (theirs.truth_of, theirs.number_of):
        with suppress(NotOfKind):
            step(written)


@given(damaged(b"https://register.example:8443/v1", b"http://a:b@127.0.0.1/x", b"https://[::1]/"))
def test_an_address_of_a_source(octets_: bytes) -> None:
    with suppress(ValueError):
        assert Address.of(octets_.decode("utf-8", "replace")).host

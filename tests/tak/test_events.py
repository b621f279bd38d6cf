"""Cursor on Target events: written for clients, read without trust."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from focus.modules.incidents.public import Incident, Position
from focus.modules.incidents.records import OnIt, Place
from focus.modules.tak.reading import MOST_OCTETS, Cutter, Unreadable, read
from focus.modules.tak.writing import delete_event, incident_event, position_event

NOW = datetime(2026, 3, 14, 13, 5, 9, 123456, tzinfo=UTC)
ONE = UUID("01a22d64-4596-7ce2-a7cb-19654208c506")
POSITION = Position(
    id=ONE, call_sign="NO-2", unit=None, longitude=4.8612345, latitude=51.0312345, within_m=12.0,
    heading=271.0, at=NOW,
)  # fmt: skip
INCIDENT = Incident(
    id=ONE, number="I-0482", source="Meldkamer", kind="burglary", title="Inbraak <bezig>", priority=1,
    state="open", opened_at=NOW, changed_at=NOW, place=Place(street="Bosdreef", number="31",
    longitude=4.86, latitude=51.03), crews=(OnIt(crew=ONE, call_sign="NO-2", state="en_route"),),
)  # fmt: skip


def event(**changed: str) -> bytes:
    given = {
        "uid": "ANDROID-1", "kind": "a-f-G-U-C", "time": "2026-03-14T13:05:09Z",
        "stale": "2026-03-14T13:07:09Z", "lat": "51.03", "lon": "4.86", "ce": "9.5",
        "detail": "<contact callsign='Wolf 1'/><track course='90.0' speed='3'/>", **changed,
    }  # fmt: skip
    return (
        (
            "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
            "<event version='2.0' uid='{uid}' type='{kind}' how='m-g' time='{time}' start='{time}' "
            "stale='{stale}'><point lat='{lat}' lon='{lon}' hae='10' ce='{ce}' le='9999999.0'/>"
            "<detail>{detail}</detail></event>"
        )
        .format_map(given)
        .encode()
    )


def test_a_crew_is_a_friend_on_the_ground_with_its_call_sign_and_course() -> None:
    found = ElementTree.fromstring(position_event(POSITION))
    assert (found.get("uid"), found.get("type"), found.get("version")) == (ONE.hex, "a-f-G-U-C", "2.0")
    assert (found.get("time"), found.get("stale")) == ("2026-03-14T13:05:09.123Z", "2026-03-14T13:15:09.123Z")
    point, detail = found.find("point"), found.find("detail")
    assert point is not None and detail is not None
    assert (point.get("lat"), point.get("lon"), point.get("ce")) == ("51.0312345", "4.8612345", "12.0")
    assert detail.find("contact").get("callsign") == "NO-2"  # type: ignore[union-attr]
    assert detail.find("track").get("course") == "271.0"  # type: ignore[union-attr]


def test_what_we_write_of_a_crew_we_read() -> None:
    told = read(position_event(POSITION))
    assert (told.call_sign, told.longitude, told.latitude, told.within_m, told.heading) == (
        "NO-2", 4.8612345, 51.0312345, 12.0, 271.0,
    )  # fmt: skip
    assert told.is_friend


def test_an_incident_is_a_marker_with_its_words_and_no_person() -> None:
    found = ElementTree.fromstring(incident_event(INCIDENT, NOW) or b"")
    detail = found.find("detail")
    assert detail is not None
    assert detail.find("contact").get("callsign") == "P1 I-0482"  # type: ignore[union-attr]
    assert detail.findtext("remarks") == "Inbraak <bezig> · Bosdreef 31 · NO-2"
    assert incident_event(structs.replace(INCIDENT, place=Place(street="Bosdreef")), NOW) is None


def test_what_is_over_is_deleted() -> None:
    found = ElementTree.fromstring(delete_event("abc", NOW))
    assert found.get("type") == "t-x-d-d"
    assert found.find("detail/link").get("uid") == "abc"  # type: ignore[union-attr]


def test_an_event_of_a_client_is_read() -> None:
    told = read(event())
    assert (told.uid, told.call_sign, told.at) == (
        "ANDROID-1",
        "Wolf 1",
        datetime(2026, 3, 14, 13, 5, 9, tzinfo=UTC),
    )
    assert read(event(ce="9999999.0")).within_m is None


@pytest.mark.parametrize(
    ("octets", "code", "path"),
    [
        (b"<event", "malformed", "/"),
        (b"\xff\xfe<event></event>", "malformed", "/"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><event>&a;</event>", "forbidden_markup", "/"),
        (b"<event version='2.0'></event>", "missing", "/event/point"),
        (event(uid=""), "missing", "/event/@uid"),
        (event(time="yesterday"), "not_a_time", "/event/@time"),
        (event(time="2026-03-14T13:05:09"), "not_a_time", "/event/@time"),
        (event(lat="91"), "out_of_range", "/event/point/@lat"),
        (event(lon="nan"), "out_of_range", "/event/point/@lon"),
        (event(lat="noord"), "out_of_range", "/event/point/@lat"),
        (event(detail="<a>" * 30 + "</a>" * 30), "too_deep", ""),
        (event(detail="<a/>" * 600), "too_many_parts", ""),
    ],
)
def test_what_is_no_event_is_refused_with_the_place(octets: bytes, code: str, path: str) -> None:
    with pytest.raises(Unreadable) as problem:
        read(octets)
    assert problem.value.code == code
    assert not path or (problem.value.path or "/") == path


@given(st.binary(max_size=400))
def test_octets_from_anywhere_are_read_or_refused(octets: bytes) -> None:
    try:
        read(octets)
    except Unreadable as problem:
        assert problem.code


@given(st.lists(st.integers(min_value=1, max_value=80), min_size=1, max_size=40))
def test_events_are_cut_out_of_the_stream_however_it_is_cut(sizes: list[int]) -> None:
    stream, cutter, found = event() + b"\n" + event(uid="B") + event(uid="C") + b"<eve", Cutter(), []
    at = 0
    for size in (*sizes, len(stream)):
        found += cutter.feed(stream[at : at + size])
        at += size
    assert [read(one).uid for one in found] == ["ANDROID-1", "B", "C"]


def test_an_event_without_end_is_too_large() -> None:
    cutter = Cutter()
    with pytest.raises(Unreadable, match="too_large"):
        for _ in range(200):
            cutter.feed(b"<event " + b"a" * (MOST_OCTETS // 100))

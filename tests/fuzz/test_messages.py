"""Messages of control rooms, cameras and TAK clients: read, or refused with a code; never anything else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given

from focus.modules.cameras import message as camera
from focus.modules.incidents.messages import cap, eido, ucri, webhook
from focus.modules.incidents.messages.unreadable import Unreadable
from focus.modules.tak import reading as tak
from tests.cameras.town import hit, passage
from tests.fuzz.damage import changed_json, damaged, unkeepable
from tests.incidents.messages import eido_example, examples
from tests.incidents.messages.examples import CAP, envelope
from tests.tak.test_events import event

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ID = "7a9d43a5-5f0a-4b7e-9d43-1c2b3a4d5e6f"
SEEN = {"id": ID, "seen_at": "2026-11-23T11:59:00+00:00"}
ENVELOPES = [envelope(examples.police_incident()), envelope(examples.resource_request())]


def read_or_refused(read: Callable[[bytes], Any], octets: bytes) -> None:
    """Whatever is read can be kept; whatever is not has a code, and its reason is short."""
    try:
        report = read(octets)
    except Unreadable as problem:
        assert problem.code and len(problem.detail) <= 160
        return
    assert unkeepable(report) == []


@given(changed_json(*ENVELOPES))
def test_ucri(octets: bytes) -> None:
    read_or_refused(ucri.read, octets)


@given(changed_json([ENVELOPES[0], ENVELOPES[1]], ENVELOPES[0], {"messages": ENVELOPES}))
def test_ucri_several_at_once(octets: bytes) -> None:
    read_or_refused(lambda given_: [ucri.read(one) for one in ucri.split(given_)], octets)


@given(changed_json(eido_example.eido()))
def test_eido(octets: bytes) -> None:
    read_or_refused(eido.read, octets)


@given(damaged(CAP.encode()))
def test_cap(octets: bytes) -> None:
    read_or_refused(cap.read, octets)


@given(changed_json(examples.webhook()))
def test_webhook(octets: bytes) -> None:
    read_or_refused(webhook.read, octets)


@given(changed_json(passage(**SEEN), {**hit(), **SEEN}))
def test_camera(octets: bytes) -> None:
    try:
        message = camera.read(octets, signed=ID, now=NOW, oldest=NOW - timedelta(days=300))
    except camera.Unreadable as problem:
        assert problem.code
        return
    assert unkeepable(message) == []
    assert camera.plate_key(message.plate)


@given(damaged(event(), event(detail="<contact callsign='A'/>" * 3)))
def test_tak_event(octets: bytes) -> None:
    try:
        told = tak.read(octets)
    except tak.Unreadable as problem:
        assert problem.code
        return
    assert abs(told.longitude) <= 180 and abs(told.latitude) <= 90 and len(told.call_sign) <= 20
    # It is compared with our clock.
    assert (NOW - told.at) is not None and (told.stale - NOW) is not None


@given(damaged(event() * 3, b"<?xml version='1.0'?>" + event()))
def test_tak_stream(octets: bytes) -> None:
    cutter, half = tak.Cutter(), len(octets) // 2
    whole = tak.Cutter().feed(octets)
    assert cutter.feed(octets[:half]) + cutter.feed(octets[half:]) == whole

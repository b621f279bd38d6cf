"""The form that is hashed, and the envelope around it."""

from __future__ import annotations

import hmac
import json
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import msgspec
import pytest
import rfc8785
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given, settings
from hypothesis import strategies as st

from focus.core.log.envelope import PayloadChanged, commitment, seal, unseal
from focus.core.log.events import LogEvent, PurposeStamp, canonical, from_canonical

ZONE, OTHER = UUID(int=1), UUID(int=2)
KEY = b"k" * 32

_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=500, deadline=None)
@given(st.dictionaries(st.text(max_size=4), _json, max_size=5), st.text(max_size=10))
def test_every_event_is_hashed_in_the_form_of_rfc_8785(what, reason):
    stamp = PurposeStamp(code="check", basis="WPA 34", reason=reason)
    event = LogEvent(organisation_id=ZONE, kind="search.LookupOpened", what=what, purpose=stamp)
    assert canonical(event) == rfc8785.dumps(msgspec.to_builtins(event))


@pytest.mark.parametrize("key", ["", "\U0001f600", "é"])
def test_keys_are_sorted_by_utf_16_as_rfc_8785_asks(key):
    event = LogEvent(organisation_id=ZONE, kind="x.Y", what={"\ue000": 1, key: 2})
    assert canonical(event) == rfc8785.dumps(msgspec.to_builtins(event))


def test_an_event_is_read_back_as_it_was():
    event = LogEvent(organisation_id=ZONE, kind="x.Y", person_id=OTHER, what={"n": 1}, recipients=("a", "b"))
    assert from_canonical(canonical(event)) == event


def test_the_time_is_hashed_in_utc():
    noon = datetime(2025, 6, 1, 14, 0, tzinfo=timezone(timedelta(hours=2)))
    payload = canonical(LogEvent(organisation_id=ZONE, kind="x.Y", at=noon))
    assert json.loads(payload)["at"] == "2025-06-01T12:00:00Z"
    assert from_canonical(payload).at == datetime(2025, 6, 1, 12, 0, tzinfo=UTC)


def test_an_integer_that_javascript_cannot_hold_is_refused():
    with pytest.raises(ValueError, match="safe integer"):
        canonical(LogEvent(organisation_id=ZONE, kind="x.Y", what={"n": 2**53}))


def test_a_sealed_payload_opens_to_what_the_leaf_commits_to():
    sealed = seal(b"payload", data_key=KEY, organisation=ZONE, event=OTHER)
    opened = unseal(sealed.payload, data_key=KEY, organisation=ZONE, event=OTHER)
    assert opened.payload == b"payload"
    assert commitment(opened.salt, opened.payload) == sealed.leaf


def test_the_same_payload_has_another_leaf_each_time():
    first, second = (seal(b"same", data_key=KEY, organisation=ZONE, event=OTHER) for _ in range(2))
    assert first.leaf != second.leaf


def test_nothing_of_the_payload_or_salt_is_stored_in_clear():
    sealed = seal(b"1-ABC-123", data_key=KEY, organisation=ZONE, event=OTHER)
    opened = unseal(sealed.payload, data_key=KEY, organisation=ZONE, event=OTHER)
    assert b"1-ABC-123" not in sealed.payload
    assert opened.salt not in sealed.payload


@pytest.mark.parametrize(
    ("organisation", "event", "key"), [(OTHER, OTHER, KEY), (ZONE, ZONE, KEY), (ZONE, OTHER, b"x" * 32)]
)
def test_a_payload_moved_to_another_event_organisation_or_key_does_not_open(organisation, event, key):
    sealed = seal(b"payload", data_key=KEY, organisation=ZONE, event=OTHER)
    with pytest.raises(PayloadChanged):
        unseal(sealed.payload, data_key=key, organisation=organisation, event=event)


def test_a_payload_sealed_with_the_key_that_rfc_2104_gives_opens():
    key = hmac.digest(KEY, OTHER.bytes, "sha256")
    stored = b"n" * 12 + AESGCM(key).encrypt(b"n" * 12, b"s" * 32 + b"payload", ZONE.bytes + OTHER.bytes)
    assert unseal(stored, data_key=KEY, organisation=ZONE, event=OTHER) == (b"s" * 32, b"payload")

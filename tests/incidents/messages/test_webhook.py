"""Our own webhook: its signature and its body."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from focus.modules.incidents.messages import signing, webhook
from focus.modules.incidents.messages.unreadable import Unreadable
from tests.incidents.messages import examples
from tests.incidents.messages.examples import octets
from tests.incidents.messages.schemas import faults

SECRET = bytes(range(32))
BODY = octets(examples.webhook())
NOW = datetime(2026, 3, 14, 13, 5, 9, tzinfo=UTC)


def _signed(**more: Any) -> dict[str, str]:
    return signing.sign(SECRET, **({"message_id": "msg_1", "at": NOW, "body": BODY} | more))


def test_the_published_vector_of_the_standard_is_signed_alike() -> None:
    secret = signing.secret_of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    at = datetime.fromtimestamp(1614265330, UTC)
    headers = signing.sign(
        secret, message_id="msg_p5jXN8AQM9LWM0D4loKWxJek", at=at, body=b'{"test": 2432232314}'
    )

    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.mark.parametrize("late", [-300, 0, 300])
def test_a_signed_message_is_taken_within_five_minutes(late: int) -> None:
    assert signing.verify([SECRET], _signed(), BODY, now=NOW + timedelta(seconds=late)) == "msg_1"


@pytest.mark.parametrize(("late", "code"), [(301, "too_old"), (-301, "from_the_future")])
def test_an_old_or_future_one_is_refused(late: int, code: str) -> None:
    with pytest.raises(Unreadable) as problem:
        signing.verify([SECRET], _signed(), BODY, now=NOW + timedelta(seconds=late))
    assert problem.value.code == code


def test_while_a_secret_changes_either_is_taken() -> None:
    old = bytes(32)
    older = signing.sign(old, message_id="msg_1", at=NOW, body=BODY)["webhook-signature"]
    both = " ".join((_signed()["webhook-signature"], "v1a,xx", "v1,%%", older))

    assert signing.verify([old], _signed() | {"webhook-signature": both}, BODY, now=NOW) == "msg_1"
    assert signing.verify([old, SECRET], _signed(), BODY, now=NOW) == "msg_1"


@pytest.mark.parametrize(
    ("change", "body", "code"),
    [
        ({}, BODY + b" ", "wrong_signature"),
        ({"webhook-id": "msg_2"}, BODY, "wrong_signature"),
        ({"webhook-timestamp": "1773493508"}, BODY, "wrong_signature"),
        ({"webhook-signature": "v2," + "A" * 44}, BODY, "wrong_signature"),
        ({"webhook-signature": "v1,é"}, BODY, "wrong_signature"),
        ({"webhook-signature": ""}, BODY, "unsigned"),
        ({"webhook-timestamp": "-1"}, BODY, "unsigned"),
        ({"webhook-timestamp": "9" * 12}, BODY, "unsigned"),
    ],
)
def test_what_was_changed_or_not_signed_is_refused(change: dict[str, str], body: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as problem:
        signing.verify([SECRET], _signed() | change, body, now=NOW)
    assert problem.value.code == code


def test_without_a_secret_nothing_is_taken() -> None:
    with pytest.raises(Unreadable):
        signing.verify([], _signed(), BODY, now=NOW)


@pytest.mark.parametrize("text", ["whsec_", "whsec_%%%", "whsec_" + base64.b64encode(bytes(23)).decode()])
def test_a_secret_is_long_enough_and_base64(text: str) -> None:
    with pytest.raises(ValueError, match="secret"):
        signing.secret_of(text)


def test_a_delivery_is_checked_then_read() -> None:
    assert webhook.receive(BODY, _signed(), secrets=[SECRET], now=NOW).incident_id == "LB-1187"


def test_a_delivery_whose_body_has_another_id_than_its_header_is_refused() -> None:
    with pytest.raises(Unreadable) as problem:
        webhook.receive(BODY, _signed(message_id="msg_9"), secrets=[SECRET], now=NOW)
    assert problem.value.code == "wrong_id"


def test_an_unsigned_body_is_not_even_read() -> None:
    with pytest.raises(Unreadable) as problem:
        webhook.receive(b"{", {}, secrets=[SECRET], now=NOW)
    assert problem.value.code == "unsigned"


def test_a_message_is_read_into_the_same_form() -> None:
    report = webhook.read(BODY)

    assert (report.system, report.message_id, report.sequence) == ("webhook", "msg_1", 1)
    assert (report.incident_kind, report.persons[0].family_name) == ("burglary", "Wouters")
    assert report.resources[0].stages[0].state == "en_route"
    assert {one.path: (one.value, one.empty) for one in report.rest} == {
        "/eigen_veld/kleur/0": ("rood", ""),
        "/eigen_veld/kleur/1": (None, ""),
        "/eigen_veld/leeg": (None, "object"),
    }


def test_null_and_empty_lists_say_nothing_and_are_kept() -> None:
    report = webhook.read(
        octets(examples.webhook(priority=None, vehicles=[], ecall={"at": "2026-03-14T14:05:09Z"}))
    )

    assert report.priority is None
    assert {(one.path, one.empty) for one in report.rest} >= {("/priority", ""), ("/vehicles", "list")}


def test_our_own_kind_comes_before_the_keywords() -> None:
    assert webhook.read(octets(examples.webhook(incident_kind="fight"))).incident_kind == "fight"


def test_the_example_is_valid_by_the_schema_that_is_published() -> None:
    schema = webhook.schema()
    assert list(faults(examples.webhook(), schema, schema)) == []
    assert list(faults(examples.webhook(sequence="1"), schema, schema)) != []


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        ({"version": 2}, "unknown_value", "/version"),
        ({"kind": "nieuw"}, "unknown_value", "/kind"),
        ({"incident_kind": "ruzie"}, "unknown_value", "/incident_kind"),
        ({"id": ""}, "missing", "/id"),
        ({"sent_at": "2026-03-14T14:05:09"}, "time_without_zone", "/sent_at"),
        ({"log": [{"text": "x", "at": "0001-01-01T00:00:00+14:00"}]}, "out_of_range", "/log/0/at"),
        ({"sent_at": "nu"}, "not_a_time", "/sent_at"),
        ({"sequence": 0}, "out_of_range", "/sequence"),
        (
            {"places": [{"point": {"latitude": 91, "longitude": 4}}]},
            "out_of_range",
            "/places/0/point/latitude",
        ),
        ({"places": [{"point": {"latitude": 51}}]}, "missing", "/places/0/point/longitude"),
        ({"log": [{"text": 5}]}, "wrong_type", "/log/0/text"),
    ],
)
def test_a_bad_body_is_refused_with_where(change: dict[str, Any], code: str, path: str) -> None:
    with pytest.raises(Unreadable) as problem:
        webhook.read(octets(examples.webhook() | change))
    assert (problem.value.code, problem.value.path) == (code, path)
    assert "nieuw" not in str(problem.value)

"""Signatures of webhooks."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from focus.core.webhooks import signing

SECRET = bytes(range(32))
BODY = b'{"type": "incident", "text": "Kerkstraat"}'
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
    with pytest.raises(signing.NotSigned) as problem:
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
    with pytest.raises(signing.NotSigned) as problem:
        signing.verify([SECRET], _signed() | change, body, now=NOW)
    assert problem.value.code == code


def test_without_a_secret_nothing_is_taken() -> None:
    with pytest.raises(signing.NotSigned):
        signing.verify([], _signed(), BODY, now=NOW)


@pytest.mark.parametrize("text", ["whsec_", "whsec_%%%", "whsec_" + base64.b64encode(bytes(23)).decode()])
def test_a_secret_is_long_enough_and_base64(text: str) -> None:
    with pytest.raises(ValueError, match="secret"):
        signing.secret_of(text)

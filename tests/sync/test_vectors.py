"""What the app seals and signs, octet for octet: web/tests/outbox.test.ts reads the same file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from focus.core.identity import base64url
from focus.core.identity.device_keys import DeviceKey
from focus.core.keys import FileKeyStore
from focus.core.sync.sealing import Unsealable, statement_of, unsealed
from focus.core.sync.wire import Delivery, Item

VECTOR: dict[str, Any] = json.loads(Path(__file__).with_name("vectors.json").read_text())


@dataclass
class OneKey:
    """A key store that holds the organisation's half of the vector."""

    async def agree(self, organisation: UUID, kid: str, theirs: bytes) -> bytes:
        assert (str(organisation), kid) == (VECTOR["key"]["organisation"], VECTOR["key"]["kid"])
        scalar = int.from_bytes(base64url.decode(VECTOR["server"]["d"]), "big")
        ours = ec.derive_private_key(scalar, ec.SECP256R1())
        return ours.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs))

    async def agreement_key(self, organisation: UUID) -> tuple[str, bytes]:
        return VECTOR["key"]["kid"], base64url.decode(VECTOR["key"]["point"])


KEYS = cast("FileKeyStore", OneKey())


def item(**changed: Any) -> Item:
    return msgspec.convert({**VECTOR["item"], **changed}, Item)


async def test_an_item_that_the_app_sealed_opens_here() -> None:
    made = await unsealed(KEYS, item())
    plain = json.loads(VECTOR["plain"])
    assert (made.token, made.action, made.body) == (plain["token"], plain["action"], plain["body"])
    assert [str(id_) for id_ in made.after] == plain["after"]
    assert made.expects == plain["expects"]


@pytest.mark.parametrize("changed", [{"n": 8}, {"id": "0190b8a0-0000-7000-8000-000000000003"}])
async def test_what_stands_beside_it_in_clear_cannot_be_changed(changed: dict[str, Any]) -> None:
    with pytest.raises(Unsealable):
        await unsealed(KEYS, item(**changed))


def test_the_statement_that_the_app_signs_is_the_one_that_is_checked_here() -> None:
    told = VECTOR["delivery"]
    delivery = Delivery(
        told["device"], told["sent_ms"], tuple(told["waiting"]), (item(),), signature=told["signature"]
    )
    statement = statement_of(delivery)
    assert statement.decode() == told["statement"]
    point = b"\x04" + base64url.decode(told["public"]["x"]) + base64url.decode(told["public"]["y"])
    assert DeviceKey(point).holds(base64url.decode(told["signature"]), statement)

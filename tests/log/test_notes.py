"""Checkpoints, and the two readings of Ed25519: OpenSSL's and the one in the standalone verifier."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from focus.core.log.focus_log_verify import ORDER, ed25519_verifies
from focus.core.log.notes import BadNote, Checkpoint, key_id, open_checkpoint, sign_checkpoint, verifier_key

ORIGIN = "focus/log/example"
KEY = Ed25519PrivateKey.from_private_bytes(b"\x07" * 32)
PUBLIC = KEY.public_key().public_bytes_raw()


async def _sign(message: bytes) -> bytes:
    return KEY.sign(message)


async def note_of(size: int = 5, origin: str = ORIGIN) -> str:
    return await sign_checkpoint(Checkpoint(origin, size, b"\x01" * 32), public_key=PUBLIC, sign=_sign)


async def test_a_signed_checkpoint_opens():
    checkpoint = open_checkpoint(await note_of(), origin=ORIGIN, public_key=PUBLIC)
    assert checkpoint == Checkpoint(ORIGIN, 5, b"\x01" * 32)


async def test_a_note_has_the_lines_of_the_specification():
    lines = (await note_of()).split("\n")
    assert lines[:2] == [ORIGIN, "5"]
    assert lines[3] == ""
    assert lines[4].startswith(f"— {ORIGIN} ")
    assert lines[5:] == [""]


async def test_the_example_of_the_note_specification_verifies_in_the_standalone_verifier():
    import base64

    name, _, key = ["PeterNeumann", "c74f20a3", "ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"]
    encoded = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
    text = (
        b"If you think cryptography is the answer to your problem,\n"
        b"then you don't know what your problem is.\n"
    )
    public, signature = base64.b64decode(key)[1:], base64.b64decode(encoded)
    assert signature[:4] == key_id(name, public)
    assert ed25519_verifies(public, signature[4:], text)


@pytest.mark.parametrize("change", [("5", "6"), ("AQEB", "AQEC"), ("example\n5", "elsewhere\n5")])
async def test_a_changed_checkpoint_does_not_open(change):
    with pytest.raises(BadNote):
        open_checkpoint((await note_of()).replace(*change, 1), origin=ORIGIN, public_key=PUBLIC)


async def test_a_checkpoint_of_another_log_does_not_open():
    with pytest.raises(BadNote, match="another log"):
        open_checkpoint(await note_of(origin="focus/log/other"), origin=ORIGIN, public_key=PUBLIC)


async def test_a_witness_signature_beside_ours_is_passed_over():
    cosigned = await note_of() + "— witness.example/w AAAAAAAA\n"
    assert open_checkpoint(cosigned, origin=ORIGIN, public_key=PUBLIC).size == 5


@pytest.mark.parametrize("note", ["", "\n\n", "a\n\n", "a\n5\n\n— a b\n", f"{ORIGIN}\n05\nAAAA\n\n— x y\n"])
def test_garbage_is_a_bad_note(note):
    with pytest.raises(BadNote):
        open_checkpoint(note, origin=ORIGIN, public_key=PUBLIC)


def test_the_travelling_key_names_log_id_and_key():
    name, identifier, _ = verifier_key(ORIGIN, PUBLIC).split("+", 2)
    assert (name, identifier) == (ORIGIN, key_id(ORIGIN, PUBLIC).hex())


@settings(max_examples=25, deadline=None)
@given(st.binary(min_size=32, max_size=32), st.binary(max_size=200))
def test_the_standalone_verifier_accepts_what_openssl_signed(seed, message):
    key = Ed25519PrivateKey.from_private_bytes(seed)
    assert ed25519_verifies(key.public_key().public_bytes_raw(), key.sign(message), message)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 511), st.binary(min_size=1, max_size=50))
def test_the_standalone_verifier_refuses_a_signature_with_one_changed_bit(bit, message):
    signature = (int.from_bytes(KEY.sign(message), "big") ^ 1 << bit).to_bytes(64, "big")
    try:
        assert not ed25519_verifies(PUBLIC, signature, message)
    except ValueError as error:
        assert "not a point" in str(error)


def test_the_standalone_verifier_refuses_a_malleable_signature():
    signature = KEY.sign(b"x")
    scalar = int.from_bytes(signature[32:], "little") + ORDER
    assert not ed25519_verifies(PUBLIC, signature[:32] + scalar.to_bytes(32, "little"), b"x")

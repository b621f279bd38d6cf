"""The key file: made once, refused when others could read it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from focus.core.keys import FileKeyStore, KeyFileExposed, KeyUnknown

ZONE, OTHER = UUID(int=1), UUID(int=2)


def test_the_key_file_is_readable_by_its_owner_only(tmp_path):
    FileKeyStore.open(tmp_path)
    assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "keys" / "master.key").stat().st_mode & 0o777 == 0o600


def test_nothing_but_the_key_file_is_left_in_the_folder(tmp_path):
    FileKeyStore.open(tmp_path)
    assert [path.name for path in (tmp_path / "keys").iterdir()] == ["master.key"]


async def test_a_data_key_opens_again_after_a_restart(tmp_path):
    wrapped = await FileKeyStore.open(tmp_path).wrap(ZONE, b"d" * 32)
    assert await FileKeyStore.open(tmp_path).unwrap(ZONE, wrapped) == b"d" * 32


async def test_a_data_key_of_one_organisation_does_not_open_for_another(tmp_path):
    store = FileKeyStore.open(tmp_path)
    with pytest.raises(KeyUnknown):
        await store.unwrap(OTHER, await store.wrap(ZONE, b"d" * 32))


async def test_a_data_key_of_another_master_key_does_not_open(tmp_path):
    wrapped = await FileKeyStore.open(tmp_path / "a").wrap(ZONE, b"d" * 32)
    with pytest.raises(KeyUnknown):
        await FileKeyStore.open(tmp_path / "b").unwrap(ZONE, wrapped)


@pytest.mark.parametrize("place", [0, 5, -1])
async def test_a_damaged_wrapped_key_does_not_open(tmp_path, place):
    store = FileKeyStore.open(tmp_path)
    wrapped = bytearray(await store.wrap(ZONE, b"d" * 32))
    wrapped[place] ^= 1
    with pytest.raises(KeyUnknown):
        await store.unwrap(ZONE, bytes(wrapped))


async def test_a_signature_checks_with_the_public_key(tmp_path):
    store = FileKeyStore.open(tmp_path)
    signature = await store.sign(ZONE, b"message")
    Ed25519PublicKey.from_public_bytes(await store.public_key(ZONE)).verify(signature, b"message")


async def test_each_organisation_has_its_own_signing_key(tmp_path):
    store = FileKeyStore.open(tmp_path)
    assert await store.public_key(ZONE) != await store.public_key(OTHER)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o601])
def test_a_key_file_open_to_others_is_refused(tmp_path, mode):
    FileKeyStore.open(tmp_path)
    (tmp_path / "keys" / "master.key").chmod(mode)
    with pytest.raises(KeyFileExposed, match="chmod 0600"):
        FileKeyStore.open(tmp_path)


def test_a_key_folder_open_to_others_is_refused(tmp_path):
    FileKeyStore.open(tmp_path)
    (tmp_path / "keys").chmod(0o755)
    with pytest.raises(KeyFileExposed, match="chmod 0700"):
        FileKeyStore.open(tmp_path)


def test_a_key_file_that_is_a_link_is_refused(tmp_path):
    FileKeyStore.open(tmp_path)
    path = tmp_path / "keys" / "master.key"
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(KeyFileExposed, match="symbolic link"):
        FileKeyStore.open(tmp_path)


@pytest.mark.parametrize("content", [b"", b"focus-master-key-1 AAAA\n", b"something else entirely"])
def test_a_broken_key_file_is_refused_and_not_replaced(tmp_path, content):
    FileKeyStore.open(tmp_path)
    path = tmp_path / "keys" / "master.key"
    path.write_bytes(content)
    with pytest.raises(KeyUnknown):
        FileKeyStore.open(tmp_path)
    assert path.read_bytes() == content


def test_ten_processes_that_start_together_agree_on_one_key(tmp_path):
    code = (
        "import asyncio, sys, uuid, pathlib; from focus.core.keys import FileKeyStore;"
        "s = FileKeyStore.open(pathlib.Path(sys.argv[1]));"
        "print(asyncio.run(s.public_key(uuid.UUID(int=1))).hex())"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(10)]
    assert len({process.communicate()[0] for process in started}) == 1
    assert asyncio.run(FileKeyStore.open(tmp_path).public_key(ZONE))

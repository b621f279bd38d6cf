"""The embedded default: one master key in a file that only this user can read."""

from __future__ import annotations

import base64
import os
import secrets
import stat
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from focus.core.keys.store import KeyFileExposed, KeyUnknown

_HEADER = b"focus-master-key-1 "
_WRAP_VERSION = b"\x01"
_NONCE = 12
_KID = "1"
_CURVE = ec.SECP256R1()
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


class FileKeyStore:
    """Derives each organisation's wrapping key and signing key by HKDF-SHA256 from `keys/master.key`.

    One file is all that an operator has to back up, apart from the database. Without it nothing in the
    log can be read again, and no checkpoint signed under the old name.
    """

    def __init__(self, master: bytes) -> None:
        self._master = master
        self._wrapping: dict[UUID, AESGCM] = {}
        self._signing: dict[UUID, Ed25519PrivateKey] = {}
        self._push: ec.EllipticCurvePrivateKey | None = None
        self._agreement: dict[UUID, ec.EllipticCurvePrivateKey] = {}

    @classmethod
    def open(cls, home: Path) -> FileKeyStore:
        """The store under `home`/keys; the key is made at the first call, by one of all processes.

        Raises KeyFileExposed when the folder is not 0700 or the file not 0600, or not ours.
        """
        folder = home / "keys"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _refuse_exposed(folder, 0o700)
        path = folder / "master.key"
        if not path.exists():
            _create(path, _HEADER + base64.b64encode(secrets.token_bytes(32)) + b"\n")
        return cls(_read(path))

    async def wrap(self, organisation: UUID, data_key: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        sealed = self._wrapping_key(organisation).encrypt(nonce, data_key, organisation.bytes)
        return _WRAP_VERSION + nonce + sealed

    async def unwrap(self, organisation: UUID, wrapped: bytes) -> bytes:
        version, nonce, sealed = wrapped[:1], wrapped[1 : 1 + _NONCE], wrapped[1 + _NONCE :]
        if version != _WRAP_VERSION:
            raise KeyUnknown(f"wrapped key of version {version.hex()}")
        try:
            return self._wrapping_key(organisation).decrypt(nonce, sealed, organisation.bytes)
        except (InvalidTag, ValueError):
            raise KeyUnknown(f"the data key of {organisation} was wrapped by another master key") from None

    async def sign(self, organisation: UUID, message: bytes) -> bytes:
        return self._signing_key(organisation).sign(message)

    async def public_key(self, organisation: UUID) -> bytes:
        return self._signing_key(organisation).public_key().public_bytes_raw()

    async def agree(self, organisation: UUID, kid: str, point: bytes) -> bytes:
        try:
            theirs = ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, point)
        except ValueError:
            raise KeyUnknown("not a point of P-256") from None
        return self._agreement_key(organisation, kid).exchange(ec.ECDH(), theirs)

    async def agreement_key(self, organisation: UUID) -> tuple[str, bytes]:
        own = self._agreement_key(organisation, _KID).public_key()
        return _KID, own.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    async def push_sign(self, message: bytes) -> bytes:
        r, s = decode_dss_signature(self._push_key().sign(message, ec.ECDSA(SHA256())))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")

    async def push_key(self) -> bytes:
        return self._push_key().public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    def _push_key(self) -> ec.EllipticCurvePrivateKey:
        if self._push is None:
            self._push = self._scalar("push", UUID(int=0))
        return self._push

    def _scalar(self, purpose: str, organisation: UUID) -> ec.EllipticCurvePrivateKey:
        # 48 octets reduced to the order of the group: FIPS 186-5, A.2.1.
        seed = int.from_bytes(self._derive(purpose, organisation, 48), "big")
        return ec.derive_private_key(seed % (_ORDER - 1) + 1, _CURVE)

    def _agreement_key(self, organisation: UUID, kid: str) -> ec.EllipticCurvePrivateKey:
        if kid != _KID:
            raise KeyUnknown(f"no agreement key {kid}")
        if organisation not in self._agreement:
            self._agreement[organisation] = self._scalar("agree", organisation)
        return self._agreement[organisation]

    def _wrapping_key(self, organisation: UUID) -> AESGCM:
        if organisation not in self._wrapping:
            self._wrapping[organisation] = AESGCM(self._derive("wrap", organisation))
        return self._wrapping[organisation]

    def _signing_key(self, organisation: UUID) -> Ed25519PrivateKey:
        if organisation not in self._signing:
            seed = self._derive("checkpoint", organisation)
            self._signing[organisation] = Ed25519PrivateKey.from_private_bytes(seed)
        return self._signing[organisation]

    def _derive(self, purpose: str, organisation: UUID, length: int = 32) -> bytes:
        info = f"focus/{purpose}/1/{organisation}".encode()
        return HKDF(algorithm=SHA256(), length=length, salt=None, info=info).derive(self._master)


def _refuse_exposed(path: Path, allowed: int) -> None:
    status = path.lstat()
    if stat.S_ISLNK(status.st_mode):
        raise KeyFileExposed(f"{path} is a symbolic link")
    if status.st_uid != os.geteuid():
        raise KeyFileExposed(f"{path} belongs to user {status.st_uid}")
    mode = stat.S_IMODE(status.st_mode)
    if mode & ~allowed:
        raise KeyFileExposed(f"{path} has mode {mode:04o}; run: chmod {allowed:04o} {path}")


def _create(path: Path, content: bytes) -> None:
    """Write `path` whole or not at all; when another process was first, its file stays."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        try:
            path.hardlink_to(draft)
        except FileExistsError:
            return
        _sync_folder(path.parent)
    finally:
        draft.unlink()


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _read(path: Path) -> bytes:
    _refuse_exposed(path, 0o600)
    content = path.read_bytes().removeprefix(_HEADER)
    try:
        master = base64.b64decode(content.strip(), validate=True)
    except ValueError:
        master = b""
    if len(master) != 32:
        raise KeyUnknown(f"{path} holds no master key")
    return master

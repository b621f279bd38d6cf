"""The certificates of TAK: one authority of this installation, the server's own, and one for each client.

They lie in FOCUS_HOME/tak, readable by the server alone, and are made when they are first needed. A client's
certificate names it; whether it still may come in stands in the database.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from focus.core import clock

CLIENT_LASTS: Final = timedelta(days=366)
SERVER_LASTS: Final = timedelta(days=397)
AUTHORITY_LASTS: Final = timedelta(days=3_650)
RENEW: Final = timedelta(days=60)
"""So long before its end the server's own certificate is made anew, when the server starts."""
_BEFORE: Final = timedelta(minutes=5)
"""Clocks of clients may be behind."""


@dataclass(frozen=True)
class Pair:
    """A certificate and its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Issued:
    """What a client is given, once."""

    serial: str
    """Of its certificate, hexadecimal."""
    ends_at: datetime
    bundle: bytes
    """PKCS #12: its key, its certificate and the authority's."""
    password: str
    authority: str
    """PEM."""


class Authority:
    """The installation's own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def issue(self, client: UUID, name: str) -> Issued:
        """A certificate for a client; nothing of it is kept but its serial number."""
        root = self._root()
        key, now = ec.generate_private_key(ec.SECP256R1()), clock.now()
        subject = [(NameOID.COMMON_NAME, str(client)), (NameOID.ORGANIZATIONAL_UNIT_NAME, name[:60])]
        made = _signed(root, key, subject, now, CLIENT_LASTS, usage=ExtendedKeyUsageOID.CLIENT_AUTH)
        password = secrets.token_urlsafe(18)
        bundle = pkcs12.serialize_key_and_certificates(
            name.encode(), key, made, [root.certificate], BestAvailableEncryption(password.encode())
        )
        authority = root.certificate.public_bytes(Encoding.PEM).decode()
        return Issued(f"{made.serial_number:x}", made.not_valid_after_utc, bundle, password, authority)

    def context(self, host: str) -> ssl.SSLContext:
        """What the server speaks TLS with: TLS 1.2 or newer, and only with clients of this authority."""
        root, server = self._root(), self._folder / "server.pem"
        with self._alone():
            if not server.exists() or not _serves(server, host):
                _write(server, self._server(root, host))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.load_cert_chain(server)
        context.load_verify_locations(cadata=root.certificate.public_bytes(Encoding.PEM).decode())
        context.verify_mode = ssl.CERT_REQUIRED
        return context

    def _root(self) -> Pair:
        file = self._folder / "authority.pem"
        with self._alone():
            if not file.exists():
                _write(file, _pem(_new_root()))
        octets = file.read_bytes()
        key = load_pem_private_key(octets, None)
        assert isinstance(key, ec.EllipticCurvePrivateKey)
        return Pair(x509.load_pem_x509_certificate(octets), key)

    def _server(self, root: Pair, host: str) -> bytes:
        key = ec.generate_private_key(ec.SECP256R1())
        subject = [(NameOID.COMMON_NAME, host)]
        made = _signed(
            root, key, subject, clock.now(), SERVER_LASTS, usage=ExtendedKeyUsageOID.SERVER_AUTH, host=host
        )
        return _pem(Pair(made, key))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One process makes what several need."""
        with (self._folder / "lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def _new_root() -> Pair:
    key, now = ec.generate_private_key(ec.SECP256R1()), clock.now()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "FOCUS TAK")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BEFORE)
        .not_valid_after(now + AUTHORITY_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(signs=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, SHA256())
    )
    return Pair(made, key)


def _signed(
    root: Pair,
    key: ec.EllipticCurvePrivateKey,
    subject: list[tuple[x509.ObjectIdentifier, str]],
    now: datetime,
    lasts: timedelta,
    *,
    usage: x509.ObjectIdentifier,
    host: str = "",
) -> x509.Certificate:
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(kind, value) for kind, value in subject]))
        .issuer_name(root.certificate.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BEFORE)
        .not_valid_after(min(now + lasts, root.certificate.not_valid_after_utc))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(signs=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([usage]), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(root.key.public_key()), critical=False
        )
    )
    if host:
        names = x509.SubjectAlternativeName([x509.DNSName(host)])
        builder = builder.add_extension(names, critical=False)
    return builder.sign(root.key, SHA256())


def _key_usage(*, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs, key_cert_sign=signs, crl_sign=signs, content_commitment=False,
        key_encipherment=False, data_encipherment=False, key_agreement=not signs, encipher_only=False,
        decipher_only=False,
    )  # fmt: skip


def _serves(file: Path, host: str) -> bool:
    made = x509.load_pem_x509_certificate(file.read_bytes())
    names = made.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return host in names.get_values_for_type(x509.DNSName) and made.not_valid_after_utc > clock.now() + RENEW


def _pem(pair: Pair) -> bytes:
    key = pair.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return key + pair.certificate.public_bytes(Encoding.PEM)


def _write(file: Path, octets: bytes) -> None:
    """Whole or not at all, for the server alone."""
    coming = file.with_suffix(".coming")
    with os.fdopen(os.open(coming, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as handle:
        handle.write(octets)
    coming.rename(file)

"""The world's own authority: it vouches for the registers over TLS and for the one client they let in."""

from __future__ import annotations

import os
import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from .proofs import client


class Authority:
    """Made anew at each start; `files`: what whoever asks must have, by name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = _called("An authority of the simulated world")
        root = self._signed(self._name, self._key, authority=True)
        self._write("world-authority.pem", root.public_bytes(serialization.Encoding.PEM))
        self._pair("world-server", "localhost")
        self._pair("world-client", client)

    @property
    def files(self) -> dict[str, str]:
        names = ("world-authority.pem", "world-client.pem", "world-client.key")
        return {name: str(self._folder / name) for name in names}

    def server(self) -> ssl.SSLContext:
        """Asks for a certificate, but opens without one too: the register itself then says 401."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._folder / "world-server.pem", self._folder / "world-server.key")
        context.load_verify_locations(self._folder / "world-authority.pem")
        context.verify_mode = ssl.CERT_OPTIONAL
        return context

    def _pair(self, file: str, called: str) -> None:
        key = ec.generate_private_key(ec.SECP256R1())
        signed = self._signed(_called(called), key)
        self._write(f"{file}.pem", signed.public_bytes(serialization.Encoding.PEM))
        plain = serialization.NoEncryption()
        form = serialization.PrivateFormat.PKCS8
        self._write(f"{file}.key", key.private_bytes(serialization.Encoding.PEM, form, plain))

    def _write(self, name: str, content: bytes) -> None:
        file = self._folder / name
        file.unlink(missing_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as to:
            to.write(content)

    def _signed(
        self, name: x509.Name, key: ec.EllipticCurvePrivateKey, *, authority: bool = False
    ) -> x509.Certificate:
        now, here = datetime.now(UTC), [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
        builder = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=365))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(x509.SubjectAlternativeName(here), critical=False)
        )
        return builder.sign(self._key, hashes.SHA256())


def _called(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])

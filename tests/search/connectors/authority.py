"""A certificate authority of an afternoon, for sources that encrypt and for those that ask who we are."""

from __future__ import annotations

import ssl
from datetime import timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from focus.core import clock


class Authority:
    """Vouches for `localhost` and for one client."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = _name("A test's authority")
        certificate = self._signed(self._name, self._key, authority=True)
        self._root = folder / "root.pem"
        self._root.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))

    def server(self, *, asks: bool = False) -> ssl.SSLContext:
        """For a server; `asks`: it wants a certificate of whoever comes."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._pair("localhost"))
        if asks:
            context.verify_mode = ssl.CERT_REQUIRED
            context.load_verify_locations(self._root)
        return context

    def client(self, *, shows: bool = False) -> ssl.SSLContext:
        """For one who trusts only this authority; `shows`: and has its certificate."""
        context = ssl.create_default_context(cafile=str(self._root))
        if shows:
            context.load_cert_chain(self._pair("client"))
        return context

    def pem(self, name: str) -> dict[str, str]:
        """The texts of `root.pem`, and of a certificate and its key apart."""
        whole = self._pair(name).read_text()
        begin = whole.index("-----BEGIN CERTIFICATE")
        return {
            "root.pem": self._root.read_text(),
            f"{name}.pem": whole[begin:],
            f"{name}.key": whole[:begin],
        }

    def _pair(self, name: str) -> Path:
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = self._signed(_name(name), key)
        path = self._folder / f"{name}.pem"
        private = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
        return path

    def _signed(
        self, name: x509.Name, key: ec.EllipticCurvePrivateKey, *, authority: bool = False
    ) -> x509.Certificate:
        now = clock.now()
        builder = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        )
        return builder.sign(self._key, hashes.SHA256())


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])

"""A source knows who asks, and nobody else learns how."""

from __future__ import annotations

import hmac
import io
from base64 import b64decode, b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from focus.modules.search.commands import test_command as try_out
from focus.modules.search.configuration.configured import ConfiguredSource
from focus.modules.search.configuration.loader import check_config
from focus.modules.search.connectors.credentials_signing import base_of
from focus.modules.search.sources.protocol import SourceFailed
from focus.modules.search.sources.settings import SettingMissing, Settings
from tests.search.connectors.authority import Authority
from tests.search.connectors.registers import register_running
from tests.search.connectors.servers import ask, rest_file, source_of

KEY = "k-4711-never-shown"
# The test keys of RFC 9421, appendix B.1.4 and B.1.5: public by design.
RFC_KEY = """-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF
-----END PRIVATE KEY-----
"""
RFC_SHARED = "uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ=="


def secret(home: Path, name: str, value: str, *, mode: int = 0o600) -> Path:
    file = home / "secrets" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(value)
    file.chmod(mode)
    return file


def faults(access: dict[str, Any]) -> list[str]:
    return [str(f) for f in check_config(rest_file("http://127.0.0.1:9", access=access))[1]]


async def test_a_key_goes_in_the_header_that_the_source_wants(tmp_path: Path) -> None:
    secret(tmp_path, "K", KEY)
    async with register_running() as register:
        register.lets = lambda request, _: request.headers.get("X-Their-Key") == KEY
        access = {"key": {"header": "X-Their-Key", "value": "${secret:K}"}}
        source = source_of(rest_file(register.base, access=access), tmp_path)
        assert len((await ask(source)).records) == 1
        await source.close()


async def test_a_key_goes_in_the_parameter_that_the_source_wants(tmp_path: Path) -> None:
    secret(tmp_path, "K", "a key&with=odd")
    async with register_running() as register:
        register.lets = lambda request, _: request.query.get("sleutel") == "a key&with=odd"
        access = {"key": {"query": "sleutel", "value": "${secret:K}"}}
        source = source_of(rest_file(register.base, access=access), tmp_path)
        assert len((await ask(source)).records) == 1
        await source.close()


async def test_a_certificate_opens_a_source_that_asks_for_one(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    for name, pem in authority.pem("client").items():
        secret(tmp_path, name, pem)
    files = {"authority": "root.pem", "certificate": "client.pem", "key": "client.key"}
    async with register_running(tls=authority.server(asks=True)) as register:
        source = source_of(rest_file(register.base, access={"tls": files}), tmp_path)
        assert len((await ask(source)).records) == 1
        await source.close()


async def test_a_source_of_another_authority_is_not_reached(tmp_path: Path) -> None:
    for name in ("theirs", "ours"):
        (tmp_path / name).mkdir()
    theirs, ours = Authority(tmp_path / "theirs"), Authority(tmp_path / "ours")
    secret(tmp_path, "root.pem", ours.pem("client")["root.pem"])
    async with register_running(tls=theirs.server()) as register:
        access = {"tls": {"authority": "root.pem"}}
        source = source_of(rest_file(register.base, access=access), tmp_path)
        with pytest.raises(SourceFailed) as failed:
            await ask(source)
        assert failed.value.reason == "tls"
        await source.close()


def test_the_key_of_a_certificate_may_be_read_by_its_owner_only(tmp_path: Path) -> None:
    for name, pem in Authority(tmp_path).pem("client").items():
        secret(tmp_path, name, pem, mode=0o644)
    files = {"certificate": "client.pem", "key": "client.key"}
    with pytest.raises(SettingMissing, match=r"client\.key is open to others \(mode 0644\); chmod 600"):
        source_of(rest_file("https://localhost:9", access={"tls": files}), tmp_path)


def test_a_secret_that_others_may_read_is_refused(tmp_path: Path) -> None:
    file = secret(tmp_path, "K", KEY, mode=0o640)
    with pytest.raises(SettingMissing) as missing:
        Settings(tmp_path, {}).fill("${secret:K}")
    assert str(missing.value) == f"the file {file} is open to others (mode 0640); chmod 600 {file}"


@pytest.mark.parametrize(
    ("access", "told"),
    [
        (
            {"key": {"header": "X-K", "value": "abc"}},
            'access.key.value: must name a secret: "${secret:NAME}"',
        ),
        ({"key": {"value": "${secret:K}"}}, "access.key: one of header and query is needed"),
        ({"tls": {"certificate": "a.pem"}}, "access.tls: certificate and key go together"),
    ],
)
def test_what_is_wrong_with_an_access_is_said(access: dict[str, Any], told: str) -> None:
    assert faults(access) == [told]


async def test_trying_a_source_out_shows_no_secret_though_the_source_repeats_it(tmp_path: Path) -> None:
    secret(tmp_path, "K", KEY)
    folder = tmp_path / "sources"
    folder.mkdir()
    async with register_running(echo=True) as register:
        (folder / "vehicles.toml").write_text(
            'name = "vehicles"\nshort = "V"\nkind = "rest"\nlegal = ["1"]\n'
            'title = { nl = "V", fr = "V", de = "V", en = "V" }\n'
            f'rest = {{ base = "{register.base}" }}\n'
            'access = { key = { query = "key", value = "${secret:K}" } }\n'
            '[[ask]]\nfor = ["plate"]\npath = "/{plate}"\n'
            '[[map]]\ntype = "vehicle"\neach = "vehicles"\ntitle = "{told}{plate}"\n'
            'identifiers = { plate = "plate" }\n'
        )
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("FOCUS_HOME", str(tmp_path))
            out = io.StringIO()
            assert await try_out([folder], name="vehicles", question="1-ABC-123", out=out) == 0
        assert KEY in str(register.seen[0].rel_url)
    assert "key=•••" in out.getvalue()
    assert KEY not in out.getvalue()


def signed_source(home: Path, base: str, algorithm: str, secret_text: str) -> ConfiguredSource:
    secret(home, "S", secret_text)
    signature = {"key_id": "focus-1", "algorithm": algorithm, "secret": "${secret:S}"}
    way = {"for": ["plate"], "path": "/zoek?soort=plaat", "method": "POST", "json": {"plaat": "{plate}"}}
    return source_of(rest_file(base, access={"signature": signature}, ask=[way]), home)


def rebuilt(request: web.Request, body: bytes) -> tuple[bytes, bytes]:
    """(signature base made of what arrived, the signature), as the other side of RFC 9421 does it."""
    parameters = request.headers["Signature-Input"].removeprefix("focus=")
    covered = [part.strip('"') for part in parameters[1 : parameters.index(")")].split()]
    digest = f"sha-256=:{b64encode(sha256(body).digest()).decode()}:"
    values = {
        "@method": request.method, "@authority": request.host, "@path": request.rel_url.raw_path,
        "@query": f"?{request.rel_url.raw_query_string}", "content-digest": digest,
        "content-type": request.headers["Content-Type"],
    }  # fmt: skip
    assert set(covered) == set(values)
    lines = [f'"{part}": {values[part]}' for part in covered]
    base = "\n".join([*lines, f'"@signature-params": {parameters}']).encode()
    return base, b64decode(request.headers["Signature"].removeprefix("focus=:").removesuffix(":"))


async def test_a_question_is_signed_with_a_private_key(tmp_path: Path) -> None:
    async with register_running() as register:
        source = signed_source(tmp_path, register.base, "ed25519", RFC_KEY)
        await ask(source)
        await source.close()
    base, signature = rebuilt(register.seen[0], register.bodies[0])
    key = load_pem_private_key(RFC_KEY.encode(), None)
    assert isinstance(key, Ed25519PrivateKey)
    key.public_key().verify(signature, base)


async def test_a_question_is_signed_with_a_shared_key(tmp_path: Path) -> None:
    async with register_running() as register:
        source = signed_source(tmp_path, register.base, "hmac-sha256", RFC_SHARED)
        await ask(source)
        await source.close()
    base, signature = rebuilt(register.seen[0], register.bodies[0])
    assert hmac.compare_digest(signature, hmac.digest(b64decode(RFC_SHARED), base, "sha256"))


def test_a_signature_base_is_that_of_the_standard() -> None:
    """RFC 9421, appendix B.2.6."""
    values = {
        "date": "Tue, 20 Apr 2021 02:07:55 GMT", "@method": "POST", "@path": "/foo",
        "@authority": "example.com", "content-type": "application/json", "content-length": "18",
    }  # fmt: skip
    named = " ".join(f'"{part}"' for part in values)
    base = base_of(list(values), values, f'({named});created=1618884473;keyid="test-key-ed25519"')
    key = load_pem_private_key(RFC_KEY.encode(), None)
    assert isinstance(key, Ed25519PrivateKey)
    assert b64encode(key.sign(base)).decode() == (
        "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw=="
    )


def test_a_secret_that_is_no_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingMissing, match="is no ed25519 key"):
        signed_source(tmp_path, "http://127.0.0.1:9", "ed25519", "not a key")

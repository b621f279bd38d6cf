"""The app's files: compressed, tagged, behind a strict policy, and no other file ever."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import aiohttp
import pytest
import uvicorn

from focus.core.gate import Settings
from focus.server.app import create
from tests.support.station import small_registry
from tests.support.waiting import until

SHELL = "<!doctype html><title>FOCUS</title>" + "<p>shell</p>" * 100
SCRIPT = "console.log('focus');\n" * 100
BUILT = b"as the build compressed it"


class _Quiet(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@pytest.fixture(scope="module")
async def site(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """The application without its platform, with an app of a few files; yields `host:port`."""
    above = tmp_path_factory.mktemp("site")
    (above / "secret.txt").write_text("the key of the safe")
    folder = above / "app"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(SHELL)
    (folder / "assets" / "app-1a2b.js").write_text(SCRIPT)
    (folder / "assets" / "app-1a2b.js.br").write_bytes(BUILT)
    (folder / "assets" / "barcodes.worker-1a2b.js").write_text(SCRIPT)
    (folder / "icon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    app = create(Settings(home=above, app=folder), small_registry())
    server = _Quiet(uvicorn.Config(app, port=0, lifespan="off", log_config=None, loop="none"))
    living = asyncio.create_task(server.serve())
    await until(lambda: server.started)
    yield f"127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    await living


async def get(site: str, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    async with (
        aiohttp.ClientSession(auto_decompress=False) as http,
        http.request(method, f"http://{site}{path}", headers=sent) as answer,
    ):
        return answer.status, {k.lower(): v for k, v in answer.headers.items()}, await answer.read()


async def get_raw(site: str, target: str) -> bytes:
    """The answer to a target that no client library would send."""
    host, port = site.split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(f"GET {target} HTTP/1.1\r\nHost: {site}\r\nConnection: close\r\n\r\n".encode())
    answer = await asyncio.wait_for(reader.read(), 5)
    writer.close()
    return answer


@pytest.mark.parametrize("path", ["/", "/index.html", "/search", "/search/lookup/7", "/today/"])
async def test_a_page_of_the_app_gets_its_shell(site: str, path: str) -> None:
    status, headers, body = await get(site, path, accept_encoding="identity")
    assert (status, body.decode()) == (200, SHELL)
    assert headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("path", ["/nothing.js", "/assets/app-0000.js", "/favicon.ico", "/secret.txt"])
async def test_a_file_that_there_is_not_is_a_404(site: str, path: str) -> None:
    status, _, body = await get(site, path)
    assert (status, body) == (404, b"")


@pytest.mark.parametrize("path", ["/api/nothing", "/api"])
async def test_the_api_never_answers_with_the_shell(site: str, path: str) -> None:
    status, headers, _ = await get(site, path)
    assert (status, headers["content-type"]) == (404, "application/problem+json")


async def test_a_file_is_sent_compressed_to_who_takes_it(site: str) -> None:
    _, headers, body = await get(site, "/assets/app-1a2b.js", accept_encoding="gzip")
    assert headers["content-encoding"] == "gzip" and gzip.decompress(body).decode() == SCRIPT


@pytest.mark.parametrize("accepted", ["br", "gzip, deflate, br, zstd", "gzip;q=0.9, BR"])
async def test_what_the_build_compressed_is_sent_to_who_takes_it(site: str, accepted: str) -> None:
    _, headers, body = await get(site, "/assets/app-1a2b.js", accept_encoding=accepted)
    assert (headers["content-encoding"], body) == ("br", BUILT)


@pytest.mark.parametrize("accepted", ["gzip, br;q=0", "br; q=0.0, gzip", "brotli, gzip"])
async def test_a_coding_that_is_refused_is_not_sent(site: str, accepted: str) -> None:
    _, headers, _ = await get(site, "/assets/app-1a2b.js", accept_encoding=accepted)
    assert headers["content-encoding"] == "gzip"


async def test_a_compressed_file_is_no_file_of_its_own(site: str) -> None:
    status, _, _ = await get(site, "/assets/app-1a2b.js.br")
    assert status == 404


async def test_a_file_is_sent_plain_to_who_does_not(site: str) -> None:
    _, headers, body = await get(site, "/assets/app-1a2b.js", accept_encoding="identity")
    assert "content-encoding" not in headers and body.decode() == SCRIPT


async def test_a_file_that_is_known_is_not_sent_again(site: str) -> None:
    _, first, _ = await get(site, "/")
    status, second, body = await get(site, "/", if_none_match=first["etag"])
    assert (status, body, second["etag"]) == (304, b"", first["etag"])


@pytest.mark.parametrize("known", ["W/{tag}", '"other", {tag}', "*"])
async def test_a_tag_is_recognised_in_each_form_that_is_allowed(site: str, known: str) -> None:
    _, first, _ = await get(site, "/")
    status, _, _ = await get(site, "/", if_none_match=known.format(tag=first["etag"]))
    assert status == 304


async def test_another_tag_gets_the_file(site: str) -> None:
    status, _, _ = await get(site, "/", if_none_match='"other"')
    assert status == 200


async def test_only_a_file_named_by_its_content_is_kept_for_ever(site: str) -> None:
    _, script, _ = await get(site, "/assets/app-1a2b.js")
    _, shell, _ = await get(site, "/")
    assert "immutable" in script["cache-control"] and shell["cache-control"] == "no-cache"


async def test_head_has_the_headers_and_no_body(site: str) -> None:
    status, headers, body = await get(site, "/", "HEAD", accept_encoding="identity")
    assert (status, headers["content-length"], body) == (200, str(len(SHELL)), b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
async def test_a_page_is_only_read(site: str, method: str) -> None:
    status, headers, _ = await get(site, "/", method)
    assert (status, headers["allow"]) == (405, "GET, HEAD")


async def test_only_the_barcode_worker_may_compile_and_it_may_do_nothing_else(site: str) -> None:
    _, headers, _ = await get(site, "/assets/barcodes.worker-1a2b.js")
    assert headers["content-security-policy"] == (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
    )


@pytest.mark.parametrize("path", ["/", "/assets/app-1a2b.js", "/icon.svg", "/nothing.js"])
async def test_every_file_comes_with_a_strict_policy(site: str, path: str) -> None:
    _, headers, _ = await get(site, path)
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'" and policy["script-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'" and "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.txt",
        "/../../../../../../etc/passwd",
        "/assets/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/assets/..%5c..%5csecret.txt",
        "//etc/passwd",
        "/assets/%00/../../secret.txt",
        "file:///etc/passwd",
        "/assets//..//..//secret.txt",
    ],
)
async def test_nothing_outside_of_the_app_is_ever_sent(site: str, target: str) -> None:
    answer = await get_raw(site, target)
    assert answer.startswith(b"HTTP/1.1 4") or SHELL.encode() in answer or answer == b""
    assert b"key of the safe" not in answer and b"root:" not in answer

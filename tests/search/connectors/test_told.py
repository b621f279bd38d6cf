"""What a source says when it refuses: come back later, our clock is off; and a WSDL that is broken."""

from __future__ import annotations

import logging
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web

from focus.core import clock
from focus.modules.search.configuration.loader import load_sources
from focus.modules.search.engine import Engine, Outcome
from focus.modules.search.sources.protocol import Source, SourceFailed
from tests.search.connectors.registers import register_running
from tests.search.connectors.servers import PLATE, ask, faulty_server, rest_file, source_of
from tests.search.connectors.test_credentials import RFC_KEY, secret, signed_source
from tests.search.connectors.test_soap import wsdl_fault


async def outcomes(engine: Engine, *sources: Source) -> dict[str, Outcome]:
    """The last word on each."""
    return {o.source: o async for o in engine.run(PLATE, sources, deadline_s=4.0) if o.state != "slow"}


async def test_a_source_that_asks_us_to_wait_is_left_alone_and_nobody_else_notices() -> None:
    asked: list[str] = []

    async def refuse(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.json_response({}, status=429, headers={"Retry-After": "120"})

    runner = web.AppRunner(web.Application(), access_log=None)
    runner.app.router.add_get("/{tail:.*}", refuse)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    engine = Engine()
    busy = source_of(rest_file(f"http://127.0.0.1:{runner.addresses[0][1]}", name="busy", deadline_ms=3_000))
    async with faulty_server() as server:
        other = server.source("/found", name="other", deadline_ms=3_000)
        for _ in range(3):
            last = await outcomes(engine, busy, other)
            assert (last["busy"].state, last["busy"].reason) == ("failed", "told_to_wait")
            assert last["other"].state == "answered"
        await other.close()
    assert len(asked) == 1
    assert engine.guard(busy).breaker.failed == 0
    await busy.close()
    await runner.cleanup()


async def test_a_signature_refused_by_a_clock_that_differs_is_named_as_such(tmp_path: Path) -> None:
    async with register_running() as register:
        register.lets = lambda *_: False
        source = signed_source(tmp_path, register.base, "ed25519", RFC_KEY)
        with clock.fixed(clock.now() + timedelta(minutes=10)), pytest.raises(SourceFailed) as failed:
            await ask(source)
        await source.close()
    assert failed.value.reason == "clock"
    assert "its clock differs by -" in failed.value.detail


async def test_a_signature_refused_by_a_clock_that_agrees_is_a_refused_login(tmp_path: Path) -> None:
    async with register_running() as register:
        register.lets = lambda *_: False
        source = signed_source(tmp_path, register.base, "ed25519", RFC_KEY)
        with pytest.raises(SourceFailed) as failed:
            await ask(source)
        await source.close()
    assert failed.value.reason == "refused_login"


def test_a_moment_to_come_back_may_be_a_date() -> None:
    from focus.modules.search.connectors.http.times import LONGEST_S, wait_of

    soon = format_datetime(clock.now() + timedelta(seconds=90), usegmt=True)
    assert 85 < wait_of(soon) <= 90
    assert [wait_of(text) for text in ("", "soon", "-3", "0")] == [0, 0, 0, 0]
    assert wait_of("999999999") == LONGEST_S


async def test_with_a_broken_wsdl_the_others_are_loaded_and_that_source_fails_every_question(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    told = wsdl_fault(tmp_path, "</xs:sequence>", "</xs:sequenc>")
    async with faulty_server() as server:
        from tests.search.lookups.sources import write_source

        write_source(tmp_path, "cars", f"{server.base}/found", short="C")
        with caplog.at_level(logging.ERROR):
            sources = load_sources([tmp_path])
        last = await outcomes(Engine(), *sources)
        for source in sources:
            await source.close()
    assert {n: (o.state, o.reason) for n, o in last.items()} == {
        "abroad": ("failed", "unusable"), "cars": ("answered", "")
    }  # fmt: skip
    assert "foreign-vehicles.wsdl, line 13" in caplog.text
    assert "line 13" in told


async def test_a_certificate_that_they_do_not_take_is_named(tmp_path: Path) -> None:
    from tests.search.connectors.authority import Authority

    for folder in ("theirs", "ours"):
        (tmp_path / folder).mkdir()
    theirs, ours = Authority(tmp_path / "theirs"), Authority(tmp_path / "ours")
    pems = ours.pem("client") | {"root.pem": theirs.pem("x")["root.pem"]}
    for each, pem in pems.items():
        secret(tmp_path, each, pem)
    files = {"authority": "root.pem", "certificate": "client.pem", "key": "client.key"}
    async with register_running(tls=theirs.server(asks=True)) as register:
        source = source_of(rest_file(register.base, access={"tls": files}, deadline_ms=3_000), tmp_path)
        with pytest.raises(SourceFailed) as failed:
            await ask(source)
        assert (failed.value.reason, register.seen) == ("tls", [])
        await source.close()

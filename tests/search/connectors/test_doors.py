"""Doors that stay shut: no plain connection by default, no endless answer, no secret sent elsewhere."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from focus.modules.search.configuration.loader import check_config, read_config
from focus.modules.search.lists.fetching import NotFetched, fetched
from focus.modules.search.lists.lines import Unreadable, lines_of
from focus.modules.search.sources.encryption import plain_places, tls_wanted
from focus.modules.search.sources.list_place import ListPlace
from focus.modules.search.sources.settings import Settings
from tests.search.connectors.broken import ldap_file, soap_file
from tests.search.connectors.servers import rest_file

TOKEN = {"address": "http://login.example/token", "client": "c", "secret": "${secret:P}"}


def sql_file(dsn: str, **changed: Any) -> dict[str, Any]:
    content = rest_file("") | {"kind": "sql", "sql": {"dsn": dsn}}
    content.pop("rest")
    content["ask"] = [{"for": ["plate"], "query": "select :plate as plate"}]
    return content | changed


def list_file(url: str, **place: Any) -> dict[str, Any]:
    content = rest_file("") | {"kind": "list", "list": {"url": url, "format": "csv"} | place}
    return {name: value for name, value in content.items() if name not in ("rest", "ask")}


def yente_file(base: str) -> dict[str, Any]:
    content = rest_file("") | {"kind": "yente", "yente": {"base": base}}
    return {name: value for name, value in content.items() if name not in ("rest", "ask", "map")}


def faults(content: dict[str, Any], **environment: str) -> list[str]:
    config, found = check_config(content)
    assert config is not None, found
    return [str(fault) for fault in plain_places(config, Settings(None, environment))]


@pytest.mark.parametrize(
    "content",
    [
        sql_file("postgresql://db.example/x?sslmode=disable"),
        sql_file("postgresql://db.example/x?sslmode=prefer"),
        sql_file("${DSN}"),
        ldap_file(389, ldap={"url": "ldap://directory.example", "base": "dc=x"}),
        ldap_file(389, ldap={"url": "${LDAP}", "base": "dc=x"}),
        rest_file("https://register.example", access={"token": TOKEN}),
        rest_file("http://register.example"),
        rest_file("${REST}"),
        soap_file("http://register.example/soap"),
        list_file("http://lists.example/l.csv"),
        list_file("${REST}/l.csv"),
        yente_file("http://yente.example"),
    ],
)
def test_door_5_a_plain_connection_must_be_written_as_insecure(content: dict[str, Any]) -> None:
    environment = {
        "DSN": "postgresql://db.example/x?sslmode=allow",
        "LDAP": "ldap://10.1.2.3",
        "REST": "http://10.1.2.3",
    }
    (fault,) = faults(content, **environment)
    assert "insecure = true" in fault
    assert faults(content | {"insecure": True}, **environment) == []


@pytest.mark.parametrize(
    "content",
    [
        sql_file("postgresql://db.example/x"),
        sql_file("postgresql://db.example/x?sslmode=verify-full"),
        sql_file("postgresql://127.0.0.1:5432/x"),
        sql_file("postgresql:///x?host=/run/postgresql"),
        ldap_file(389),
        ldap_file(389, ldap={"url": "ldaps://directory.example", "base": "dc=x"}),
        ldap_file(389, ldap={"url": "ldap://directory.example", "base": "dc=x", "starttls": True}),
        rest_file("http://[::1]:9"),
        rest_file("https://register.example"),
        soap_file("http://127.0.0.1:9/soap"),
        soap_file("https://register.example/soap"),
        list_file("https://lists.example/l.csv"),
        list_file("", file="l.csv"),
        yente_file("http://localhost:9"),
        rest_file("http://127.0.0.1:9", access={"token": TOKEN | {"address": "http://localhost:9/t"}}),
    ],
)
def test_door_5_loopback_and_tls_need_nothing(content: dict[str, Any]) -> None:
    assert faults(content) == []


@pytest.mark.parametrize(
    ("dsn", "insecure", "wanted"),
    [
        ("postgresql://db.example/x", False, True),
        ("postgresql://a:p@127.0.0.1,db.example/x", False, True),
        ("postgresql://x/y?host=db.example", False, True),
        ("postgresql://db.example/x", True, False),
        ("postgresql://localhost/x", False, False),
        ("postgresql://[::1]:5432/x", False, False),
    ],
)
def test_door_5_a_database_off_loopback_is_verified(dsn: str, insecure: bool, wanted: bool) -> None:
    assert tls_wanted(dsn, insecure=insecure) is wanted


async def test_door_5_a_database_without_tls_is_not_talked_to(monkeypatch: pytest.MonkeyPatch) -> None:
    from focus.modules.search.connectors import connections
    from focus.modules.search.connectors.choosing import connector

    given: list[Any] = []

    async def connect(*_: Any, **options: Any) -> None:
        given.append(options["ssl"])
        raise OSError

    monkeypatch.setattr(connections.asyncpg, "connect", connect)
    config, _ = check_config(sql_file("postgresql://db.example/x"))
    assert config is not None
    client, way = connector(config, Settings(None, {}))
    with pytest.raises(Exception, match="unreachable"):
        await client.ask(
            way(config.ask[0]).call({"plate": "x"}), deadline=asyncio.get_running_loop().time() + 2
        )
    assert given[0].verify_mode.name == "CERT_REQUIRED"
    assert given[0].check_hostname


def test_door_5_a_file_that_would_talk_in_the_clear_is_faulty(tmp_path: Path) -> None:
    file = tmp_path / "cars.toml"
    file.write_text(
        'name = "cars"\nshort = "C"\nkind = "sql"\nlegal = ["1"]\n'
        'title = { nl = "A", fr = "A", de = "A", en = "A" }\n'
        '[sql]\ndsn = "postgresql://db.example/x?sslmode=disable"\n'
        '[[ask]]\nfor = ["plate"]\nquery = "select :plate as plate"\n'
        '[[map]]\ntype = "vehicle"\ntitle = "{plate}"\nid = "plate"\n'
    )
    assert any("insecure = true" in str(fault) for fault in read_config(file, settings=Settings(tmp_path))[1])


class Redirecting:
    """A server that sends on to a place, and one that hears whether secrets come with it."""

    def __init__(self) -> None:
        self.heard: list[str | None] = []
        self.runners: list[web.AppRunner] = []

    async def start(self, to: str | None = None) -> str:
        async def handle(request: web.Request) -> web.Response:
            self.heard.append(request.headers.get("Authorization"))
            if request.path == "/list" and to is not None:
                raise web.HTTPFound(to)
            return web.Response(text="id\n1\n")

        app = web.Application()
        app.router.add_get("/{tail:.*}", handle)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.runners.append(runner)
        return f"http://127.0.0.1:{runner.addresses[0][1]}"

    async def stop(self) -> None:
        for runner in self.runners:
            await runner.cleanup()


async def test_door_9_a_list_is_not_fetched_from_another_origin() -> None:
    servers = Redirecting()
    other = await servers.start()
    base = await servers.start(f"{other}/elsewhere")
    place = ListPlace(url=f"{base}/list", format="csv", headers={"Authorization": "${secret:P}"})
    with pytest.raises(NotFetched, match="another place"):
        async with fetched(place, Settings(None, {"FOCUS_SECRET_P": "hidden-4711"})):
            pass
    assert servers.heard == ["hidden-4711"]
    await servers.stop()


async def test_door_9_within_its_origin_a_list_may_move() -> None:
    servers = Redirecting()
    base = await servers.start("/elsewhere")
    place = ListPlace(url=f"{base}/list", format="csv", headers={"Authorization": "${secret:P}"})
    async with fetched(place, Settings(None, {"FOCUS_SECRET_P": "hidden-4711"})) as found:
        assert found.file is not None
        assert found.file.read_text() == "id\n1\n"
    assert servers.heard == ["hidden-4711", "hidden-4711"]
    await servers.stop()


def test_door_13_a_parquet_file_that_expands_is_stopped_in_a_process_of_its_own(tmp_path: Path) -> None:
    core, arro = pytest.importorskip("arro3.core"), pytest.importorskip("arro3.io")
    file = tmp_path / "list"
    text = core.Array(["x" * 50_000_000] * 40, core.DataType.large_utf8())
    arro.write_parquet(core.Table.from_pydict({"id": text}), str(file), compression="zstd(3)")
    assert file.stat().st_size < 5_000_000
    with pytest.raises(Unreadable):
        list(lines_of(file, ListPlace(file="list", format="parquet")))

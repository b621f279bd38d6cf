"""A SOAP register and a directory of the simulated world, each with a condition of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from typing import Any

from aiohttp import web

from focus.modules.search.configuration.configured import ConfiguredSource
from focus.modules.search.configuration.loader import check_config
from focus.modules.search.sources.settings import Settings
from tests.search.connectors.servers import rest_file
from world.directory import Directory
from world.serving.faults import Condition, Fault
from world.soap import endpoint

OTHER = Path(__file__).parents[3] / "world" / "other"
WHO, PASSWORD = "cn=focus,dc=zone,dc=example", "p-4711-never-shown"
PEOPLE = {
    "uid=1,ou=people,dc=zone,dc=example": {"sn": ["Peeters"], "givenName": ["An", "Anna"], "uid": ["1"]},
    "uid=2,ou=people,dc=zone,dc=example": {"sn": ["Yılmaz"], "givenName": ["Emre"], "uid": ["2"]},
    "uid=3,ou=people,dc=zone,dc=example": {"sn": ["O*(Neil)\\"], "givenName": ["Kim"], "uid": ["3"]},
}
VEHICLES = {
    "1ABC123": [{"plate": "1-ABC-123", "country": "B", "make": "Škoda", "registered": "2020-02-29"}],
    "2TWO222": [{"plate": "2-TWO-222", "country": "B", "make": x} for x in ("Seat", "Fiat")],
    "9MNY999": [{"plate": "9-MNY-999", "country": "B", "make": f"Make {n}"} for n in range(500)],
}


def condition(name: str) -> Condition:
    return Condition(name, name, name, 0, Random(1))


def broken(of: Condition, mode: str, ms: int = 50) -> None:
    of.break_down(Fault(mode, ms))


@asynccontextmanager
async def soap_running() -> AsyncIterator[tuple[str, Condition]]:
    """(address, condition)"""
    of, app = condition("soap"), web.Application()
    app.router.add_post("/foreign-vehicles", endpoint(of, lambda plate: VEHICLES.get(plate, [])))
    runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/foreign-vehicles", of
    finally:
        await runner.cleanup()


def soap_file(address: str, **changed: Any) -> dict[str, Any]:
    content = rest_file("", **changed)
    del content["rest"]
    content |= {
        "kind": "soap",
        "soap": {"wsdl": "foreign-vehicles.wsdl", "address": address},
        "ask": [{"for": ["plate"], "operation": "FindVehicle", "arguments": {"plate": "{plate}"},
                 "empty_faults": ["NotFound"]}],
    }  # fmt: skip
    content["map"] = [{**content["map"][0], "each": "vehicle", "facts": {"make": "make"}}]
    return content | changed


def beside(content: dict[str, Any], folder: Path = OTHER, home: Path | None = None) -> ConfiguredSource:
    """A source whose file lies in a folder."""
    config, faults = check_config(content)
    assert config is not None, faults
    assert not faults, [str(f) for f in faults]
    return ConfiguredSource(config, Settings(home, {"FOCUS_SECRET_P": PASSWORD}, folder=folder))


@asynccontextmanager
async def directory_running() -> AsyncIterator[Directory]:
    directory = Directory(condition("ldap"), dict(PEOPLE), WHO, PASSWORD)
    await directory.start()
    try:
        yield directory
    finally:
        await directory.stop()


def ldap_file(port: int, **changed: Any) -> dict[str, Any]:
    content = rest_file("", **changed)
    del content["rest"]
    content |= {
        "kind": "ldap",
        "ldap": {"url": f"ldap://127.0.0.1:{port}", "base": "ou=people,dc=zone,dc=example", "bind": WHO,
                 "password": "${secret:P}"},
        "ask": [{"for": ["name"], "filter": "(&(sn={family_name})(givenName={given_names}*))",
                 "attributes": ["sn", "GivenName", "uid"]}],
        "map": [{"type": "person", "id": "uid", "person": {"family": "sn", "given": "GivenName"},
                 "required": ["sn"]}],
    }  # fmt: skip
    return content | changed

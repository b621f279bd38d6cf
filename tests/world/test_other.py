"""Sources of another protocol and registers that want proof of who asks: FOCUS meets each as in life."""

from __future__ import annotations

import asyncio
import ssl
from base64 import b64encode
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest

from focus.modules.search.configuration.loader import read_sources
from focus.modules.search.records import Record
from focus.modules.search.sources.protocol import Source, SourceFailed
from focus.modules.search.understanding import understand
from world.demo import FOLDERS, give
from world.running import Running
from world.serving.faults import Fault

WORLD = Path(__file__).parents[2] / "world"
IVAN = "Ivan Petrov 05/12/1981"


@pytest.fixture
async def sources(running: Running, environment: None, tmp_path: Path) -> AsyncIterator[dict[str, Source]]:
    """As the demo has them, with the files that the world gave its client."""
    give(tmp_path / "secrets", running.files)
    loaded = read_sources([WORLD / "other", WORLD / "lists"], home=tmp_path)
    assert [str(fault) for fault in loaded.faults] == []
    yield {source.config.name: source for source in loaded.sources}
    for source in loaded.sources:
        await source.close()
    for condition in running.conditions.sources.values():
        condition.mend()


async def found(source: Source, question: str, kind: str) -> list[Record]:
    reading = next(r for r in understand(question).readings if r.kind == kind and source.accepts(r))
    deadline = asyncio.get_running_loop().time() + 5
    return list((await source.ask(reading, deadline=deadline, asked_at=datetime.now(UTC))).records)


@pytest.mark.parametrize(
    ("name", "question", "kind", "title"),
    [
        ("foreign-vehicles", "CB 1234 AB", "plate", "CB1234AB"),
        ("town-staff", "Van den Berghe Katrien 14/10/1977", "name_birth", "Van den Berghe, Katrien"),
        ("eu-licences", IVAN, "name_birth", "Petrov, Ivan"),
        ("hotel-guests", IVAN, "name_birth", "Petrov, Ivan"),
        ("customs", "1-KSG-640", "plate", "1-KSG-640"),
        ("truck-toll", "2-ELA-119", "plate", "2-ELA-119"),
        ("yente", IVAN, "name_birth", "Petrov, Ivan"),
    ],
)
async def test_each_answers_in_its_own_protocol(
    sources: dict[str, Source], name: str, question: str, kind: str, title: str
) -> None:
    assert [record.title for record in await found(sources[name], question, kind)] == [title]


def test_the_demo_has_these_sources_beside_the_sixty() -> None:
    files = {folder: sorted(file.stem for file in (WORLD / folder).glob("*.toml")) for folder in FOLDERS}

    assert len(files["sources"]) == 60
    assert files["other"] == [
        "customs", "eu-licences", "foreign-vehicles", "hotel-guests", "town-staff", "truck-toll",
    ]  # fmt: skip
    assert files["lists"] == ["attention", "sanctions", "yente"]


@pytest.mark.parametrize(
    "path", ["/hotel-guests/sejours?client=Ivan", "/truck-toll/vehicles/2ELA119?key=guessed"]
)
async def test_who_proves_nothing_is_not_let_in(http: aiohttp.ClientSession, path: str) -> None:
    async with http.get(path) as answer:
        assert answer.status == 401


async def test_who_does_not_sign_is_not_let_in(http: aiohttp.ClientSession) -> None:
    async with http.post("/customs/voertuigen", json={"kenteken": "1KSG640"}) as answer:
        assert answer.status == 401


async def test_a_wrong_client_gets_no_token(http: aiohttp.ClientSession) -> None:
    form = {"grant_type": "client_credentials", "scope": "guests.read"}
    login = {"Authorization": "Basic " + b64encode(b"pz-lindevallei:guessed").decode()}
    async with http.post("/_login/token", data=form, headers=login) as answer:
        assert (answer.status, await answer.json()) == (401, {"error": "invalid_client"})


async def test_without_a_certificate_the_register_over_tls_is_closed(running: Running) -> None:
    trusts = ssl.create_default_context(cafile=running.files["world-authority.pem"])
    address = f"{running.environment['WORLD_TLS_URL']}/eu-licences/licences?name=Ivan"
    async with aiohttp.ClientSession() as http, http.get(address, ssl=trusts) as answer:
        assert answer.status == 401


async def test_a_key_that_was_given_is_for_its_owner_alone(running: Running, tmp_path: Path) -> None:
    give(tmp_path / "secrets", running.files)
    files = {file.name: file.stat().st_mode & 0o777 for file in (tmp_path / "secrets").iterdir()}

    assert files == dict.fromkeys(("world-authority.pem", "world-client.pem", "world-client.key"), 0o600)


@pytest.mark.parametrize("name", ["foreign-vehicles", "town-staff", "eu-licences", "hotel-guests", "yente"])
async def test_each_can_be_broken_and_is_counted(
    running: Running, sources: dict[str, Source], name: str
) -> None:
    question, kind = ("CB 1234 AB", "plate") if name == "foreign-vehicles" else (IVAN, "name_birth")
    condition = running.conditions.of(name)
    before = condition.counters.started
    condition.break_down(Fault("garbage"))

    with pytest.raises(SourceFailed):
        await found(sources[name], question, kind)
    assert condition.counters.started > before

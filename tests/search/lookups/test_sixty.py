"""Requirement 22 through the front door: ten of sixty sources hang, five lie, the others do not notice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from statistics import median

import pytest

from tests.search.connectors.servers import Server, faulty_server
from tests.search.lookups.desk import CASE, CLEAN_CAR, MAN, Desk, Lookup, missing, officer_at
from tests.search.lookups.sources import write_source
from tests.support.server import Served, served

QUIET = 45
HANGING = [f"hangs-{n}" for n in range(10)]
LIES = {
    "lies-garbage": ("garbage", "garbage"),
    "lies-schema": ("wrong-schema", "wrong_schema"),
    "lies-huge": ("huge", "too_large"),
    "lies-charset": ("wrong-charset", "charset"),
    "lies-reset": ("reset", "reset"),
}
DEADLINE_MS = 2_000


def write(folder: Path, server: Server, *, broken: bool) -> Path:
    """Sixty source files; each of the first 45 takes its own time."""
    folder.mkdir()
    ways = {f"quiet-{n}": f"after{40 + 10 * n}" for n in range(QUIET)}
    ways |= dict.fromkeys(HANGING, "hang" if broken else "after50")
    ways |= {name: way if broken else "after50" for name, (way, _) in LIES.items()}
    for number, (name, way) in enumerate(ways.items()):
        write_source(folder, name, f"{server.base}/{way}", short=f"B{number}", deadline_ms=DEADLINE_MS)
    return folder


@pytest.fixture(scope="session")
async def faulty() -> AsyncIterator[Server]:
    async with faulty_server() as running:
        yield running


async def asked(home: Path, sources: Path) -> tuple[Lookup, Served]:
    """One lookup of a server with these sources; the second, so that connections and code are warm."""
    async with served(home, FOCUS_SOURCES=str(sources)) as server:
        lotte = await officer_at(server.base)
        await lotte.ask(CLEAN_CAR)
        lookup = await lotte.ask("1-ABC-123")
        await lotte.close()
        return lookup, server


@pytest.mark.slow
async def test_ten_of_sixty_hang_and_five_lie_and_the_others_do_not_notice(
    tmp_path: Path, faulty: Server
) -> None:
    alone, _ = await asked(tmp_path / "a", write(tmp_path / "whole", faulty, broken=False))
    lookup, _ = await asked(tmp_path / "b", write(tmp_path / "broken", faulty, broken=True))

    assert len(lookup.asked) == 60 + 1  # and the briefing, which is our own
    quiet = [f"quiet-{n}" for n in range(QUIET)]
    assert {lookup.states[name]["state"] for name in quiet} == {"answered"}
    slower = [lookup.states[name]["ms"] - alone.states[name]["ms"] for name in quiet]
    assert median(slower) < 60
    assert max(lookup.states[name]["ms"] for name in quiet) < DEADLINE_MS / 2

    assert {(lookup.states[name]["state"], lookup.states[name]["reason"]) for name in HANGING} == {
        ("silent", "timeout")
    }
    assert {name: lookup.states[name]["reason"] for name in LIES} == {
        name: reason for name, (_, reason) in LIES.items()
    }
    assert {lookup.states[name]["state"] for name in LIES} == {"failed"}

    assert lookup.at("card") < 1.5
    assert lookup.seconds < 8.0
    assert (lookup.verdict["level"], lookup.verdict["final"]) == ("pending", True)
    assert missing(lookup.verdict) == sorted([*HANGING, *LIES])
    assert all(line["level"] != "green" for line in lookup.of("verdict"))
    assert lookup.lines[-1]["kind"] == "closed"


WORLD_HANGS = (
    "wanted-persons", "identity-cards", "passports", "driving-bans", "custody",
    "foreigners-register", "probation", "bailiffs", "bicycles", "cadastre",
)  # fmt: skip
WORLD_LIES = {
    "national-register": "garbage",
    "driving-licences": "wrong-schema",
    "restraining-orders": "huge",
    "entry-bans": "wrong-charset",
    "missing-persons": "reset",
}


async def test_of_the_worlds_registers_each_broken_one_is_named_and_never_empty(desk: Desk) -> None:
    hanne = await desk.officer("Hanne Peeters")
    alone = await hanne.ask(MAN, purpose=CASE)
    modes = dict.fromkeys(WORLD_HANGS, "hang") | WORLD_LIES
    with desk.broken(**{name.replace("-", "_"): mode for name, mode in modes.items()}):
        lookup = await hanne.ask(MAN, purpose=CASE)
    assert set(modes) <= set(lookup.asked)
    for name in lookup.asked:
        expected = {"silent"} if name in WORLD_HANGS else {"failed"} if name in WORLD_LIES else None
        assert lookup.states[name]["state"] in (expected or {alone.states[name]["state"]}), name
    assert all(lookup.states[name]["reason"] for name in modes)
    assert lookup.seconds < 8.0
    assert set(missing(lookup.verdict)) >= {"wanted-persons", "national-register", "driving-bans"}


@pytest.mark.parametrize("mode", ["garbage", "wrong-schema", "huge", "wrong-charset", "reset", "500", "out"])
async def test_a_clean_car_is_not_green_while_one_register_that_matters_lies(desk: Desk, mode: str) -> None:
    lotte = await desk.officer()
    for name in ("stolen-vehicles", "sis-vehicles"):
        desk.forgive()
        with desk.broken(**{name.replace("-", "_"): mode}):
            lookup = await lotte.ask(CLEAN_CAR)
        assert lookup.states[name]["state"] == "failed"
        assert (lookup.verdict["level"], lookup.verdict["word"]) == ("pending", "not_all")
        assert missing(lookup.verdict) == [name]
        assert all(line["level"] != "green" for line in lookup.of("verdict"))


async def test_a_clean_car_is_green_when_all_that_matter_answered(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(CLEAN_CAR)
    assert (lookup.verdict["level"], lookup.verdict["word"], lookup.verdict["final"]) == (
        "green",
        "nothing",
        True,
    )
    assert lookup.verdict["answered"] == lookup.verdict["expected"] > 0

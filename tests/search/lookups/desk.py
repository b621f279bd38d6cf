"""A server that asks a whole simulated world, and officers who ask it, for tests of lookups."""

from __future__ import annotations

import contextlib
import os
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from focus.core.gate import Settings
from focus.core.log import LogEvent
from focus.core.registry import Module
from focus.core.registry.registry import arrange, discover
from focus.modules.search.lookups.run import LookupRun
from focus.modules.search.lookups.service import SEARCH, Search
from focus.server.running import streams
from tests.support.cluster import fresh_database
from tests.support.demo import KEPT, TOKEN
from tests.support.device import Device
from tests.support.station import Station, serving
from tests.support.waiting import until
from world.running import Running as World
from world.serving.faults import Fault

SOURCES = Path(__file__).resolve().parents[3] / "world" / "sources"
CAR = "2-ZKV-318"
CLEAN_CAR = "1-HKL-407"
MAN = "85.07.30-033.28"
CASE = {"code": "investigation", "reference": "LI.30.F1.001/26", "reason": "Ladingdiefstal"}
"""A purpose that opens every source."""

Line = dict[str, Any]


@dataclass
class Lookup:
    """What one stream said, line by line, with the moment each line came."""

    id: str
    lines: list[Line] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)

    def of(self, kind: str) -> list[Line]:
        """Lines of one kind."""
        return [line for line in self.lines if line["kind"] == kind]

    @property
    def opened(self) -> Line:
        return self.of("opened")[0]

    @property
    def asked(self) -> list[str]:
        return [source["name"] for source in self.opened["sources"] if source["state"] == "asked"]

    @property
    def states(self) -> dict[str, Line]:
        """The last word on each source."""
        return {line["name"]: line for line in self.of("source")}

    @property
    def cards(self) -> dict[str, Line]:
        """The cards as they stand at the end."""
        cards: dict[str, Line] = {}
        for line in self.lines:
            if line["kind"] == "card":
                cards[line["card"]["id"]] = line["card"]
            elif line["kind"] == "gone":
                cards.pop(line["card"], None)
        return cards

    @property
    def verdict(self) -> Line:
        return self.of("verdict")[-1]

    @property
    def checks(self) -> dict[str, Line]:
        """The last word on each check, by what it is to the card and whom it is about."""
        return {f"{line['pivot']} {line['title']}".strip(): line for line in self.of("check")}

    def at(self, kind: str) -> float:
        """Seconds until the first line of a kind."""
        return next(at for line, at in zip(self.lines, self.times, strict=True) if line["kind"] == kind)

    @property
    def seconds(self) -> float:
        return self.times[-1]

    def hear(self, line: Line) -> None:
        self.lines.append(line)
        self.times.append(time.monotonic() - self.began)


def missing(verdict: Line) -> list[str]:
    """Names of the sources that count and did not answer, each once."""
    return sorted({one["source"] for one in verdict["missing"] if one["source"]})


class Officer(Device):
    """Somebody of the demo on a device, in a session of its own."""

    @property
    def organisation(self) -> UUID:
        return UUID(self.session["organisation"])

    def body(self, question: str, **more: Any) -> dict[str, Any]:
        return {"id": str(uuid4()), "question": question, **more}

    async def ask(self, question: str = CAR, *, heard: Lookup | None = None, **more: Any) -> Lookup:
        """One lookup to its last line."""
        body = self.body(question, **more)
        lookup = heard or Lookup(body["id"])
        lookup.id = body["id"]
        async for line in self.lines("/api/search/lookups", body):
            lookup.hear(line)
        return lookup

    async def refused(self, question: str = CAR, **more: Any) -> Any:
        """The answer to a question that is refused."""
        return await self.post("/api/search/lookups", self.body(question, **more))

    async def retry(self, lookup: str, *names: str) -> Lookup:
        """The lines of a retry."""
        heard = Lookup(lookup)
        async for line in self.lines(f"/api/search/lookups/{lookup}/retry", {"sources": list(names)}):
            heard.hear(line)
        return heard

    async def residents(self, lookup: str) -> Lookup:
        """The lines of checking everybody who lives there."""
        heard = Lookup(lookup)
        async for line in self.lines(f"/api/search/lookups/{lookup}/residents", {}):
            heard.hear(line)
        return heard


async def officer_at(base: str, name: str = "Lotte Maes") -> Officer:
    """Somebody of the demo, signed in at any server."""
    officer = Officer(base)
    people = (await officer.call("GET", "/api/demo/people", headers={})).body
    person = next(person for person in people if person["name"] == name)
    await officer.continue_as(person["person"], post=person["post"])
    return officer


@dataclass
class Desk:
    """The server, the world behind it, and what both know."""

    station: Station
    world: World
    people: dict[str, Line]
    officers: list[Officer] = field(default_factory=list)

    @property
    def search(self) -> Search:
        return self.station.platform.service(SEARCH)

    async def officer(self, name: str = "Lotte Maes") -> Officer:
        """Lotte Maes controls traffic, so her purpose is known; Bram Vos has no task."""
        officer = Officer(self.station.base)
        self.officers.append(officer)
        person = self.people[name]
        await officer.continue_as(person["person"], post=person["post"])
        return officer

    def in_hand(self, officer: Officer) -> list[LookupRun]:
        """This officer's lookups that the server has in hand."""
        session = UUID(officer.session["session"])
        return [one for one in self.search.lookups if one.principal.session_id == session]

    async def logged(self, officer: Officer, *kinds: str, module: str = "search") -> list[LogEvent]:
        """A module's entries of this officer's session, the oldest first; without those of checks."""
        return [e for e in await self._events(officer, *kinds, module=module) if not _of_check(e)]

    async def checks(self, officer: Officer, *kinds: str) -> list[LogEvent]:
        """The entries of the checks that ran by themselves in this officer's session."""
        return [e for e in await self._events(officer, *kinds) if _of_check(e)]

    async def _events(self, officer: Officer, *kinds: str, module: str = "search") -> list[LogEvent]:
        wanted = tuple(f"{module}.{kind}" for kind in kinds)
        events = await self.station.events(officer.organisation, *wanted)
        session = UUID(officer.session["session"])
        return [e for e in reversed(events) if e.session_id == session and e.kind.startswith(f"{module}.")]

    async def kinds(self, officer: Officer) -> list[str]:
        """Kinds of those entries."""
        return [event.kind.removeprefix("search.") for event in await self.logged(officer)]

    def started(self) -> Counter[str]:
        """Requests that came to each source so far."""
        return Counter({name: c.counters.started for name, c in self.world.conditions.sources.items()})

    def cancelled(self) -> Counter[str]:
        """Requests whose asker went away, so far."""
        return Counter({name: c.counters.cancelled for name, c in self.world.conditions.sources.items()})

    def open(self, *names: str) -> int:
        """Requests that these sources are working on."""
        return sum(self.world.conditions.of(name).counters.open for name in names)

    @contextmanager
    def broken(self, **modes: str) -> Iterator[None]:
        """Sources that misbehave within: `broken(plates="hang", sis_vehicles="garbage")`."""
        for name, mode in modes.items():
            self.world.conditions.of(name.replace("_", "-")).break_down(Fault(mode, ms=200))
        try:
            yield
        finally:
            for condition in self.world.conditions.sources.values():
                condition.mend()

    async def quiet(self) -> None:
        """Wait until every entry of what was disclosed is written."""
        await until(lambda: not self.search.tasks)

    def forgive(self) -> None:
        """Breakers closed: what one test broke is no matter for the next."""
        for source in self.search.sources:
            self.search.engine.guard(source).breaker.succeeded()


def _of_check(event: LogEvent) -> bool:
    return event.kind in {"search.CheckOpened", "search.CheckClosed"}


def give(folder: Path, files: dict[str, str]) -> None:
    """The certificates and the key by which the world's sources know who asks."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, file in files.items():
        (folder / name).write_bytes(Path(file).read_bytes())
        (folder / name).chmod(0o600)


@asynccontextmanager
async def desk_at(
    home: Path,
    world: World,
    *,
    sources: Path | tuple[Path, ...] = SOURCES,
    url: str | None = None,
    more: tuple[Module, ...] = (),
) -> AsyncIterator[Desk]:
    """Serve on loopback, on the database at `url`; else on one of its own. `more`: modules beside ours."""
    registry = arrange([*discover(), *more])
    async with contextlib.AsyncExitStack() as stack:
        if url is None:
            url = await stack.enter_async_context(fresh_database(home, streams(registry)))
        stack.enter_context(_environment(world.environment))
        settings = _settings(home, world, sources, url)
        station = await stack.enter_async_context(serving(settings, registry))
        async with station.http.get(f"{station.base}/api/demo/people", headers=KEPT) as answer:
            people = {person["name"]: person for person in await answer.json()}
        yield Desk(station, world, people)


def _settings(home: Path, world: World, sources: Path | tuple[Path, ...], url: str) -> Settings:
    folders = sources if isinstance(sources, tuple) else (sources,)
    give(home / "secrets", world.files)
    return Settings(
        home=home,
        database_url=url,
        demo=True,
        demo_token=TOKEN,
        origin="http://localhost:8500",
        variables={
            "FOCUS_SOURCES": os.pathsep.join(map(str, folders)),
            **{name: world.environment[name] for name in ("FOCUS_STREETS",) if name in world.environment},
        },
    )


@contextmanager
def _environment(changed: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(changed)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)

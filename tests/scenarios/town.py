"""The world in one process, the product in another, and what a test may ask of both."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from focus.modules.search.keeping import JOBS
from focus.server.demo import demo_id
from tests.support.device import Device
from tests.support.server import ROOT, Served, served

PERSONS = 5_000
WRITTEN_S = next(job.every.total_seconds() for job in JOBS if job.name == "write_counters" and job.every)
"""Between two writings of how sources fare."""
ZONE = "5999"
"""The demo's."""
SEALED_S = 20.0
"""Events are sealed once a second; an export takes a second or two on a machine that does other work."""
Event = dict[str, Any]
NOT_BUILT = "The app is not built: run `make app` before the tests in a browser."


@dataclass
class Town:
    """A demo zone that is served, and the sources around it."""

    server: Served
    world: str
    http: aiohttp.ClientSession
    broken: set[str] = field(default_factory=set)
    """Names of the sources that fail until `mend`."""
    _devices: dict[str, Device] = field(default_factory=dict)
    """By person: the other device from which `call` is made, signed in for as long as it may be."""

    @property
    def origin(self) -> str:
        """Where the app is; the name `localhost`, as for an officer at the demo."""
        return self.server.base.replace("127.0.0.1", "localhost")

    async def break_source(self, name: str, mode: str) -> None:
        """Let a source fail in this way until `mend`."""
        await self._world("POST", f"/_world/faults/{name}", {"mode": mode})
        self.broken.add(name)

    async def mend(self) -> None:
        """Let every source work again, at its usual pace."""
        await self._world("DELETE", "/_world/faults")
        self.broken.clear()
        await self.pace(1)

    async def pace(self, scale: float) -> None:
        """How long sources think: 0 not at all, 1 as in life."""
        await self._world("POST", "/_world/latency", {"scale": scale})

    async def counters(self, name: str) -> dict[str, Any]:
        """`started`, `finished`, `cancelled`, `open` of one source."""
        sources = (await self._world("GET", "/_world/sources"))["sources"]
        return next(source for source in sources if source["name"] == name)

    async def _world(self, method: str, path: str, content: Any = None) -> Any:
        async with self.http.request(method, self.world + path, json=content) as answer:
            text = await answer.text()
            assert answer.status < 300, text
            return json.loads(text) if text else None

    async def health_written(self) -> None:
        """Wait until the page about the sources says of each broken one that was asked that it is."""
        began = asyncio.get_running_loop().time()
        while asyncio.get_running_loop().time() - began < 3 * WRITTEN_S:
            seen = await self.call("hanne.peeters", "GET", "/api/search/health")
            if self.broken <= {source["name"] for source in seen if source["good"] is False}:
                return
            await asyncio.sleep(0.5)
        raise AssertionError(f"not written that these are broken: {', '.join(sorted(self.broken))}")

    async def task(self, person: str, purpose: str = "traffic_check", **task: Any) -> str:
        """Give this person (`lotte.maes`) an active task; its reference."""
        kind = task.pop("kind", "control")
        asked = {"kind": kind, "purpose": purpose, "title": "Controle Ringlaan", **task}
        return str((await self.call(person, "POST", "/api/purposes/start-task", asked))["reference"])

    async def no_task(self, person: str) -> None:
        """End what this person works on."""
        task = await self.call(person, "GET", "/api/purposes/my-task")
        if task:
            await self.call(person, "POST", "/api/purposes/end-task", {"task": task["id"]})

    async def lookups(self, person: str) -> list[dict[str, Any]]:
        """This person's lookups as oversight sees them, the newest first."""
        found: list[dict[str, Any]] = await self.call(person, "GET", "/api/search/my-lookups")
        return found

    async def stops(self, person: str) -> None:
        """Let this person have stopped people on several grounds, as figures show them."""
        for ground, times in (("traffic", 5), ("identity_check", 3), ("event", 2), ("at_request", 1)):
            for _ in range(times):
                stop = {"ground": ground, "described": "Bestuurder", "place": "Ringlaan"}
                await self.call(person, "POST", "/api/followup/record-stop", stop)

    async def call(self, person: str, method: str, path: str, content: Any = None) -> Any:
        """One call by this person from another device of his."""
        device = self._devices.get(person) or await self._signed_in(person)
        answer = await device.call(method, path, content)
        if answer.status in {401, 423}:  # signed out or locked meanwhile
            answer = await (await self._signed_in(person)).call(method, path, content)
        assert answer.status < 300, answer
        return answer.body

    async def _signed_in(self, person: str) -> Device:
        """A new device of this person, kept for further calls."""
        if former := self._devices.pop(person, None):
            await former.close()
        device = self._devices[person] = Device(self.server.base)
        await device.continue_as(str(demo_id("person", person)), post=_first_post(person))
        return device

    async def close(self) -> None:
        """Let go of the devices."""
        while self._devices:
            await self._devices.popitem()[1].close()

    async def focus(self, *arguments: str) -> str:
        """What `focus …` writes, run beside the server as an operator would; fails when it fails."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "focus.server",
            *arguments,
            cwd=ROOT,
            env=self.server.environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        output, _ = await process.communicate()
        assert process.returncode == 0, output.decode()
        return output.decode()

    async def log(self, folder: Path, holds: Callable[[list[Event]], bool]) -> list[Event]:
        """The zone's sealed events in their order, from the first export of which this is true.

        What was logged a moment ago may not be sealed yet. `folder`: an empty one for the exports.
        """
        began, number = asyncio.get_running_loop().time(), 0
        while asyncio.get_running_loop().time() - began < SEALED_S:
            number += 1
            events = await self._exported(folder / str(number))
            if holds(events):
                return events
        kinds = Counter(event["kind"] for event in events)
        raise AssertionError(f"not sealed within {SEALED_S:.0f} s; sealed are {dict(kinds)}")

    async def _exported(self, bundle: Path) -> list[Event]:
        await self.focus("log", "export", "--organisation", ZONE, "--to", str(bundle))
        lines = (bundle / "events.ndjson").read_text("utf-8").splitlines()
        return [json.loads(json.loads(line)["payload"]) for line in lines]


def _first_post(person: str) -> str | None:
    """The demo's own choice where somebody has posts in two organisations."""
    from focus.server.demo import POSTS

    held = [post for post in POSTS if post.person == person]
    return str(demo_id("post", person, held[0].organisation)) if len(held) > 1 else None


@asynccontextmanager
async def town_at(home: Path, *, persons: int = PERSONS) -> AsyncIterator[Town]:
    """Start the world and the server; both end when left. `home`: an empty folder."""
    assert (ROOT / "web" / "dist" / "index.html").is_file(), NOT_BUILT
    world = await _world(home / "world", persons)
    try:
        assert world.stdout is not None
        line = await world.stdout.readline()
        assert line, f"the world did not start:\n{(home / 'world.txt').read_text('utf-8')[-2000:]}"
        said = json.loads(line)
        settings = {**said["environment"], "FOCUS_SOURCES": str(ROOT / "world" / "sources")}
        async with served(home / "focus", **settings) as server, aiohttp.ClientSession() as http:
            town = Town(server, said["url"], http)
            try:
                yield town
            finally:
                await town.close()
    finally:
        if world.returncode is None:
            world.terminate()
        await world.wait()


async def _world(home: Path, persons: int) -> asyncio.subprocess.Process:
    home.mkdir(parents=True)
    command = [sys.executable, "-m", "world", "serve", "--persons", str(persons), "--home", str(home)]
    command += ["--with-parent", str(os.getpid())]
    with home.with_suffix(".txt").open("wb") as output:
        return await asyncio.create_subprocess_exec(
            *command,
            "--with-parent",
            str(os.getpid()),
            cwd=ROOT,
            stdout=asyncio.subprocess.PIPE,
            stderr=output,
        )

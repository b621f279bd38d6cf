"""A source made of its file."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any

from focus.modules.search.connectors.choosing import connector
from focus.modules.search.connectors.client import Trace
from focus.modules.search.questions import Kind, Reading
from focus.modules.search.rights.hits import compile_hit
from focus.modules.search.sources.answers import compile_answer, needed_columns
from focus.modules.search.sources.conditions import compile_all
from focus.modules.search.sources.config import Ask, SourceConfig
from focus.modules.search.sources.drift import Change, Drifts
from focus.modules.search.sources.protocol import Answer, SourceFailed, WrongSchema
from focus.modules.search.sources.settings import Settings


class _Way:
    """One `[[ask]]`: when it suits, how it is put, how its answer is read."""

    def __init__(self, config: SourceConfig, ask: Ask, way: Any) -> None:
        self._when = compile_all(ask.when)
        self.ask = way
        hit = config.first if ask.stage == "hit" else None
        self.read = compile_hit(config, hit, ask) if hit else compile_answer(config, ask)
        needed = config.kind in ("sql", "ldap") and not hit
        self.columns = needed_columns(config, ask) if needed else frozenset()

    def call(self, reading: Reading) -> Any:
        """What to send; None when it does not suit."""
        if self._when is not None and not self._when(reading.facts, None):
            return None
        return self.ask.call(reading.facts)


class ConfiguredSource:
    """Asks as its file says. Raises `SettingMissing` when made without what the file takes from outside."""

    def __init__(self, config: SourceConfig, settings: Settings) -> None:
        self.config = config
        self._ways: dict[Kind, list[_Way]] = {}
        self._later: dict[Kind, list[_Way]] = {}
        """Ways to the details of a source that is asked for a hit first."""
        self._client, way_of = connector(config, settings)
        for ask in config.ask:
            way = _Way(config, ask, way_of(ask))
            ways = self._later if config.first and ask.stage != "hit" else self._ways
            for kind in ask.questions:
                ways.setdefault(kind, []).append(way)

    def accepts(self, reading: Reading) -> bool:
        """Whether one of its ways of asking suits."""
        return _suiting(self._ways, reading)[0] is not None

    async def ask(
        self, reading: Reading, *, deadline: float, asked_at: datetime, trace: Trace | None = None
    ) -> Answer:
        """Ask the first way that suits; never longer than its own deadline. Raises `SourceFailed`."""
        return await self._ask(self._ways, reading, deadline, asked_at, trace)

    async def details(
        self, reading: Reading, *, deadline: float, asked_at: datetime, trace: Trace | None = None
    ) -> Answer:
        """What a source with `[first]` has, after its hit. Raises `SourceFailed`."""
        return await self._ask(self._later, reading, deadline, asked_at, trace)

    async def _ask(
        self, ways: _Ways, reading: Reading, deadline: float, asked_at: datetime, trace: Trace | None
    ) -> Answer:
        way, call = _suiting(ways, reading)
        if way is None:
            raise SourceFailed("broken", f"{reading.kind} does not suit")
        own = asyncio.get_running_loop().time() + self.config.deadline_ms / 1000
        raw = await self._client.ask(call, deadline=min(deadline, own), trace=trace)
        if raw.columns is not None and not way.columns <= raw.columns:
            raise _gone(self.config.kind, way.columns - raw.columns)
        if raw.empty:
            return Answer((), raw.size)
        drifts = Drifts(raw.drifts)
        records = tuple(way.read(raw.value, reading, asked_at, drifts))
        return Answer(records, raw.size, drifts.unread + raw.unread, tuple(drifts.seen))

    async def close(self) -> None:
        """Hang up."""
        await self._client.close()


def _gone(kind: str, names: frozenset[str]) -> WrongSchema:
    change: Change = "attribute" if kind == "ldap" else "column"
    named = ", ".join(sorted(names))
    return WrongSchema(f"no {change} {named}", field=named, change=change, found="nothing")


_Ways = dict[Kind, list[_Way]]


def _suiting(ways: _Ways, reading: Reading) -> tuple[_Way | None, Any]:
    for way in ways.get(reading.kind, ()):
        call = way.call(reading)
        if call is not None:
            return way, call
    return None, None

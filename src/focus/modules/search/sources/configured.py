"""A source made of its file."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any

from focus.modules.search.connectors.client import Client, Trace
from focus.modules.search.connectors.rest import RestClient, RestWay
from focus.modules.search.connectors.sql import SqlClient, SqlWay
from focus.modules.search.questions import Kind, Reading
from focus.modules.search.sources.conditions import compile_all
from focus.modules.search.sources.config import Ask, SourceConfig
from focus.modules.search.sources.mapping import compile_answer, needed_columns
from focus.modules.search.sources.protocol import Answer, SourceFailed, WrongSchema
from focus.modules.search.sources.settings import Settings


class _Way:
    """One `[[ask]]`: when it suits, how it is put, how its answer is read."""

    def __init__(self, config: SourceConfig, ask: Ask, settings: Settings) -> None:
        self._when = compile_all(ask.when)
        self.ask: Any = RestWay(config, ask, settings) if config.kind == "rest" else SqlWay(config, ask)
        self.read = compile_answer(config, ask)
        self.columns = needed_columns(config, ask) if config.kind == "sql" else frozenset()

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
        for ask in config.ask:
            way = _Way(config, ask, settings)
            for kind in ask.questions:
                self._ways.setdefault(kind, []).append(way)
        self._client: Client[Any] = (
            SqlClient(config, settings.fill(config.sql.dsn)) if config.sql else RestClient(config, settings)
        )

    def accepts(self, reading: Reading) -> bool:
        """Whether one of its ways of asking suits."""
        return self._suiting(reading)[0] is not None

    async def ask(
        self, reading: Reading, *, deadline: float, asked_at: datetime, trace: Trace | None = None
    ) -> Answer:
        """Ask the first way that suits; never longer than its own deadline. Raises `SourceFailed`."""
        way, call = self._suiting(reading)
        if way is None:
            raise SourceFailed("broken", f"{reading.kind} does not suit")
        own = asyncio.get_running_loop().time() + self.config.deadline_ms / 1000
        raw = await self._client.ask(call, deadline=min(deadline, own), trace=trace)
        if raw.columns is not None and not way.columns <= raw.columns:
            raise WrongSchema(f"no column {', '.join(sorted(way.columns - raw.columns))}")
        if raw.empty:
            return Answer((), raw.size)
        return Answer(tuple(way.read(raw.value, reading, asked_at)), raw.size)

    async def close(self) -> None:
        """Hang up."""
        await self._client.close()

    def _suiting(self, reading: Reading) -> tuple[_Way | None, Any]:
        for way in self._ways.get(reading.kind, ()):
            call = way.call(reading)
            if call is not None:
                return way, call
        return None, None

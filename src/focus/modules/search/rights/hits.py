"""Hit or no hit first: whether a source has something is asked at once, what it has on a tap."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from focus.modules.search.questions import Reading
from focus.modules.search.records import Record, RecordType, Warn
from focus.modules.search.sources.answers import MapAnswer
from focus.modules.search.sources.conditions import compile_any
from focus.modules.search.sources.config import Ask, SourceConfig
from focus.modules.search.sources.drift import Drifts
from focus.modules.search.sources.protocol import Answer, Source, SourceFacts, WrongSchema
from focus.modules.search.sources.rights import First
from focus.modules.search.understanding.identify import identify_asked
from focus.modules.search.vocabulary import IDENTIFIERS

HIT = "hit"
"""The key of a record that only says that there is something."""

_ABOUT: Mapping[str, RecordType] = {
    **IDENTIFIERS, "name": "person", "name_birth": "person", "object": "object",
}  # fmt: skip
"""Kind of question → type of the card that a hit stands on."""


class InTwoSteps(Source, Protocol):
    """A source with `[first]`."""

    async def details(self, reading: Reading, *, deadline: float, asked_at: datetime) -> Answer:
        """What it has. Raises `SourceFailed`."""


def compile_hit(config: SourceConfig, first: First, ask: Ask) -> MapAnswer:
    """Reads the answer to a hit question: one record that says so, or none."""
    empty, hit = compile_any(ask.empty_when), compile_any(ask.hit_when)

    def read(
        answer: Any,
        reading: Reading,
        asked_at: datetime,
        drifts: Drifts | None = None,  # noqa: ARG001 - one record, read or not
    ) -> list[Record]:
        if empty is not None and empty(answer, None):
            return []
        if config.kind == "sql":
            return [hit_record(config.name, first, reading, asked_at)] if answer else []
        if hit is None or not hit(answer, None):
            raise WrongSchema("neither a hit nor no hit")
        return [hit_record(config.name, first, reading, asked_at)]

    return read


def hit_record(source: str, first: First, reading: Reading, at: datetime) -> Record:
    """It names what was asked and nothing else, so that it stands on the card of whom it is about."""
    named = identify_asked(reading.kind, reading) if reading.kind in IDENTIFIERS else None
    return Record(
        type=_ABOUT.get(reading.kind, "event"),
        source=source,
        id=HIT,
        at=at,
        title=reading.normal,
        identifiers=(named,) if named else (),
        warnings=(Warn(first.code, first.tone, first.word),) if first.warns else (),
        hit=True,
    )


class Details:
    """A source asked for what it has, after its hit."""

    def __init__(self, source: InTwoSteps) -> None:
        self._source = source

    @property
    def config(self) -> SourceFacts:
        """As of the source itself: the same limits and breaker hold."""
        return self._source.config

    def accepts(self, reading: Reading) -> bool:
        """The hit was its answer to this question."""
        return self._source.accepts(reading)

    async def ask(self, reading: Reading, *, deadline: float, asked_at: datetime) -> Answer:
        """Ask for everything."""
        return await self._source.details(reading, deadline=deadline, asked_at=asked_at)

    async def close(self) -> None:
        """The source itself is let go of elsewhere."""

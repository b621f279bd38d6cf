"""Typed questions put to a server and marked: was it understood, and is the word true?"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from tests.support.device import Device
from world.typed import LEVELS, Level, Typed

Line = dict[str, Any]
_UNREADABLE = 422
_ORDER = ("not_all", "who", "not_found", "green", "amber", "red")
"""Of several words the last one is what an officer acts on; green only where each is green."""


@dataclass(frozen=True)
class Marked:
    """One question with what came of it; `said`: red, amber, green, who, not_found, not_all or refused."""

    typed: Typed
    said: str
    understood: bool
    readings: tuple[str, ...] = ()
    """Those that were asked, `plate 2-ZKV-318`."""
    missing: tuple[str, ...] = ()
    """Why the word is not all: source or check, and the reason."""
    adds_up: bool = True
    ms: float = 0.0
    """To the final word; of several questions the longest."""

    @property
    def false_green(self) -> bool:
        """Nothing was said of a subject of whom something is held."""
        return self.said == "green" and self.typed.level != "green"

    @property
    def as_expected(self) -> bool:
        """Green where it is true; a warning as grave as it is, or graver, as of a namesake."""
        if self.typed.level == "green" or self.said not in LEVELS:
            return self.said == self.typed.level
        level: Level = next(one for one in LEVELS if one == self.said)
        return LEVELS.index(level) >= LEVELS.index(self.typed.level)

    def __str__(self) -> str:
        told = f"{self.typed.writing}: {self.typed.text!r}: said {self.said}, true {self.typed.level}"
        return f"{told}, read as {', '.join(self.readings) or 'nothing'}; {', '.join(self.missing)}"


@dataclass
class _Heard:
    """What one stream came to."""

    readings: list[Line] = field(default_factory=list)
    verdict: Line = field(default_factory=dict)
    checks: dict[str, str] = field(default_factory=dict)
    ms: float = 0.0
    refused: Line | None = None
    """What was answered to a question that cannot be asked as it stands."""

    def hear(self, line: Line, *, ms: float) -> None:
        """The next line; `ms` since the question."""
        if line["kind"] == "opened":
            self.readings = [line["reading"], *line["readings"][1 : 1 + len(line["also"])]]
        elif line["kind"] == "verdict":
            self.verdict, self.ms = line, ms
        elif line["kind"] == "check":
            self.checks[line["id"]] = line["pivot"]

    @property
    def said(self) -> str:
        level = str(self.verdict["level"])
        return str(self.verdict["word"]) if level == "pending" else level

    @property
    def missing(self) -> list[str]:
        """`plates closed`, `holder custody silent`."""
        return [
            " ".join(filter(None, (self.checks.get(m["check"], m["check"]), m["source"], m["why"])))
            for m in self.verdict["missing"]
        ]

    @property
    def adds_up(self) -> bool:
        v = self.verdict
        return bool(v["final"] and v["answered"] + len(v["missing"]) == v["expected"])


async def mark(device: Device, typed: Typed, *, purpose: Line) -> Marked:
    """Ask it as the app does: a text with several things in it comes back as a list, and each is asked."""
    body = {"question": typed.text, "purpose": purpose}
    first = await _heard(device, body)
    if first.refused is None:
        return _marked(typed, [first])
    parts = [one for one in first.refused.get("readings", ()) if one.get("asks")]
    bodies = [{**body, "question": one["asks"], "reading": one["kind"]} for one in parts]
    return _marked(typed, [await _heard(device, each) for each in bodies])


async def _heard(device: Device, body: Line) -> _Heard:
    path, began = "/api/search/lookups", time.monotonic()
    content = json.dumps({"id": str(uuid4()), **body}).encode()
    headers = device.headers("POST", path, content)
    async with device.http.post(device.base + path, data=content, headers=headers) as answer:
        if answer.status == _UNREADABLE:
            return _Heard(refused=await answer.json(content_type=None))
        answer.raise_for_status()
        heard = _Heard()
        async for line in answer.content:
            heard.hear(json.loads(line), ms=(time.monotonic() - began) * 1000)
    return heard


def _marked(typed: Typed, heard: list[_Heard]) -> Marked:
    readings = [reading for one in heard for reading in one.readings]
    said = [one.said for one in heard]
    whole = max(said, key=_ORDER.index) if said else "refused"
    if whole == "green" and set(said) != {"green"}:
        whole = min(said, key=_ORDER.index)
    return Marked(
        typed=typed,
        said=whole,
        understood=typed.understood(readings),
        readings=tuple(f"{one['kind']} {one['normal']}" for one in readings),
        missing=tuple(why for one in heard for why in one.missing),
        adds_up=all(one.adds_up for one in heard),
        ms=max((one.ms for one in heard), default=0.0),
    )


async def mark_all(
    device: Device,
    questions: Iterable[Typed],
    *,
    purpose: Line,
    at_once: int,
    done: Callable[[int], None] = lambda _: None,
) -> list[Marked]:
    """Each question, so many at once; in the order of the questions. `done`: called with how many are."""
    questions, doors = list(questions), asyncio.Semaphore(at_once)
    count = 0

    async def one(question: Typed) -> Marked:
        nonlocal count
        async with doors:
            marked = await mark(device, question, purpose=purpose)
        count += 1
        done(count)
        return marked

    return await asyncio.gather(*map(one, questions))

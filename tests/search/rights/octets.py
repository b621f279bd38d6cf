"""Every octet that leaves the server or is kept, and values that must be in none of them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from focus.modules.search.sources.protocol import Source
from tests.search.lookups.desk import CASE, Desk, Lookup, Officer

SHORTEST = 5
"""Signs of a value that is looked for: shorter ones stand in any text."""


def plain(text: str) -> str:
    """Signs and digits alone: a value is found however it is written."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def kind_of(source: Source) -> str:
    """How a source is spoken to; yente is asked by a connector of its own, whatever it says of itself."""
    kind = str(getattr(source.config, "kind", "module"))
    return "yente" if source.config.name == "yente" else kind


class Heard:
    """All octets that one officer's device got, as they came."""

    def __init__(self, officer: Officer) -> None:
        self.officer = officer
        self.octets: list[bytes] = []

    async def lines(self, path: str, content: Any) -> Lookup:
        """The lines of a stream, which must be one."""
        heard = Lookup(content.get("id", ""))
        for line in (await self.send("POST", path, content)).splitlines():
            heard.hear(json.loads(line))
        return heard

    async def ask(self, question: str) -> Lookup:
        """One lookup to its last line."""
        return await self.lines("/api/search/lookups", self.officer.body(question, purpose=CASE))

    async def send(self, method: str, path: str, content: Any = None) -> bytes:
        """The octets of one answer, its headers first."""
        body = b"" if content is None else json.dumps(content).encode()
        timeout = aiohttp.ClientTimeout(total=60)
        async with self.officer.http.request(
            method,
            self.officer.base + path,
            data=body or None,
            headers=self.officer.headers(method, path, body),
            timeout=timeout,
        ) as answer:
            got = await answer.read()
            self.octets += [str(answer.raw_headers).encode(), got]
            assert answer.status == 200, (path, answer.status, got)
            return got


def told(octets: Iterable[bytes], values: Iterable[str]) -> list[str]:
    """The values that can be read in them, in JSON's escapes too."""
    text = plain(" ".join(_unescaped(each) for each in octets))
    return [value for value in values if plain(value) in text]


def _unescaped(octets: bytes) -> str:
    """Every sign as itself: one JSON document, one on each line, or neither."""
    raw = octets.decode("utf-8", "replace")
    found = []
    for line in raw.splitlines():
        try:
            found.append(json.dumps(json.loads(line), ensure_ascii=False))
        except ValueError:
            found.append(line)
    return " ".join((raw, *found))


def values_of(lookup: Lookup, open_words: str) -> dict[str, set[str]]:
    """Source → values of its facts that are no words of ours and stand in no question, title or warning."""
    said = plain(open_words)
    found: dict[str, set[str]] = {}
    for card in lookup.cards.values():
        for fact in (each for each in card["facts"] if each.get("kind") != "code"):
            for one in (fact, *fact.get("others", ())):
                value = one["value"]
                if len(plain(value)) >= SHORTEST and plain(value) not in said:
                    found.setdefault(one["source"], set()).add(value)
    return found


@asynccontextmanager
async def kept(desk: Desk, officer: Officer) -> AsyncIterator[list[bytes]]:
    """What the log and the tables of search hold when it ends."""
    octets: list[bytes] = []
    yield octets
    await desk.quiet()
    events = await desk.station.events(officer.organisation)
    octets += [repr(event.what).encode() for event in events]
    owner = desk.station.owner
    tables = await owner.fetch(
        "select table_name from information_schema.tables where table_schema = 'search'"
        " and table_name not like 'list%'"
    )
    for (table,) in tables:
        octets += [repr(dict(row)).encode() for row in await owner.fetch(f"select * from search.{table}")]

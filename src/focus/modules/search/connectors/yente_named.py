"""Those whom an entity of yente names by their id alone: the entity is asked for once more, with them in it.

Whoever is not there either is told: the fact says so, and the answer is not a whole one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from focus.modules.search.connectors.client import Raw, Trace
from focus.modules.search.connectors.rest import RestCall, RestClient, RestWay
from focus.modules.search.sources.config import Ask, SourceConfig
from focus.modules.search.sources.drift import Drift
from focus.modules.search.sources.ftm import NAMING
from focus.modules.search.sources.protocol import SourceFailed
from focus.modules.search.sources.settings import Settings

MOST: Final = 5
"""Entities of one answer that are asked for again; the names of the others stay unresolved."""


class NamingClient:
    """Asks yente, then for what it names."""

    def __init__(self, config: SourceConfig, settings: Settings) -> None:
        self._client = RestClient(config, settings)
        path = config.rest.entities if config.rest else ""
        self._entity = RestWay(config, Ask(questions=[], path=path), settings)

    async def open(self) -> None:
        """Nothing to get ready."""

    async def close(self) -> None:
        """Hang up everything."""
        await self._client.close()

    async def ask(self, call: RestCall, *, deadline: float, trace: Trace | None = None) -> Raw:
        """Ask and decode; `trace` shows the first request. Raises `SourceFailed` for that one alone."""
        raw = await self._client.ask(call, deadline=deadline, trace=trace)
        naming = [one for one in _results(raw.value) if any(_by_id(one))]
        again = [self._whole(one.get("id"), deadline) for one in naming[:MOST]]
        whole = await asyncio.gather(*again)
        for entity, known in zip(naming, [*whole, *[{}] * len(naming)], strict=False):
            _fill(entity, known)
        paths = [f"properties.{role}" for one in naming for role in one.get("unresolved", ())]
        drifts = tuple(Drift(path, "type", "text") for path in dict.fromkeys(paths))
        lacking = sum("unresolved" in one for one in naming)
        return msgspec.structs.replace(raw, unread=raw.unread + lacking, drifts=(*raw.drifts, *drifts))

    async def _whole(self, id: Any, deadline: float) -> Mapping[str, Any]:  # noqa: A002
        """The entity with those whom it names in it; empty when it is not to be had in time."""
        call = self._entity.call({"id": id}) if isinstance(id, str) and id else None
        if call is None:
            return {}
        try:
            found = (await self._client.ask(call, deadline=deadline)).value
        except SourceFailed:
            return {}
        return found if isinstance(found, dict) and found.get("id") == id else {}


def _results(value: Any) -> Iterator[dict[str, Any]]:
    """The entities of an answer that are shown: of what was matched, those that are called the same."""
    answers = [value, *_tables(value, "responses")]
    for answer in answers:
        found = answer.get("results") if isinstance(answer, dict) else None
        for one in found if isinstance(found, list) else ():
            if isinstance(one, dict) and one.get("match", True):
                yield one


def _tables(value: Any, key: str) -> list[Any]:
    found = value.get(key) if isinstance(value, dict) else None
    return list(found.values()) if isinstance(found, dict) else []


def _by_id(entity: Mapping[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    """(role, whom it names) where some are named by their id alone."""
    properties = entity.get("properties")
    for role in NAMING:
        given = properties.get(role) if isinstance(properties, dict) else None
        if isinstance(given, list) and any(isinstance(one, str) for one in given):
            yield role, given


def _fill(entity: dict[str, Any], whole: Mapping[str, Any]) -> None:
    """Put who is named in place of his id; what is left goes to `unresolved`."""
    inside = whole.get("properties")
    for role, given in list(_by_id(entity)):
        named = inside.get(role) if isinstance(inside, dict) else None
        known = {one.get("id"): one for one in named or () if isinstance(one, dict)}
        entity["properties"][role] = [
            known.get(one, one) for one in given if not isinstance(one, str) or one in known
        ]
        left = [one for one in given if isinstance(one, str) and one not in known]
        if left:
            entity.setdefault("unresolved", {})[role] = ", ".join(left)

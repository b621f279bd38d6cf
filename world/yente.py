"""A small server of yente's API on the synthetic sanctions list: match, search, entities.

`python -m world.yente --persons 2000` runs it alone; it prints `{"url": …}` when it is ready. Its matcher is
simple and its own: likeness of folded names, less for another birth date; a number that is equal decides.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import unicodedata
from collections.abc import Iterable
from typing import Any

from aiohttp import web
from rapidfuzz.fuzz import token_sort_ratio

from world.sanctions import DATASET, Entity, entities
from world.world import World

_numbers = ("passportNumber", "idNumber", "registrationNumber")
_names = ("name", "alias", "weakAlias", "previousName")
_schemata = {
    "Person": {"Person"},
    "Company": {"Company"},
    "LegalEntity": {"Person", "Company"},
    "Vehicle": {"Vehicle"},
}
_cutoff = 0.5


class Catalogue:
    """The entities of one dataset."""

    def __init__(self, content: Iterable[Entity]) -> None:
        self.by_id = {entity["id"]: entity for entity in content}

    def match(self, query: Entity, *, limit: int, threshold: float) -> list[Entity]:
        """Scored results, likest first."""
        schemata = _schemata.get(query["schema"], set())
        found = []
        for entity in self.by_id.values():
            if entity["schema"] in schemata:
                score = _score(query["properties"], entity["properties"])
                if score >= _cutoff:
                    features = {"name_match": score}
                    found.append(entity | {"score": score, "match": score >= threshold, "features": features})
        return sorted(found, key=lambda each: (-each["score"], each["id"]))[:limit]

    def search(self, text: str, schema: str) -> list[Entity]:
        """Entities of which some value holds the words; quotes ask for them as they stand."""
        wanted = _folded(text.strip('"')).replace(" ", "")
        return [
            entity
            for entity in self.by_id.values()
            if entity["schema"] in _schemata.get(schema, {schema})
            and any(wanted in _folded(value).replace(" ", "") for value in _values(entity))
        ]


def _values(entity: Entity) -> list[str]:
    return [value for values in entity["properties"].values() for value in values]


def _score(asked: dict[str, list[str]], known: dict[str, list[str]]) -> float:
    for kind in _numbers:
        mine, theirs = (_codes(side.get(kind, [])) for side in (asked, known))
        if mine & theirs:
            return 1.0
    ours = [_folded(name) for name in _all_names(asked)]
    others = [_folded(name) for name in _all_names(known)]
    likeness = max((token_sort_ratio(a, b) / 100 for a in ours for b in others), default=0.0)
    born, theirs_born = asked.get("birthDate", []), known.get("birthDate", [])
    differs = born and theirs_born and not any(b.startswith(a) for a in born for b in theirs_born)
    return round(likeness * (0.6 if differs else 1.0), 4)


def _all_names(properties: dict[str, list[str]]) -> list[str]:
    found = [name for key in _names for name in properties.get(key, [])]
    if not found:
        found = [" ".join([*properties.get("firstName", []), *properties.get("lastName", [])])]
    return [name for name in found if name.strip()]


def _codes(values: list[str]) -> set[str]:
    return {"".join(c for c in value.upper() if c.isalnum()) for value in values}


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))


def make_app(world: World) -> web.Application:
    """The API."""
    catalogue = Catalogue(entities(world))
    app = web.Application(client_max_size=1 << 20)
    app.router.add_post("/match/{dataset}", _with(catalogue, _match))
    app.router.add_get("/search/{dataset}", _with(catalogue, _search))
    app.router.add_get("/entities/{id}", _with(catalogue, _entity))
    return app


def _with(catalogue: Catalogue, serve: Any) -> Any:
    async def handle(request: web.Request) -> web.Response:
        if request.match_info.get("dataset", DATASET) not in (DATASET, "default"):
            return web.json_response({"detail": "No such dataset."}, status=404)
        answer: web.Response = await serve(request, catalogue)
        return answer

    return handle


async def _match(request: web.Request, catalogue: Catalogue) -> web.Response:
    try:
        queries = json.loads(await request.text())["queries"]
        limit, threshold = int(request.query.get("limit", 5)), float(request.query.get("threshold", 0.7))
        responses = {
            name: _answered(query, catalogue.match(query, limit=limit, threshold=threshold))
            for name, query in queries.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return web.json_response({"detail": "Invalid query."}, status=400)
    return web.json_response({"responses": responses, "matcher": {}, "limit": limit})


def _answered(query: Entity, results: list[Entity]) -> dict[str, Any]:
    return {
        "status": 200,
        "results": results,
        "total": {"value": len(results), "relation": "eq"},
        "query": query,
    }


async def _search(request: web.Request, catalogue: Catalogue) -> web.Response:
    found = catalogue.search(request.query.get("q", ""), request.query.get("schema", "Thing"))
    limit = int(request.query.get("limit", 10))
    total = {"value": len(found), "relation": "eq"}
    return web.json_response(
        {"results": found[:limit], "limit": limit, "offset": 0, "total": total, "facets": {}}
    )


async def _entity(request: web.Request, catalogue: Catalogue) -> web.Response:
    entity = catalogue.by_id.get(request.match_info["id"])
    if entity is None:
        return web.json_response({"detail": "No such entity."}, status=404)
    return web.json_response(entity)


async def _serve(persons: int, parent: int | None) -> None:
    from world.running import until_told_to_end  # which itself serves this API

    runner = web.AppRunner(make_app(World(seed=1, persons=persons)), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(json.dumps({"url": f"http://127.0.0.1:{runner.addresses[0][1]}"}), flush=True)
    try:
        await until_told_to_end(parent=parent)
    finally:
        await runner.cleanup()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m world.yente", description=__doc__)
    parser.add_argument("--persons", type=int, default=2_000)
    parser.add_argument("--with-parent", type=int, metavar="PID", help="end when this process does")
    options = parser.parse_args()
    asyncio.run(_serve(options.persons, options.with_parent))

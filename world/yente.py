"""A small server of yente's API on the synthetic sanctions list, as its documentation describes it.

`GET /healthz`, `/readyz`, `/catalog`, `/algorithms` · `POST /match/{dataset}` · `GET /search/{dataset}`,
`/entities/{id}`. Parameters are checked as there: a wrong one is 422 with a `detail` list, an algorithm or
schema that is not known 400, a dataset that is not known 404. The matcher is its own (`yente_matching`).

`python -m world.yente --persons 2000` runs it alone; it prints `{"url": …}` when it is ready.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from aiohttp import web

from world.sanctions import DATASET, Entity, entities
from world.serving import wire
from world.serving.faults import Condition
from world.world import World
from world.yente_matching import ALGORITHMS, DEFAULT, SCHEMATA, Catalogue

_most_matches, _most_results, _most_batch = 500, 500, 100
_datasets = (DATASET, "default")
_naming = ("owner", "operator", "holder", "director")
"""Properties whose values are ids of other entities."""


class Refused(Exception):
    """What is wrong with a question, and the status that says so."""

    def __init__(self, detail: Any, status: int = 400) -> None:
        super().__init__(str(detail))
        self.detail, self.status = detail, status


def make_app(
    world: World, condition: Condition | None = None, *, more: Iterable[Entity] = ()
) -> web.Application:
    """The API; `condition`: with faults and counters; `more`: entities beside those of the list."""
    catalogue = Catalogue([*entities(world), *more])
    app = web.Application(client_max_size=1 << 20)
    routes: tuple[tuple[str, str, Any], ...] = (
        ("GET", "/healthz", _healthy),
        ("GET", "/readyz", _healthy),
        ("GET", "/catalog", _catalog),
        ("GET", "/algorithms", _algorithms),
        ("POST", "/match/{dataset}", _match),
        ("GET", "/search/{dataset}", _search),
        ("GET", "/entities/{id}", _entity),
    )
    for method, path, serve in routes:
        app.router.add_route(method, path, _with(catalogue, serve, condition))
    return app


def _with(catalogue: Catalogue, serve: Any, condition: Condition | None) -> Any:
    async def answer(request: web.Request) -> web.StreamResponse:
        fault = condition.fault if condition else None
        before = await wire.before_thinking(request, fault)
        if before is not None:
            return before
        if fault is not None and fault.mode == "slow":
            await asyncio.sleep(fault.ms / 1_000)
        try:
            _known_dataset(request)
            body, status = await serve(request, catalogue), 200
        except Refused as refused:
            body, status = {"detail": refused.detail}, refused.status
        more = {"x-batch-size": str(len(body["responses"]))} if "responses" in body else {}
        if fault is not None:
            return await wire.send(request, json.dumps(body).encode(), status=status, fault=fault)
        return web.json_response(body, status=status, headers=more)

    async def handle(request: web.Request) -> web.StreamResponse:
        if condition is None:
            return await answer(request)
        condition.counters.started += 1
        try:
            response = await answer(request)
        except (asyncio.CancelledError, ConnectionError):
            condition.counters.cancelled += 1
            raise
        condition.counters.finished += 1
        return response

    return handle


def _known_dataset(request: web.Request) -> None:
    if request.match_info.get("dataset", DATASET) not in _datasets:
        raise Refused("No such dataset.", 404)


async def _healthy(_: web.Request, __: Catalogue) -> Entity:
    return {"status": "ok"}


async def _catalog(_: web.Request, catalogue: Catalogue) -> Entity:
    dataset = {
        "name": DATASET, "title": "Sancties van de Lindevallei", "version": "20261123", "load": True,
        "index_version": "20261123", "index_current": True, "children": [],
        "entity_count": len(catalogue.by_id),
    }  # fmt: skip
    return {"datasets": [dataset], "current": [DATASET], "outdated": [], "index_stale": False}


async def _algorithms(_: web.Request, __: Catalogue) -> Entity:
    made = [
        {"name": name, "description": "Of the simulated world", "features": _features} for name in ALGORITHMS
    ]
    return {"algorithms": made, "default": DEFAULT, "best": DEFAULT}


_features = {
    "name_match": {
        "description": "Likeness of names, less for another birth date",
        "coefficient": 1.0,
        "url": "",
    },
    "identifier_match": {"description": "An equal number", "coefficient": 1.0, "url": ""},
}


def _number(request: web.Request, name: str, otherwise: float, *, most: float, whole: bool = False) -> float:
    """A parameter; 422 as its documentation says when it is none."""
    written = request.query.get(name)
    if written is None:
        return otherwise
    try:
        value = int(written) if whole else float(written)
    except ValueError:
        value = None
    if value is None or not 0 <= value <= most:
        kind = "int_parsing" if value is None else "less_than_equal"
        message = f"Input should be a number from 0 to {most:g}"
        raise Refused([{"type": kind, "loc": ["query", name], "msg": message, "input": written}], 422)
    return value


async def _match(request: web.Request, catalogue: Catalogue) -> Entity:
    limit = int(_number(request, "limit", 5, most=_most_matches, whole=True))
    threshold = _number(request, "threshold", 0.7, most=1)
    cutoff = min(_number(request, "cutoff", 0.5, most=1), threshold)
    algorithm = request.query.get("algorithm") or DEFAULT
    if algorithm not in (*ALGORITHMS, "best"):
        raise Refused(f"Invalid algorithm: {algorithm}")
    responses = {}
    for name, query in (await _queries(request)).items():
        how = (DEFAULT if algorithm == "best" else algorithm, threshold, cutoff)
        found = catalogue.match(query, *how)
        responses[name] = {
            "status": 200,
            "results": found[:limit],
            "total": {"value": len(found), "relation": "eq"},
            "query": {"id": None, **query},
        }
    return {"responses": responses, "matcher": _features, "limit": limit}


async def _queries(request: web.Request) -> dict[str, Entity]:
    """Each with its properties as lists."""
    try:
        body = json.loads(await request.text())
    except ValueError:
        raise Refused([{"type": "json_invalid", "loc": ["body"], "msg": "JSON decode error"}], 422) from None
    queries = body.get("queries") if isinstance(body, dict) else None
    if not isinstance(queries, dict):
        raise Refused([{"type": "missing", "loc": ["body", "queries"], "msg": "Field required"}], 422)
    if not queries:
        raise Refused("No queries provided.")
    if len(queries) > _most_batch:
        raise Refused(f"Too many queries in one batch (limit: {_most_batch})")
    return {str(name): _example(name, query) for name, query in queries.items()}


def _example(name: Any, query: Any) -> Entity:
    for field in ("schema", "properties"):
        if not isinstance(query, dict) or field not in query:
            loc = ["body", "queries", name, field]
            raise Refused([{"type": "missing", "loc": loc, "msg": "Field required"}], 422)
    if query["schema"] not in SCHEMATA:
        raise Refused(f"Cannot parse example entity: No such schema: {query['schema']}")
    given = query["properties"].items()
    lists = {key: value if isinstance(value, list) else [value] for key, value in given}
    return {
        "schema": query["schema"],
        "properties": {k: [str(v) for v in vs if v] for k, vs in lists.items()},
    }


async def _search(request: web.Request, catalogue: Catalogue) -> Entity:
    limit = int(_number(request, "limit", 10, most=_most_results, whole=True))
    offset = int(_number(request, "offset", 0, most=9_499, whole=True))
    schema = request.query.get("schema", "Thing")
    if schema not in SCHEMATA:
        raise Refused("Invalid schema")
    found = catalogue.search(request.query.get("q", ""), schema)
    for parameter, values in (
        ("topics", _of("topics")),
        ("countries", _of("country")),
        ("datasets", _datasets_of),
    ):
        wanted = set(request.query.getall(parameter, []))
        found = [entity for entity in found if not wanted or wanted & set(values(entity))]
    return {
        "results": found[offset : offset + limit],
        "facets": {name: _facet(label, found, values) for name, (label, values) in _facets.items()},
        "total": {"value": len(found), "relation": "eq"},
        "limit": limit,
        "offset": offset,
    }


def _of(name: str) -> Callable[[Entity], list[str]]:
    return lambda entity: list(entity["properties"].get(name, []))


def _datasets_of(entity: Entity) -> list[str]:
    return list(entity["datasets"])


_facets = {
    "topics": ("Topics", _of("topics")),
    "countries": ("Countries", _of("country")),
    "datasets": ("Data sources", _datasets_of),
}


def _facet(label: str, found: list[Entity], values: Callable[[Entity], list[str]]) -> Entity:
    counts = Counter(value for entity in found for value in values(entity))
    made = [{"name": name, "label": name, "count": count} for name, count in counts.most_common()]
    return {"label": label, "values": made}


async def _entity(request: web.Request, catalogue: Catalogue) -> Entity:
    entity = catalogue.by_id.get(request.match_info["id"])
    if entity is None:
        raise Refused("No such entity!", 404)
    if request.query.get("nested", "true") != "true":
        return entity
    known = catalogue.by_id
    nested = {
        name: [known.get(value, value) for value in values] if name in _naming else values
        for name, values in entity["properties"].items()
    }
    return entity | {"properties": nested}


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

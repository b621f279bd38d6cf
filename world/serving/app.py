"""The HTTP server: `/{source}/…` are the sources, `/_world/…` steers them, `/_map/…` is the map."""

from __future__ import annotations

import asyncio
import json
from hashlib import sha256
from typing import Any

import msgspec
from aiohttp import web

from world import soap, yente
from world.other.abroad import vehicles_abroad
from world.other.proofs import Tokens, token_path
from world.other.registers import others
from world.registers.asking import Ask, Desk
from world.registers.base import Endpoint, Register
from world.sanctions import as_lines, attention
from world.town.geojson import layers
from world.world import World

from . import wire
from .faults import Condition, Conditions, Fault, UnknownFault
from .keys import expected

desk_key = web.AppKey("desk", Desk)
conditions_key = web.AppKey("conditions", Conditions)

_most_per_answer = 50


def make_app(desk: Desk, conditions: Conditions, registers: dict[str, Register]) -> web.Application:
    """All endpoints of all sources, and the steering."""
    app, tokens = web.Application(client_max_size=64 * 1024), Tokens()
    app[desk_key], app[conditions_key] = desk, conditions
    for register in (*registers.values(), *others(tokens).values()):
        conditions.add(
            register.name, register.title, transport=register.transport, median_ms=register.median_ms
        )
        for endpoint in register.endpoints:
            app.router.add_route(
                endpoint.method, f"/{register.name}{endpoint.path}", _handler(register, endpoint)
            )
    app.router.add_get("/_world/sources", _sources)
    app.router.add_post("/_world/faults/{source}", _set_fault)
    app.router.add_delete("/_world/faults/{source}", _clear_fault)
    app.router.add_delete("/_world/faults", _clear_all)
    app.router.add_post("/_world/latency", _set_latency)
    app.router.add_get("/_map/{layer}.geojson", _layer)
    app.router.add_post(token_path, tokens.serve)
    vehicles = conditions.add("foreign-vehicles", "Buitenlandse voertuigen", transport="soap", median_ms=120)
    app.router.add_post("/foreign-vehicles", soap.endpoint(vehicles, vehicles_abroad))
    _publish(app, desk.world, conditions)
    return app


def _publish(app: web.Application, world: World, conditions: Conditions) -> None:
    """Lists as files, and the same sanctions behind yente's API."""
    condition = conditions.add("yente", "Sancties via yente", transport="yente", median_ms=60)
    app.add_subapp("/yente", yente.make_app(world, condition))
    for path, make in (("sanctions.ftm.json", as_lines), ("attention.csv", attention)):
        app.router.add_get(f"/_lists/{path}", _file(make(world)))


def _file(text: str) -> Any:
    octets = text.encode()
    tag = f'"{sha256(octets).hexdigest()[:16]}"'

    async def handle(request: web.Request) -> web.Response:
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304)
        return web.Response(body=octets, headers={"ETag": tag})

    return handle


def _handler(register: Register, endpoint: Endpoint) -> Any:
    async def handle(request: web.Request) -> web.StreamResponse:
        condition = request.app[conditions_key].of(register.name)
        condition.counters.started += 1
        try:
            response = await _answer(request, register, endpoint, condition)
            if not response.prepared:
                await response.prepare(request)
                await response.write_eof()
        except (asyncio.CancelledError, ConnectionError):
            condition.counters.cancelled += 1
            raise
        except web.HTTPException:
            condition.counters.finished += 1
            raise
        condition.counters.finished += 1
        return response

    return handle


async def _answer(
    request: web.Request, register: Register, endpoint: Endpoint, condition: Condition
) -> web.StreamResponse:
    fault = condition.fault
    before = await wire.before_thinking(request, fault)
    if before is not None:
        return before
    if register.key_header and request.headers.get(register.key_header) != expected(register.key_header):
        return web.json_response({"error": "unauthorised"}, status=401)
    if register.lets is not None and not register.lets(request, await request.read()):
        return web.json_response({"error": "unauthorised"}, status=401)
    parts = await _parts(request, endpoint)
    await request.app[conditions_key].wait(condition)
    # the fault may have been switched on while the source was thinking
    fault = condition.fault
    before = await wire.before_thinking(request, fault)
    if before is not None:
        return before
    records = register.answer(Ask(request.app[desk_key], register.name, endpoint.kind, parts))[
        :_most_per_answer
    ]
    hit_only = "hit" in request.query
    missing = not records and register.none == "404" and not hit_only
    body = {"error": "not found"} if missing else register.shape(records)
    if hit_only:
        body = {"hit": bool(records)}
    return await wire.send(request, msgspec.json.encode(body), status=404 if missing else 200, fault=fault)


async def _parts(request: web.Request, endpoint: Endpoint) -> dict[str, str]:
    """What was asked, under our names; unknown parameters are passed over, as real sources do."""
    given: dict[str, Any] = dict(request.query)
    if endpoint.method == "POST":
        try:
            body = json.loads(await request.text() or "{}")
        except ValueError:
            raise web.HTTPBadRequest(text='{"error": "no JSON"}', content_type="application/json") from None
        given |= body if isinstance(body, dict) else {}
    parts = {ours: str(given[theirs]) for theirs, ours in endpoint.params.items() if given.get(theirs)}
    if "value" in request.match_info:
        parts["value"] = request.match_info["value"]
    if not parts:
        raise web.HTTPBadRequest(text='{"error": "no question"}', content_type="application/json")
    return parts


async def _sources(request: web.Request) -> web.Response:
    conditions = request.app[conditions_key]
    return web.json_response({"scale": conditions.scale, "sources": conditions.told()})


async def _set_fault(request: web.Request) -> web.Response:
    try:
        condition = request.app[conditions_key].of(request.match_info["source"])
        fault = Fault.read(await request.json())
        condition.break_down(fault)
    except (UnknownFault, ValueError, AttributeError) as problem:
        return web.json_response({"error": str(problem)}, status=422)
    return web.json_response({"source": condition.name, "mode": fault.mode})


async def _clear_fault(request: web.Request) -> web.Response:
    try:
        request.app[conditions_key].of(request.match_info["source"]).mend()
    except UnknownFault as problem:
        return web.json_response({"error": str(problem)}, status=422)
    return web.Response(status=204)


async def _clear_all(request: web.Request) -> web.Response:
    for condition in request.app[conditions_key].sources.values():
        condition.mend()
    return web.Response(status=204)


async def _set_latency(request: web.Request) -> web.Response:
    try:
        scale = float((await request.json())["scale"])
    except (ValueError, KeyError, TypeError):
        scale = -1.0
    if not 0 <= scale <= 100:
        return web.json_response({"error": "scale must be from 0 to 100"}, status=422)
    request.app[conditions_key].scale = scale
    return web.json_response({"scale": scale})


async def _layer(request: web.Request) -> web.Response:
    layer = layers.get(request.match_info["layer"])
    if layer is None:
        return web.json_response({"error": f"layers: {', '.join(layers)}"}, status=404)
    collection = await asyncio.to_thread(layer, request.app[desk_key].world.town)
    return web.Response(body=msgspec.json.encode(collection), content_type="application/geo+json")

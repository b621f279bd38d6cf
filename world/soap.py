"""A source that speaks SOAP 1.1: a foreign vehicle register, with its WSDL in `other/`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from random import Random
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from aiohttp import web

from world.serving import wire
from world.serving.faults import Condition, Fault, huge_bytes

space = "urn:world:foreign-vehicles"
_envelope = "http://schemas.xmlsoap.org/soap/envelope/"
Vehicle = dict[str, str]
Find = Callable[[str], list[Vehicle]]


def endpoint(condition: Condition, find: Find) -> Any:
    """The handler of its one address; `find` gives the vehicles that bear a plate."""

    async def handle(request: web.Request) -> web.StreamResponse:
        condition.counters.started += 1
        try:
            response = await _answer(request, condition, find)
        except (asyncio.CancelledError, ConnectionError):
            condition.counters.cancelled += 1
            raise
        condition.counters.finished += 1
        return response

    return handle


async def _answer(request: web.Request, condition: Condition, find: Find) -> web.StreamResponse:
    fault = condition.fault
    mode = fault.mode if fault else ""
    if mode == "500":
        return _xml(soap_fault("Server", "the register is being repaired"), status=500)
    before = await wire.before_thinking(request, fault)
    if before is not None:
        return before
    if mode == "slow" and fault:
        await asyncio.sleep(fault.ms / 1_000)
    plate = _asked(await request.read())
    if plate is None:
        return _xml(soap_fault("Client", "no FindVehicle in the message"), status=500)
    vehicles = find(plate)
    body = found(vehicles)
    if not vehicles:
        return _xml(soap_fault("NotFound", "no vehicle bears this plate"), status=500)
    return await _sent(request, body, fault)


async def _sent(request: web.Request, body: bytes, fault: Fault | None) -> web.StreamResponse:
    mode = fault.mode if fault else ""
    if mode == "drip":
        return await wire.send(request, body, status=200, fault=fault)
    if mode == "huge":
        body = body.replace(b"<make>", b"<make>" + b"x" * huge_bytes)
    elif mode == "garbage":
        body = Random(len(body)).randbytes(4_096)
    elif mode == "wrong-schema":
        body = body.replace(b":plate>", b":nummer>").replace(b"<plate>", b"<nummer>")
        body = body.replace(b"</plate>", b"</nummer>")
    elif mode == "wrong-charset":
        body = body.replace(b"<make>", b"<make>\xc5\xe9")
    return _xml(body)


def _xml(body: bytes, *, status: int = 200) -> web.Response:
    return web.Response(body=body, status=status, content_type="text/xml", charset="utf-8")


def _asked(message: bytes) -> str | None:
    try:
        root = ElementTree.fromstring(message)  # noqa: S314 - a simulated source on loopback
    except ElementTree.ParseError:
        return None
    found = root.find(f"{{{_envelope}}}Body/{{{space}}}FindVehicle/{{{space}}}plate")
    return None if found is None else (found.text or "").strip()


def found(vehicles: list[Vehicle]) -> bytes:
    """The answer with these vehicles."""
    rows = "".join(f"<vehicle>{_fields(vehicle)}</vehicle>" for vehicle in vehicles)
    inside = f"<source>foreign</source>{rows}"
    return _wrapped(f'<FindVehicleResponse xmlns="{space}">{inside}</FindVehicleResponse>')


def _fields(vehicle: Vehicle) -> str:
    return "".join(f"<{key}>{escape(value)}</{key}>" for key, value in vehicle.items())


def soap_fault(code: str, words: str) -> bytes:
    """A fault of SOAP 1.1."""
    return _wrapped(
        f'<s:Fault xmlns:s="{_envelope}"><faultcode>s:{code}</faultcode>'
        f"<faultstring>{escape(words)}</faultstring></s:Fault>"
    )


def _wrapped(inside: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        f'<s:Envelope xmlns:s="{_envelope}"><s:Body>{inside}</s:Body></s:Envelope>'
    ).encode()

"""Answers as bytes, with and without a fault on the way."""

from __future__ import annotations

import asyncio
import socket
import struct
from random import Random

import msgspec
from aiohttp import web

from .faults import Fault, huge_bytes


async def before_thinking(request: web.Request, fault: Fault | None) -> web.StreamResponse | None:
    """The answers of faults that never look at the question; None when the source works on."""
    mode = fault.mode if fault else ""
    if mode == "hang":
        await asyncio.Event().wait()
    if mode == "reset":
        abort(request)
    if mode == "out":
        return web.Response(
            status=503, text="<html><h1>503 Service Unavailable</h1></html>", content_type="text/html"
        )
    if mode == "500":
        return web.json_response({"error": "internal"}, status=500)
    if mode == "401":
        return web.json_response({"error": "unauthorised"}, status=401)
    return None


def abort(request: web.Request) -> None:
    """Cut the connection with a TCP reset."""
    if request.transport is not None:
        _linger_zero(request)
        request.transport.abort()
    raise ConnectionResetError


def _linger_zero(request: web.Request) -> None:
    transport = request.transport
    peer = None if transport is None else transport.get_extra_info("socket")
    if peer is not None:
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


async def send(request: web.Request, body: bytes, *, status: int, fault: Fault | None) -> web.StreamResponse:
    """The answer, or what the fault makes of it."""
    mode = fault.mode if fault else ""
    if mode == "drip":
        return await _drip(request, body, pause=(fault.ms if fault else 0) / 1_000)
    if mode == "huge":
        return await _huge(request)
    if mode == "garbage":
        body = Random(len(body)).randbytes(4_096)
    elif mode == "wrong-schema":
        body, status = wrong_schema(body), 200
    elif mode == "wrong-charset":
        body = wrong_charset(body)
    return web.Response(body=body, status=status, content_type="application/json", charset="utf-8")


async def _drip(request: web.Request, body: bytes, *, pause: float) -> web.StreamResponse:
    response = web.StreamResponse(
        headers={"Content-Type": "application/json", "Content-Length": str(len(body))}
    )
    await response.prepare(request)
    for at in range(len(body)):
        await response.write(body[at : at + 1])
        await asyncio.sleep(pause)
    await response.write_eof()
    return response


async def _huge(request: web.Request) -> web.StreamResponse:
    """Valid JSON of ten megabytes: one list of the same small record."""
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    await response.prepare(request)
    record = msgspec.json.encode({"naam": "Peeters", "voornaam": "Jan", "opmerking": "x" * 960}) + b","
    chunk = record * 64
    await response.write(b'{"records":[')
    for _ in range(huge_bytes // len(chunk) + 1):
        await response.write(chunk)
    await response.write(record[:-1] + b"]}")
    await response.write_eof()
    return response


def wrong_schema(body: bytes) -> bytes:
    """The same number of bytes or so in a shape that nobody agreed on."""
    return msgspec.json.encode(
        {"v": 9, "rows": [[len(body), "a", None], {"0": {"0": [1, 2, 3]}}], "next": False}
    )


def wrong_charset(body: bytes) -> bytes:
    """Says UTF-8 and is Latin-1: every answer holds at least one byte that UTF-8 does not allow."""
    latin = body.decode("utf-8").encode("latin-1", errors="replace")
    if all(byte < 128 for byte in latin):
        at = latin.find(b'"') + 1
        latin = latin[:at] + b"\xe9\xe8" + latin[at:]
    return latin

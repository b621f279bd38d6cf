"""Cases of schemathesis, sent with session and proof of a real device; what is wrong with the answers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlencode

import aiohttp
import schemathesis
from hypothesis import strategies as st
from schemathesis import Case
from schemathesis.schemas import APIOperation
from yarl import URL

from focus.core.ids import new_id
from focus.core.registry import Module
from focus.server.openapi import document
from tests.matrices import foreign
from tests.matrices.foreign import UUIDS, Trial, word_of
from tests.matrices.house import INSTALLED, A, B, House
from tests.support.device import Device

KNOWN: list[str] = []
"""Ids of both zones, once there are any: half of all ids that are asked for are among them."""
PATIENCE = aiohttp.ClientTimeout(total=15)
ENDS_NEVER = "text/event-stream"
OPEN_TO_ALL = "/api/demo/"
"""The demo's list of people to be: of all zones, and only there."""

schemathesis.openapi.format(
    "uuid",
    st.uuids().map(str)
    | st.integers(0, 2**32).map(lambda number: KNOWN[number % len(KNOWN)] if KNOWN else str(new_id())),
)


def operations(modules: Sequence[Module]) -> list[APIOperation[Any, Any, Any, Any]]:
    """Every call that the document of these modules describes."""
    schema = schemathesis.openapi.from_dict(document(modules, version="0"))
    return [found.ok() for found in schema.get_all_operations()]


OPERATIONS = operations(INSTALLED)


@dataclass
class Caller:
    """Somebody of one zone, and what only the other zone has."""

    house: House
    trial: Trial

    async def faults(self, case: Case) -> list[str]:
        """What an answer must never be: a failure of ours, or something of the other zone."""
        chief = await self.house.chief(self.trial.caller)
        path, query, body = _octets(case)
        status, text = await _sent(chief, case.method, path, query, body)
        if status in (401, 423):
            await self._return(chief)
            status, text = await _sent(chief, case.method, path, query, body)
        if "gate.module_off" in text:
            await self._switch_on(chief, path)
            status, text = await _sent(chief, case.method, path, query, body)
        found = [f"{case.method} {path} answers {status}: {text[:200]}"] if status >= 500 else []
        sent = f"{unquote(path)} {query} {body.decode()}"
        if path.startswith(OPEN_TO_ALL):
            return found
        return found + [f"{case.method} {path} shows {one}" for one in await self._foreign(text, sent)]

    async def _foreign(self, text: str, sent: str) -> list[str]:
        """Words and ids of the other zone that the caller neither sent now nor wrote into his own rows."""
        shown = {one for one in UUIDS.findall(text) if one in self.trial.secret and one not in sent}
        if shown:
            shown -= {str(one) for one in await foreign._all_ids(self.house, self.trial.caller)}
        word = word_of(self.trial.owner)
        return sorted(shown) + ([word] if word in text else [])

    async def _return(self, chief: Device) -> None:
        """Sign in again: an earlier call locked, ended or revoked him."""
        chief.renew()
        await chief.continue_as(chief.session["person"], post=chief.session["post"])
        await chief.verify()

    async def _switch_on(self, chief: Device, path: str) -> None:
        await chief.post("/api/organisations/switch-module-on", {"name": path.split("/")[2]})


async def callers_of(house: House) -> list[Caller]:
    """One of each zone; from here on ids of both are asked for."""
    trials = [await foreign.trial(house, caller=one, owner=other) for one, other in ((A, B), (B, A))]
    for trial in trials:
        KNOWN.extend(str(ids[-1]) for ids in trial.mine.ids.values())
    return [Caller(house, trial) for trial in trials]


def _octets(case: Case) -> tuple[str, str, bytes]:
    """(path, query, body)"""
    given: Any = case.body
    body = json.dumps(given).encode() if isinstance(given, dict | list | str | int | float | bool) else b""
    return case.formatted_path, urlencode(case.query or {}, doseq=True), body


async def _sent(device: Device, method: str, path: str, query: str, body: bytes) -> tuple[int, str]:
    address = URL(device.base + path + (f"?{query}" if query else ""), encoded=True)
    headers = device.headers(method, unquote(path), body)
    async with device.http.request(method, address, data=body, headers=headers, timeout=PATIENCE) as answer:
        if ENDS_NEVER in answer.headers.get("content-type", ""):
            async with asyncio.timeout(5):
                return answer.status, (await answer.content.readany()).decode("utf-8", "replace")
        return answer.status, (await answer.read()).decode("utf-8", "replace")

"""Every text, date and list of every operation, at the edges of what can be written: never a 500."""

from __future__ import annotations

from urllib.parse import quote

import aiohttp
import msgspec
import pytest
from msgspec import inspect as mi

from tests.matrices import foreign
from tests.matrices.edges import variants
from tests.matrices.filling import fill, octets
from tests.matrices.house import TARGETS, C, House, send
from tests.matrices.targets import Target

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]

ENDING = (
    "close",
    "end",
    "merge",
    "split",
    "revoke",
    "stop",
    "withdraw",
    "lock",
    "sign-out",
    "set-",
    "switch",
)


def _last(target: Target) -> bool:
    return any(word in target.path for word in ENDING)


WITH_FIELDS = sorted((one for one in TARGETS if one.parameters is not None), key=_last)
"""Those that end something come last: after them fewer doors open."""


@pytest.mark.parametrize("target", WITH_FIELDS, ids=str)
async def test_no_edge_of_any_field_is_an_unexpected_failure(worn: House, target: Target) -> None:
    device, mine = await worn.chief(C), await foreign.owned(worn, C)
    path, content = fill(target, pick=foreign._own(mine), word="Merkteken")
    faults = []
    for name, changed in variants(mi.type_info(target.parameters), content):
        if target.reads_query:
            query, body = _query(changed), b""
            if len(query) > 60_000:
                continue  # longer than any server reads of a head
        else:
            query, body = octets(target, changed)
        headers = device.headers(target.method, path, body)
        try:
            answer = await send(device, target, path + query, body, headers)
        except aiohttp.ClientError as failure:
            faults.append(f"{target} {name}: {type(failure).__qualname__}")
            continue
        if answer.status >= 500:
            faults.append(f"{target} {name}: {answer.status} {answer.code}")
    assert faults == []


def _query(content: dict[str, object]) -> str:
    pairs = []
    for name, value in content.items():
        for one in value if isinstance(value, list) else [value]:
            text = one if isinstance(one, str) else msgspec.json.encode(one).decode().strip('"')
            pairs.append(f"{name}={quote(text, safe='')}")
    return "?" + "&".join(pairs)

"""The checks of who is let in: each returns what is wrong with one door, or nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from uuid import UUID

from focus.core.ids import new_id
from focus.core.registry import Action, View
from tests.matrices.filling import fill, octets
from tests.matrices.house import House, call, send
from tests.matrices.targets import Target
from tests.support.device import Answer, Device, b64u

Check = Callable[[House, Target, UUID], Awaitable[list[str]]]


def _prepared(target: Target) -> tuple[str, str, bytes]:
    """(path, query, body) of a valid call about nothing that there is."""
    path, content = fill(target, pick=lambda _: new_id(), word="Merkteken")
    return path, *octets(target, content)


def _unless(answer: Answer, expected: tuple[int, str], *, what: str, target: Target) -> list[str]:
    if (answer.status, answer.code) == expected:
        return []
    return [f"{target}: {what} gets {answer.status} {answer.code}, not {expected[0]} {expected[1]}"]


async def without_token(house: House, target: Target, organisation: UUID) -> list[str]:
    """401 without a token, with a token that nobody gave, and with another scheme."""
    device = await house.chief(organisation)
    path, query, body = _prepared(target)
    proven = device.headers(target.method, path, body)
    made_up = Device(house.station.base)
    house.devices.append(made_up)
    made_up.token = b64u(bytes(32))
    tries = {
        "nobody": {},
        "a token without proof": {"authorization": proven["authorization"]},
        "a proof without token": {"dpop": proven["dpop"]},
        "another scheme": {**proven, "authorization": f"Bearer {device.token}"},
        "a made-up token": made_up.headers(target.method, path, body),
    }
    faults = []
    for what, headers in tries.items():
        answer = await send(device, target, path + query, body, headers)
        if answer.status != 401:
            faults.append(f"{target}: {what} gets {answer.status} {answer.code}, not 401")
    return faults


async def with_stolen_token(house: House, target: Target, organisation: UUID) -> list[str]:
    """401 for a good token with another device's key, whatever name it goes by, or another call's proof."""
    victim, thief = await house.chief(organisation), await house.chief(organisation, number=2)
    path, query, body = _prepared(target)
    forged = {"typ": "dpop+jwt", "alg": "ES256"}
    own, thief.token = thief.token, victim.token
    tries = {
        "another key": thief.headers(target.method, path, body),
        "another key inside": thief.headers(target.method, path, body, header={**forged, "jwk": thief.jwk}),
        "a forged name": thief.headers(
            target.method, path, body, header={**forged, "kid": victim.thumbprint}
        ),
        "another call's proof": victim.headers(target.method, path + "/x", body),
    }
    thief.token, faults = own, []
    for what, headers in tries.items():
        answer = await send(victim, target, path + query, body, headers)
        faults += _unless(
            answer, (401, "identity.proof_refused"), what=f"a stolen token with {what}", target=target
        )
    return faults


async def replayed(house: House, target: Target, organisation: UUID) -> list[str]:
    """401 for the very same proof a second time.

    The first call is unreadable on purpose where that is possible, so that it changes nothing.
    """
    device = await house.chief(organisation)
    path, query, body = _prepared(target)
    if target.parameters is not None:
        query, body = ("?\x7f", b"") if target.reads_query else ("", b"unreadable")
    headers = device.headers(target.method, path, body)
    first = await send(device, target, path + query, body, headers)
    second = await send(device, target, path + query, body, headers)
    faults = []
    if first.status in {401, 423}:
        faults.append(f"{target}: the first use of a proof gets {first.status} {first.code}")
    return faults + _unless(
        second, (401, "identity.proof_replayed"), what="a proof used twice", target=target
    )


async def while_locked(house: House, target: Target, organisation: UUID) -> list[str]:
    """423 for a locked session, unless the door is open to those."""
    if target.while_locked:
        device = await house.device(await house.someone(organisation, house.permissions))
    else:
        device = await house.chief(organisation, number=3)
    await device.post("/api/identity/lock")
    path, content = fill(target, pick=lambda _: new_id(), word="Merkteken")
    answer = await call(device, target, path, content)
    if not target.while_locked:
        return _unless(answer, (423, "identity.locked"), what="a locked session", target=target)
    shut = answer.status in {401, 423}
    return [f"{target}: a locked session gets {answer.status}, though it may"] if shut else []


async def without_permission(house: House, target: Target, organisation: UUID) -> list[str]:
    """403 for somebody who may do everything but this; and the refusal is logged."""
    if target.needs is None:
        return []
    who = await house.someone(organisation, house.permissions - {target.needs})
    device = await house.device(who)
    path, content = fill(target, pick=lambda _: new_id(), word="Merkteken")
    answer = await call(device, target, path, content)
    faults = _unless(
        answer, (403, "gate.not_permitted"), what=f"somebody without {target.needs}", target=target
    )
    logged = [
        event.what
        for event in await house.station.events(organisation, "gate.Refused")
        if event.person_id == who.person
    ]
    if {"operation": target.name, "reason": "gate.not_permitted"} not in logged:
        faults.append(f"{target}: the refusal is not logged")
    return faults


async def without_step_up(house: House, target: Target, organisation: UUID) -> list[str]:
    """403 where a step-up is asked for, when the last verification is not fresh."""
    if not target.step_up:
        return []
    device = await house.chief(organisation, number=4, verified=False)
    path, content = fill(target, pick=lambda _: new_id(), word="Merkteken")
    answer = await call(device, target, path, content)
    return _unless(answer, (403, "gate.step_up_needed"), what="an old verification", target=target)


async def while_off(house: House, target: Target, organisation: UUID) -> list[str]:
    """404 while the organisation has the module off, with those that need it."""
    chief = await house.chief(organisation)
    path, content = fill(target, pick=lambda _: new_id(), word="Merkteken")
    gone = await _off_with(house, target.module, organisation)
    try:
        for name in gone:
            switched = await chief.post("/api/organisations/switch-module-off", {"name": name})
            if switched.status != 200:
                return [f"{target}: {name} cannot be switched off: {switched.status} {switched.code}"]
        answer = await call(chief, target, path, content)
    finally:
        for name in reversed(gone):
            await chief.post("/api/organisations/switch-module-on", {"name": name})
    return _unless(answer, (404, "gate.module_off"), what="a module that is off", target=target)


async def _off_with(house: House, module: str, organisation: UUID) -> list[str]:
    """The module, after those that are on and need it."""
    platform = house.station.platform
    on = await platform.gate.switches.modules_on(organisation)
    needing = [name for name, reached in platform.registry.reach.items() if module in reached and name in on]
    return needing[::-1]


async def without_log(house: House, target: Target, organisation: UUID) -> list[str]:
    """503 where something would have to be logged, and nothing shown; what is not logged may answer."""
    device = await house.chief(organisation)
    path, content = fill(target, pick=lambda _: new_id(), word="Merkteken")
    async with house.station.without_log():
        answer = await call(device, target, path, content)
    logs = isinstance(target.declared, View) and target.declared.consults
    if logs or answer.status >= 500:
        return _unless(answer, (503, "log.unavailable"), what="without log, a call", target=target)
    if isinstance(target.declared, Action) and answer.status < 300:
        return [f"{target} did something without log: {answer.status}"]
    return []

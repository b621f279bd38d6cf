"""Requirement 15: pushes are of one size, without names, texts or case numbers; each device by itself."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from focus.core import clock
from focus.core.identity import base64url
from focus.core.ids import new_id
from focus.core.push.calling import send
from focus.core.push.message import SIZE, Subscription, body_of, sealed
from focus.core.push.public import PUSH, wakeable
from focus.core.push.settings import PushOperator
from tests.identity.house import House, Someone, house_at
from tests.identity.phone import Phone
from tests.push.service import PushService, push_service
from tests.support.waiting import until


@pytest.fixture(scope="module")
async def service() -> AsyncIterator[PushService]:
    async with push_service() as running:
        yield running


@pytest.fixture(scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory, service: PushService) -> AsyncIterator[House]:
    home = tmp_path_factory.mktemp("push")
    async with house_at(home, FOCUS_PUSH_SERVICES=f"{service.origin},http://localhost:9") as running:
        yield running


@pytest.fixture
async def ann(house: House) -> Someone:
    return await house.someone(await house.organisation())


@pytest.fixture
async def owner(house: House) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(house.platform.database.url)
    yield connection
    await connection.close()


async def subscribed(service: PushService, phone: Phone, **changed: str) -> str:
    """The phone's browser subscribes and says so; its name at the service."""
    key = (await phone.call("GET", "/api/push/push-key")).json()["key"]
    made = await service.subscription(key)
    content = {"endpoint": made["endpoint"], **made["keys"], **changed}
    answer = await phone.post("/api/push/subscribe", content)
    assert answer.status_code == 200, answer.text
    return str(made["clientHash"])


async def heard(service: PushService, client: str) -> list[str]:
    """What a browser has got, once there is something."""

    async def some() -> bool:
        return bool(await service.received(client))

    await until(some, seconds=8)
    return await service.received(client)


async def called(house: House, who: Someone, *, urgent: bool = False, minutes: float = 5) -> UUID:
    """Wake somebody; the call, sent by the job that was put with it."""
    until = clock.now() + timedelta(minutes=minutes)
    async with house.platform.database.transaction(who.organisation) as tx:
        push = house.platform.service(PUSH)
        await push.wake(tx, "briefing", [who.id], urgent=urgent, until=until)
        found: UUID = await tx.fetchval("select id from push.call order by at desc limit 1")
    return found


async def test_a_message_is_opened_by_the_browser_and_says_nothing(
    house: House, ann: Someone, service: PushService
) -> None:
    client = await subscribed(service, await house.signed_in(ann))
    await called(house, ann, urgent=True)
    (message,) = await heard(service, client)
    assert json.loads(message) == {"v": 1, "m": "briefing", "u": True}


def test_every_body_has_one_size_before_and_after_it_is_sealed() -> None:
    subscription = Subscription("https://push.example/1", _point(), b"s" * 16)
    bodies = [body_of(module, urgent=urgent) for module in ("briefing", "x") for urgent in (True, False)]
    assert {len(body) for body in bodies} == {SIZE}
    assert len({len(sealed(subscription, body)) for body in bodies}) == 1


def _point() -> bytes:
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    key = ec.generate_private_key(ec.SECP256R1()).public_key()
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


async def test_each_device_of_a_person_is_woken_once(
    house: House, ann: Someone, service: PushService
) -> None:
    clients = [await subscribed(service, await house.signed_in(ann)) for _ in range(2)]
    call = await called(house, ann)
    for client in clients:
        await heard(service, client)
    await send(house.platform, ann.organisation, call)
    assert [len(await service.received(client)) for client in clients] == [1, 1]


async def test_nobody_is_woken_after_signing_out(house: House, ann: Someone, service: PushService) -> None:
    phone = await house.signed_in(ann)
    client = await subscribed(service, phone)
    await phone.post("/api/identity/sign-out", {})
    await send(house.platform, ann.organisation, await called(house, ann))
    await asyncio.sleep(0.2)
    assert await service.received(client) == []


async def test_a_browser_that_listens_no_more_is_forgotten(
    house: House, ann: Someone, service: PushService
) -> None:
    client = await subscribed(service, await house.signed_in(ann))
    await service.expire(client)
    await send(house.platform, ann.organisation, await called(house, ann))
    async with house.platform.database.transaction(ann.organisation) as tx:
        assert await wakeable(tx, [ann.id]) == frozenset()


async def test_a_service_that_is_away_is_tried_again_for_those_devices_alone(
    house: House, ann: Someone, service: PushService, owner: asyncpg.Connection
) -> None:
    there = await subscribed(service, await house.signed_in(ann))
    away = await house.signed_in(ann)
    client = await subscribed(service, away)
    right = await owner.fetchval("select endpoint from push.subscription where device_id = $1", away.device)
    move = "update push.subscription set endpoint = $2 where device_id = $1"
    await owner.execute(move, away.device, "http://localhost:9/nobody")
    await called(house, ann)
    await heard(service, there)
    await owner.execute(move, away.device, right)
    await heard(service, client)
    assert [len(await service.received(one)) for one in (there, client)] == [1, 1]


async def test_what_is_of_no_use_any_more_is_not_sent(
    house: House, ann: Someone, service: PushService
) -> None:
    client = await subscribed(service, await house.signed_in(ann))
    await send(house.platform, ann.organisation, await called(house, ann, minutes=-1))
    await asyncio.sleep(0.2)
    assert await service.received(client) == []


async def test_a_call_that_was_rolled_back_is_never_sent(
    house: House, ann: Someone, owner: asyncpg.Connection
) -> None:
    with pytest.raises(ZeroDivisionError):
        async with house.platform.database.transaction(ann.organisation) as tx:
            push = house.platform.service(PUSH)
            await push.wake(tx, "briefing", [ann.id], urgent=False, until=clock.now() + timedelta(hours=1))
            _ = 1 // 0
    count = "select count(*) from push.call where organisation_id = $1"
    assert await owner.fetchval(count, ann.organisation) == 0


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://169.254.169.254/latest",
        "https://localhost/x",
        "https://fcm.googleapis.com.evil.example/x",
        "https://evil.example/fcm.googleapis.com",
        "https://fcm.googleapis.com:8443/x",
        "https://user@fcm.googleapis.com/x",
        "file:///etc/passwd",
        "",
        "https://[::1",
    ],
)
def test_only_known_services_are_ever_called(endpoint: str) -> None:
    assert not PushOperator().allows(endpoint)


@pytest.mark.parametrize(
    "endpoint", ["https://fcm.googleapis.com/fcm/send/a", "https://db5p.notify.windows.com/w/?token=x"]
)
def test_the_browser_makers_services_are_known(endpoint: str) -> None:
    assert PushOperator().allows(endpoint)


async def test_a_foreign_address_and_a_broken_key_are_refused(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    good = {"endpoint": "http://localhost:9/x", "p256dh": base64url.encode(_point()), "auth": "A" * 22}
    for change, code in (
        ({"endpoint": "https://evil.example/x"}, "push.service_unknown"),
        ({"p256dh": "AAAA"}, "push.subscription_broken"),
        ({"auth": "!"}, "push.subscription_broken"),
    ):
        answer = await phone.post("/api/push/subscribe", {**good, **change})
        assert (answer.status_code, answer.json()["code"]) == (422, code)


async def test_where_no_phone_is_woken_nothing_is_written(tmp_path: Any) -> None:
    async with house_at(tmp_path, FOCUS_PUSH_SERVICES="none") as house:
        ann = await house.someone(await house.organisation())
        phone = await house.signed_in(ann)
        assert (await phone.call("GET", "/api/push/push-key")).json() == {"key": ""}
        async with house.platform.database.transaction(ann.organisation) as tx:
            push = house.platform.service(PUSH)
            await push.wake(tx, "briefing", [new_id()], urgent=True, until=clock.now() + timedelta(hours=1))
            assert await tx.fetchval("select count(*) from push.call") == 0

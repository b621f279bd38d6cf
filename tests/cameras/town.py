"""Organisations with officers on duty and a camera system, each through its own door."""

from __future__ import annotations

import base64
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import httpx
import msgspec
from PIL import Image

from focus.core import clock
from focus.core.ids import new_id
from focus.core.organisations.store import switches
from focus.core.webhooks.signing import new_secret, secret_of, sign
from focus.modules.cameras.module import module as cameras
from focus.modules.duty.module import module as duty
from focus.modules.webhooks.module import module as webhooks
from tests.identity.house import House, Someone
from tests.identity.phone import Phone
from tests.sync.outbox import Outbox

MODULES = tuple(replace(one, package=f"focus.modules.{one.name}") for one in (duty, webhooks, cameras))


def jpeg(width: int = 64, height: int = 40) -> bytes:
    """A grey picture."""
    octets = BytesIO()
    Image.new("RGB", (width, height), (90, 96, 99)).save(octets, "JPEG")
    return octets.getvalue()


PICTURE = jpeg()


@dataclass
class Town:
    """One organisation with cameras, duty and webhooks on."""

    house: House
    id: UUID

    async def member(
        self, function: str = "officer", *, crew: str = "", added: Collection[str] = ()
    ) -> Member:
        """Somebody signed in; on duty where a crew is given."""
        someone = await self.house.someone(self.id, function=function, added=added)
        made = Member(self, someone, await self.house.signed_in(someone))
        if crew:
            await made.on_duty(crew)
        return made

    async def feed(self, desk: Member) -> Feed:
        """A camera system that may send."""
        given = await desk.do("add-feed", name="Camera's Ringlaan")
        return Feed(self, UUID(given["feed"]), secret_of(given["secret"]), given["path"])

    async def receiver(self, *topics: str, kind: str = "cameras.outcome") -> UUID:
        """A list's owner who wants to be told."""
        made, secret = new_id(), new_secret()
        wrapped = await self.house.platform.keys.wrap(self.id, secret.encode())
        await self.rows(
            """insert into webhooks.receiver
                 (organisation_id, id, name, address, secret, kinds, topics, created_by, created_at)
               values ($1, $2, 'Parket', 'https://list.example/in', $3, $4, $5, $2, now()) returning id""",
            self.id, made, wrapped, [kind], list(topics),
        )  # fmt: skip
        return made

    async def told(self) -> list[tuple[str, Any]]:
        """Topic and data of what waits to be told to others."""
        rows = await self.rows("select topic, content from webhooks.delivery order by id")
        return [(row["topic"], msgspec.json.decode(row["content"])["data"]) for row in rows]

    async def rows(self, sql: str, *values: Any) -> list[Any]:
        """What the tables hold."""
        async with self.house.platform.database.transaction(self.id) as tx:
            return [dict(row) for row in await tx.fetch(sql, *values)]

    async def earlier(self, days: float) -> None:
        """As if everything had been seen so long before; what phones hold is untouched."""
        async with self.house.platform.database.transaction(self.id) as tx:
            ago = timedelta(days=days)
            for table in ("passage", "hit"):
                await tx.execute(f"update cameras.{table} set seen_at = seen_at - $1::interval", ago)
            await tx.execute("update cameras.message set received_at = received_at - $1::interval", ago)
            await tx.execute("update feed.record set xid = pg_current_xact_id() where type = 'cameras.hit'")

    async def logged(self) -> list[Any]:
        """The log of cameras, oldest first."""
        platform = self.house.platform
        async with platform.database.transaction(self.id) as tx:
            events = await platform.log.events_of(tx, limit=500)
        return [one for one in reversed(events) if one.kind.startswith("cameras.")]

    async def kinds(self) -> list[str]:
        """What the log of cameras tells of."""
        return [one.kind.removeprefix("cameras.") for one in await self.logged()]


@dataclass
class Member:
    """Somebody at work with his phone."""

    town: Town
    who: Someone
    phone: Phone

    async def post(self, name: str, /, **body: Any) -> httpx.Response:
        """An action or a private view."""
        given = msgspec.json.decode(msgspec.json.encode(body))
        return await self.phone.post(f"/api/cameras/{name}", given)

    async def do(self, name: str, /, **body: Any) -> Any:
        """One that goes well."""
        answer = await self.post(name, **body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def refused(self, name: str, /, **body: Any) -> tuple[int, str]:
        """One that does not: status and code."""
        answer = await self.post(name, **body)
        return answer.status_code, answer.json().get("code", "")

    async def get(self, path: str) -> httpx.Response:
        """A view or a route."""
        return await self.phone.call("GET", f"/api/cameras/{path}")

    async def on_duty(self, crew: str) -> None:
        """Begin under a call sign."""
        until = (clock.now() + timedelta(hours=8)).isoformat()
        answer = await self.phone.post("/api/duty/begin-duty", {"until": until, "crew": crew, "unit": None})
        assert answer.status_code == 200, answer.text

    async def off_duty(self) -> None:
        """End it."""
        assert (await self.phone.post("/api/duty/end-duty", {})).status_code == 200

    async def hits(self) -> dict[str, Any]:
        """The hits that a new phone of his would hold, by id."""
        answer = await self.phone.post("/api/sync/pull", {})
        lines = [msgspec.json.decode(line) for line in answer.content.splitlines()]
        found = [line["d"] for line in lines if line.get("t") == "cameras.hit" and line.get("d")]
        return {record["id"]: record for record in found}

    async def hit(self) -> Any:
        """The only one that he holds."""
        (only,) = (await self.hits()).values()
        return only

    async def outbox(self) -> Outbox:
        """What he does without network."""
        return await Outbox.of(self.phone)


@dataclass
class Feed:
    """A camera system."""

    town: Town
    id: UUID
    secret: bytes
    path: str

    async def send(
        self,
        body: bytes,
        *,
        message_id: str | None = None,
        at: datetime | None = None,
        secret: bytes | None = None,
    ) -> httpx.Response:
        """Octets, signed."""
        signed = message_id or str(uuid4())
        headers = sign(secret or self.secret, message_id=signed, at=at or clock.now(), body=body)
        headers["content-type"] = "application/json"
        return await self.town.house.http.post(self.path, content=body, headers=headers)

    async def tell(self, message: dict[str, Any]) -> dict[str, Any]:
        """A message; what became of it."""
        answer = await self.send(msgspec.json.encode(message), message_id=message["id"])
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found


def passage(ago: timedelta = timedelta(minutes=1), **said: Any) -> dict[str, Any]:
    """A plate that passed a camera."""
    return {
        "type": "cameras.read",
        "id": str(uuid4()),
        "plate": "2-FIC-001",
        "country": "B",
        "seen_at": (clock.now() - ago).isoformat(),
        "camera": {"id": "LB-07", "name": "Ringlaan", "longitude": 4.86, "latitude": 51.03, "heading": 90},
        **said,
    }


def hit(ago: timedelta = timedelta(minutes=1), **said: Any) -> dict[str, Any]:
    """One that a list names, with its picture."""
    listed = {
        "list": {"code": "zone-list", "name": "Aandachtslijst zone", "owner": "Zone Lindevallei"},
        "reason": "Gebruikt bij ladingdiefstal",
        "since": (clock.now() - timedelta(days=3)).isoformat(),
        "instruction": "Niet zelf aanhouden",
        "contact": "+32 14 00 01 00",
    }
    return passage(
        ago,
        **{
            "type": "cameras.hit",
            "picture": base64.b64encode(PICTURE).decode(),
            "confidence": 0.93,
            "make": "Volkswagen",
            "colour": "grijs",
            "hit": listed,
            **said,
        },
    )


async def town_of(house: House) -> Town:
    """A new zone with cameras, duty and webhooks on."""
    made = Town(house, await house.organisation())
    async with house.platform.database.transaction(made.id) as tx:
        for module in ("duty", "cameras", "webhooks"):
            await switches.switch(tx, module, on=True)
    return made

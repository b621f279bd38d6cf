"""Organisations with a desk, crews on duty and a control room, each through its own door."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import msgspec

from focus.core import clock
from focus.core.ids import new_id
from focus.core.organisations.store import structure, switches
from focus.core.webhooks.signing import secret_of, sign
from focus.modules.duty.module import module as duty
from focus.modules.incidents.module import module as declared
from focus.modules.webhooks.module import module as webhooks
from tests.identity.house import LONG_AGO, House, Someone
from tests.identity.phone import Phone
from tests.sync.outbox import Outbox

INCIDENTS = replace(declared, package="focus.modules.incidents")
DUTY = replace(duty, package="focus.modules.duty")
HOOKS = replace(webhooks, package="focus.modules.webhooks")
PLACE = {"street": "Bosdreef", "number": "31", "town": "Lindebeek"}


@dataclass
class Town:
    """One organisation with incidents and duty on."""

    house: House
    id: UUID

    async def member(self, function: str = "officer", *, crew: str = "", unit: UUID | None = None) -> Member:
        """Somebody signed in; on duty where a crew is given."""
        someone = await self.house.someone(self.id, function=function)
        made = Member(self, someone, await self.house.signed_in(someone))
        if crew:
            await made.on_duty(crew, unit)
        return made

    async def desk(self) -> Member:
        """A dispatcher, not on duty."""
        return await self.member("dispatcher")

    async def unit(self, code: str) -> UUID:
        """A team."""
        async with self.house.platform.database.transaction(self.id) as tx:
            return await structure.add_unit(
                tx, code=code, names={"nl": code}, kind="team", parent=None, valid_from=LONG_AGO
            )

    async def feed(self, desk: Member, form: str = "webhook", **more: Any) -> Feed:
        """A control room that may send."""
        answer = await desk.post("add-feed", name="Meldkamer", format=form, **more)
        assert answer.status_code == 200, answer.text
        given = answer.json()
        return Feed(self, UUID(given["feed"]), secret_of(given["secret"]), given["path"])

    async def rows(self, sql: str, *values: Any) -> list[Any]:
        """What the tables hold."""
        async with self.house.platform.database.transaction(self.id) as tx:
            return [dict(row) for row in await tx.fetch(sql, *values)]

    async def change(self, sql: str, *values: Any) -> None:
        """Let time have passed for a row, with its record untouched."""
        async with self.house.platform.database.transaction(self.id) as tx:
            await tx.execute(sql, *values)
            await tx.execute(
                "update feed.record set xid = pg_current_xact_id() where type like 'incidents.%'"
            )

    async def close_earlier(self, by: str, incident: UUID | None = None) -> None:
        """As if incidents had been closed so much earlier."""
        await self.change(
            """update incidents.incident set closed_at = closed_at - $1::text::interval,
                 content = jsonb_set(content, '{closed_at}', to_jsonb(closed_at - $1::text::interval))
               where state = 'closed' and ($2::uuid is null or id = $2)""",
            by,
            incident,
        )

    async def logged(self) -> list[tuple[str, dict[str, Any]]]:
        """The log of incidents, oldest first."""
        platform = self.house.platform
        async with platform.database.transaction(self.id) as tx:
            events = await platform.log.events_of(tx, limit=500)
        kept = [one for one in events if one.kind.startswith("incidents.")]
        return [(one.kind.removeprefix("incidents."), one.what) for one in reversed(kept)]


@dataclass
class Member:
    """Somebody at work with his phone."""

    town: Town
    who: Someone
    phone: Phone

    async def post(self, name: str, /, **body: Any) -> httpx.Response:
        """An action or a private view."""
        given = msgspec.json.decode(msgspec.json.encode(body))
        return await self.phone.post(f"/api/incidents/{name}", given)

    async def do(self, name: str, /, **body: Any) -> Any:
        """One that goes well."""
        answer = await self.post(name, **body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def refused(self, name: str, /, **body: Any) -> tuple[int, str]:
        """One that does not: status and code."""
        answer = await self.post(name, **body)
        return answer.status_code, answer.json().get("code", "")

    async def get(self, name: str, /, **query: Any) -> httpx.Response:
        """A view; the proof covers the path without its query."""
        path, token = f"/api/incidents/{name}", self.phone.token
        headers = {"Authorization": f"DPoP {token}", "DPoP": self.phone.proof("GET", path, b"")}
        return await self.phone.http.get(path, params=query, headers=headers)

    async def see(self, name: str, /, **query: Any) -> Any:
        """A view."""
        answer = await self.get(name, **query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def on_duty(self, crew: str, unit: UUID | None = None, *, hours: float = 8) -> None:
        """Begin, or go on under another call sign."""
        until = (clock.now() + timedelta(hours=hours)).isoformat()
        body = {"until": until, "crew": crew, "unit": str(unit) if unit else None}
        answer = await self.phone.post("/api/duty/begin-duty", body)
        assert answer.status_code == 200, answer.text

    async def off_duty(self) -> None:
        """End it."""
        assert (await self.phone.post("/api/duty/end-duty", {})).status_code == 200

    async def held(self, kind: str) -> dict[str, Any]:
        """What a new phone of his would hold of a kind, by id."""
        answer = await self.phone.post("/api/sync/pull", {})
        lines = [msgspec.json.decode(line) for line in answer.content.splitlines()]
        found = [line["d"] for line in lines if line.get("t") == f"incidents.{kind}" and line.get("d")]
        return {record["id"]: record for record in found}

    async def the(self, kind: str) -> Any:
        """The only one that he holds of a kind."""
        (only,) = (await self.held(kind)).values()
        return only

    async def open(self, title: str = "Inbraak", **more: Any) -> str:
        """An incident that the desk writes; its id."""
        made = str(new_id())
        await self.do(
            "open-incident", **{"id": made, "kind": "burglary", "title": title, "place": PLACE, **more}
        )
        return made

    async def outbox(self) -> Outbox:
        """What he does without network."""
        return await Outbox.of(self.phone)


@dataclass
class Feed:
    """A control room."""

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

    async def tell(self, **said: Any) -> dict[str, Any]:
        """A message of our own webhook; what became of it."""
        message = webhook(**said)
        answer = await self.send(msgspec.json.encode(message), message_id=message["id"])
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found


def webhook(**said: Any) -> dict[str, Any]:
    """A message of our own webhook."""
    return {
        "version": 1,
        "id": str(uuid4()),
        "source": "meldkamer.lindebeek.example",
        "incident_id": "LB-1187",
        "kind": "update",
        "sent_at": clock.now().isoformat(),
        **said,
    }


async def town_of(house: House) -> Town:
    """A new zone with incidents and duty on."""
    made = Town(house, await house.organisation())
    async with house.platform.database.transaction(made.id) as tx:
        for module in ("duty", "incidents"):
            await switches.switch(tx, module, on=True)
    return made

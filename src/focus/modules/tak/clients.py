"""Which TAK clients may come in."""

from __future__ import annotations

import asyncio
import base64
from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.gate import Actor, Call, Event, action, view
from focus.core.ids import new_id
from focus.core.organisations.public import units
from focus.core.registry import Route
from focus.modules.tak.authority import Authority
from focus.modules.tak.problems import ClientUnknown, NotListening, UnitUnknown
from focus.modules.tak.settings import TakOperator

TOPIC: Final = "tak"
"""On the bus: a client ended; its id."""


class ClientWanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A client that is to come in. `unit`: who is shown where it is, beside the desk."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
    unit: UUID | None = None


class ClientGiven(msgspec.Struct, frozen=True):
    """A client's certificate: shown once, to who added it; it stands in no log."""

    client: UUID
    address: str
    """`ssl://host:8089`."""
    bundle: str
    """PKCS #12 in base64: key, certificate and the authority's."""
    password: str
    authority: str
    """PEM."""
    ends_at: datetime


class ClientShown(msgspec.Struct, frozen=True, kw_only=True):
    """A client and how it does."""

    id: UUID
    name: str
    unit: UUID | None
    ends_at: datetime
    last_at: datetime | None
    taken: int
    left_out: int
    unreadable: int
    fault: str


class ClientAdded(Event, frozen=True):
    """A TAK client may come in."""

    client: UUID
    serial: str


class ClientEnded(Event, frozen=True):
    """It may not any more."""

    client: UUID


async def add_client(call: Call) -> ClientGiven:
    """Let a TAK client in; its certificate is made here and given once. Raises NotListening, UnitUnknown."""
    wanted: ClientWanted = call.body
    operator = call.platform.operator(TakOperator)
    if not operator.listen:
        raise NotListening
    client = new_id()
    authority = Authority(call.platform.settings.home / "tak")
    issued = await asyncio.to_thread(authority.issue, client, wanted.name.strip())

    async def work(actor: Actor) -> ClientAdded:
        if wanted.unit and wanted.unit not in {one.id for one in await units(actor.tx)}:
            raise UnitUnknown
        await actor.tx.execute(
            """insert into tak.client
                 (organisation_id, id, name, unit_id, serial, ends_at, created_by, created_at)
               values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7)""",
            client, wanted.name.strip(), wanted.unit, issued.serial, issued.ends_at, actor.person,
            clock.now(),
        )  # fmt: skip
        return ClientAdded(client=client, serial=issued.serial)

    await call.platform.gate.change(call.who, "tak", work)
    port = operator.listen.rpartition(":")[2]
    return ClientGiven(
        client=client,
        address=f"ssl://{operator.host or 'localhost'}:{port}",
        bundle=base64.b64encode(issued.bundle).decode(),
        password=issued.password,
        authority=issued.authority,
        ends_at=issued.ends_at,
    )


@action(needs="tak.manage", step_up=True)
async def end_client(actor: Actor, *, client: UUID) -> ClientEnded:
    """Let it in no more; it is cut off. Raises ClientUnknown."""
    ended = await actor.tx.fetchval(
        "update tak.client set ended_at = $2 where id = $1 and ended_at is null returning id",
        client,
        clock.now(),
    )
    if ended is None:
        raise ClientUnknown
    bus = actor.platform.bus
    actor.tx.after_commit(lambda: bus.publish(TOPIC, str(client)))
    return ClientEnded(client=client)


@view(needs="tak.manage", consults=False)
async def clients(actor: Actor) -> list[ClientShown]:
    """Those that may come in, by name."""
    rows = await actor.tx.fetch(
        """select id, name, unit_id as unit, ends_at, last_at, taken, left_out, unreadable, fault
           from tak.client where ended_at is null order by name, id"""
    )
    return [ClientShown(**row) for row in rows]


ADD_CLIENT: Final = Route(
    "POST",
    "/api/tak/add-client",
    add_client,
    needs="tak.manage",
    body=ClientWanted,
    answer=ClientGiven,
    step_up=True,
)

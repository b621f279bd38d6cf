"""Where TAK clients come in: over TLS with a certificate of ours, or from a gateway on this machine."""

from __future__ import annotations

import asyncio
import logging
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from uuid import UUID

from focus.core.feed import TOPIC as FEED
from focus.core.gate import Service
from focus.core.organisations.public import directory, module_on
from focus.modules.tak.authority import Authority
from focus.modules.tak.clients import TOPIC
from focus.modules.tak.linked import GATEWAY, Client, Link
from focus.modules.tak.picture import Picture
from focus.modules.tak.settings import TakOperator, address_of

if TYPE_CHECKING:
    from focus.core.gate import Platform

log = logging.getLogger(__name__)

MOST: Final = 500
"""Clients at once, in each process."""
GREETING_S: Final = 10.0
"""A handshake that takes longer is broken off."""


@dataclass
class Door:
    """The listening sockets of this process and who is in."""

    platform: Platform
    links: set[Link] = field(default_factory=set)
    pictures: dict[UUID, Picture] = field(default_factory=dict)
    """By organisation, of those of whom a client is or was in."""
    servers: list[asyncio.Server] = field(default_factory=list)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def open(self) -> None:
        """Listen where the operator says. Raises OSError where that is taken."""
        operator = self.platform.operator(TakOperator)
        if operator.listen:
            authority = Authority(self.platform.settings.home / "tak")
            context = await asyncio.to_thread(authority.context, operator.host or "localhost")
            await self._listen(operator.listen, context)
        if operator.plain:
            await self._listen(operator.plain.partition("@")[2], None)
        if self.servers:
            self.platform.bus.subscribe(FEED, self._wake)
            self.platform.bus.subscribe(TOPIC, self._end)

    async def close(self) -> None:
        """Let everybody go."""
        for server in self.servers:
            server.close()
        for link in list(self.links):
            link.cut()
        for task in list(self.tasks):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    @property
    def ports(self) -> list[int]:
        """Where it listens: TLS first."""
        return [server.sockets[0].getsockname()[1] for server in self.servers]

    async def _listen(self, where: str, context: ssl.SSLContext | None) -> None:
        host, port = address_of(where)
        server = await asyncio.start_server(
            self._come, host, port, ssl=context, reuse_port=True,
            ssl_handshake_timeout=GREETING_S if context else None,
        )  # fmt: skip
        self.servers.append(server)

    def _come(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(self._serve(reader, writer))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        client = None
        try:
            client = None if len(self.tasks) > MOST else await self._who(writer)
        except Exception as failure:
            log.warning("a TAK client was not let in: %s", type(failure).__qualname__)
        if client is None:
            writer.close()
            return
        whose = client.organisation
        picture = self.pictures.setdefault(whose, Picture(self.platform, whose))
        link = Link(self.platform, client, reader, writer, picture)
        self.links.add(link)
        try:
            await link.run()
        except Exception as failure:
            log.warning("a TAK client was let go: %s", type(failure).__qualname__)
        finally:
            self.links.discard(link)

    async def _who(self, writer: asyncio.StreamWriter) -> Client | None:
        certificate = writer.get_extra_info("peercert")
        if writer.get_extra_info("ssl_object") is None:
            return await self._gateway()
        names = {key: value for part in certificate.get("subject", ()) for key, value in part}
        try:
            client = UUID(names.get("commonName", ""))
        except ValueError:
            return None
        serial = f"{int(certificate['serialNumber'], 16):x}"
        async with self.platform.database.unscoped(readonly=True) as tx:
            organisation = await tx.fetchval("select tak.organisation_of($1, $2)", client, serial)
        if organisation is None:
            return None
        async with self.platform.database.transaction(organisation, readonly=True) as tx:
            row = await tx.fetchrow("select name, unit_id from tak.client where id = $1", client)
            on = await module_on(tx, "tak")
        return Client(organisation, client, row["name"], row["unit_id"]) if row and on else None

    async def _gateway(self) -> Client | None:
        code = self.platform.operator(TakOperator).plain.partition("@")[0]
        async with self.platform.database.unscoped(readonly=True) as tx:
            found = [entry.id for entry in await directory(tx) if entry.code == code]
        if len(found) != 1:
            return None
        async with self.platform.database.transaction(found[0], readonly=True) as tx:
            return Client(found[0], GATEWAY, "gateway", None) if await module_on(tx, "tak") else None

    def _wake(self, key: str) -> None:
        """Records of an organisation changed; `<organisation> <bucket>`, or everything."""
        organisation = key.partition(" ")[0]
        for picture in self.pictures.values():
            if key == "*" or str(picture.organisation) == organisation:
                picture.changed()
        for link in self.links:
            if key == "*" or str(link.client.organisation) == organisation:
                link.wake()

    def _end(self, client: str) -> None:
        for link in list(self.links):
            if client in ("*", str(link.client.id)):
                link.cut()


DOOR: Final = Service("tak", Door)

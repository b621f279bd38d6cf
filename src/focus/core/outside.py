"""Calling an address that an organisation gave: on the internet, and hosts that the operator lists.

Whatever answers on loopback or in a private network is reached only where the operator said so. It is looked
at once more when the name is resolved, so that a name cannot lead elsewhere later; no redirect is followed.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

PATIENCE_S: Final = 20
_NAME: Final = re.compile(r"(?=.{1,253}$)([a-z0-9_-]{1,63}\.)+[a-z0-9_-]{1,63}", re.ASCII)
_NUMBER: Final = re.compile(r"[0-9]+|0x[0-9a-f]*", re.ASCII)
_TRANSLATED: Final = ipaddress.IPv6Network("64:ff9b::/96")
"""Where IPv6 leads to an IPv4 address (RFC 6052)."""
_UNICAST: Final = ipaddress.IPv6Network("2000::/3")
"""All of IPv6 that is the internet."""


class NotAllowed(Exception):
    """An address that may not be called."""


class NotReached(Exception):
    """Nobody answered; its words are the kind of failure and hold nothing of the address."""


@dataclass(frozen=True)
class Outside:
    """What may be called from here.

    `listed`: hosts (`gis.zone.example`) that may lie in a private network, reached by https; a whole origin
    (`http://127.0.0.1:8090`) may be called as it stands. `only_listed`: nothing else.
    """

    listed: frozenset[str] = frozenset()
    only_listed: bool = False

    @classmethod
    def of(cls, hosts: str, *, only_listed: bool = False) -> Outside:
        """From an operator's setting: hosts and origins, separated by commas."""
        found = frozenset(one.strip().lower() for one in hosts.split(",") if one.strip())
        return cls(found, only_listed)

    def allows(self, address: str) -> bool:
        """Whether it may be called, as far as the address itself says."""
        place = _parts(address)
        if place is None:
            return False
        if f"{place.scheme}://{place.netloc}".lower() in self.listed:
            return True
        host = (place.hostname or "").lower()
        if place.scheme != "https" or not host:
            return False
        if host in self.listed:
            return True
        return not self.only_listed and _public(host)

    async def post(self, address: str, body: bytes, headers: Mapping[str, str]) -> int:
        """The status that was answered; what else was answered is not read. Raises NotAllowed, NotReached."""
        status, _ = await self.ask("POST", address, headers, body=body, most=0)
        return status

    async def ask(
        self,
        method: str,
        address: str,
        headers: Mapping[str, str],
        *,
        body: bytes | None = None,
        most: int,
        seconds: float = PATIENCE_S,
    ) -> tuple[int, bytes]:
        """Status and at most `most` octets of the answer. Raises NotAllowed, NotReached."""
        if not self.allows(address):
            raise NotAllowed
        connector = aiohttp.TCPConnector(resolver=self._resolver(address))
        timeout = aiohttp.ClientTimeout(total=seconds)
        try:
            async with (
                aiohttp.ClientSession(connector=connector, trust_env=False, timeout=timeout) as http,
                http.request(method, address, data=body, headers=headers, allow_redirects=False) as reply,
            ):
                return reply.status, await reply.content.read(most) if most else b""
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as failure:
            if isinstance(failure.__cause__, _Private):
                raise NotAllowed from None
            raise NotReached(type(failure).__qualname__) from None

    def _resolver(self, address: str) -> AbstractResolver:
        """What the operator lists may lie anywhere."""
        place = urlsplit(address)
        origin, host = f"{place.scheme}://{place.netloc}".lower(), (place.hostname or "").lower()
        return ThreadedResolver() if origin in self.listed or host in self.listed else _PublicOnly()


class _Private(OSError):
    """A name that leads into a private network."""


class _PublicOnly(AbstractResolver):
    """Resolves names to addresses of the internet only."""

    def __init__(self) -> None:
        self._names = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._names.resolve(host, port, family)
        if not all(_global(one["host"]) for one in found):
            raise _Private
        return found

    async def close(self) -> None:
        await self._names.close()


def _parts(address: str) -> SplitResult | None:
    """None for what is no plain address: without name or password in it, in letters that are written one way.

    Other alphabets are refused: what the caller makes of them (`㉑` is 21) may be another host than this.
    """
    try:
        place = urlsplit(address)
        _ = place.port
    except ValueError:
        return None
    plain = address.isascii() and address.isprintable() and not any(one in address for one in "\\ ")
    return place if plain and "@" not in place.netloc else None


def _public(host: str) -> bool:
    """A name, which is looked at when it is resolved, or an address of the internet."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return bool(_NAME.fullmatch(host)) and not _NUMBER.fullmatch(host.rpartition(".")[2])
    return _global(host)


def _global(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = _inner(found)
        if inner is None:
            return found in _UNICAST and found.is_global
        found = inner
    return found.is_global and not found.is_multicast


def _inner(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address to which it leads, if to one."""
    if address in _TRANSLATED:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)

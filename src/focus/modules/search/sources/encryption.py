"""Off loopback a source is reached over TLS that is verified; anything else must be written as `insecure`."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

from focus.modules.search.sources.checking import Fault
from focus.modules.search.sources.settings import SettingMissing, Settings

if TYPE_CHECKING:
    from focus.modules.search.sources.config import SourceConfig

_LEFT_OPEN: Final = frozenset({"disable", "allow", "prefer"})
SAY: Final = "if that must be, write insecure = true"


def plain_places(config: SourceConfig, settings: Settings) -> Iterator[Fault]:
    """Where a source would be talked to in the clear, or with whoever answers; none when it may be."""
    if config.insecure:
        return
    try:
        yield from _plain(config, settings)
    except (SettingMissing, OSError, ValueError):
        return  # what is missing is told where it is missing


def _plain(config: SourceConfig, settings: Settings) -> Iterator[Fault]:
    if config.sql:
        dsn = settings.fill(config.sql.dsn)
        mode = parse_qs(urlsplit(dsn).query).get("sslmode", [""])[-1]
        if mode in _LEFT_OPEN and not _near(dsn):
            yield Fault("sql.dsn", f"sslmode={mode} lets the connection be read; {SAY}")
    if config.ldap and not config.ldap.starttls:
        url = urlsplit(settings.fill(config.ldap.url))
        if url.scheme == "ldap" and not loopback(url.hostname or ""):
            yield Fault("ldap.url", f"ldap:// is not encrypted: ldaps:// or starttls = true; {SAY}")
    for path, address in _over_http(config):
        if readable(settings.fill(address)):
            yield Fault(path, f"http:// can be read and changed on the way: https://; {SAY}")


def _over_http(config: SourceConfig) -> Iterator[tuple[str, str]]:
    if config.rest:
        yield "rest.base", config.rest.base
    if config.soap:
        yield "soap.address", config.soap.address
    if config.listed:
        yield "list.url", config.listed.url
    if config.access.token:
        yield "access.token.address", config.access.token.address


def readable(address: str) -> bool:
    """Whether an address over HTTP is neither this machine nor encrypted."""
    place = urlsplit(address)
    return place.scheme == "http" and not loopback(place.hostname or "")


def tls_wanted(dsn: str, *, insecure: bool) -> bool:
    """Whether a database must show a certificate that is verified."""
    return not insecure and not _near(dsn)


def loopback(host: str) -> bool:
    """Whether a host is this machine; a folder is the place of a socket on it."""
    if host == "localhost" or host.startswith("/"):
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _near(dsn: str) -> bool:
    """Whether every host of a DSN is this machine."""
    parts = urlsplit(dsn)
    asked = [host for given in parse_qs(parts.query).get("host", []) for host in given.split(",")]
    place = parts.netloc.rpartition("@")[2]
    hosts = asked or [_host(each) for each in place.split(",") if each]
    return bool(hosts or not place) and all(map(loopback, hosts))


def _host(place: str) -> str:
    return place[1 : place.index("]")] if place.startswith("[") and "]" in place else place.partition(":")[0]

"""One aiohttp session for all sources of an event loop."""

from __future__ import annotations

import asyncio
from weakref import WeakKeyDictionary

import aiohttp

_sessions: WeakKeyDictionary[asyncio.AbstractEventLoop, SharedSession] = WeakKeyDictionary()


class SharedSession:
    """Counts its users; the last one closes it."""

    def __init__(self) -> None:
        connector = aiohttp.TCPConnector(limit=0, ttl_dns_cache=60, keepalive_timeout=15)
        self.session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=None),
            skip_auto_headers=("User-Agent", "Content-Type"),
            headers={"User-Agent": "FOCUS", "Accept": "application/json"},
            requote_redirect_url=False,
        )
        self.users = 0


def enter() -> SharedSession:
    """The session of the running loop; `leave` it once."""
    loop = asyncio.get_running_loop()
    shared = _sessions.get(loop)
    if shared is None or shared.session.closed:
        shared = _sessions[loop] = SharedSession()
    shared.users += 1
    return shared


async def leave(shared: SharedSession) -> None:
    """Closes all connections when nobody uses it any more."""
    shared.users -= 1
    if shared.users <= 0:
        await shared.session.close()

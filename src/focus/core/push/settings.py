"""What the operator sets about waking phones."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

import msgspec

KNOWN: Final = (
    "fcm.googleapis.com,updates.push.services.mozilla.com,.push.services.mozilla.com,"
    ".notify.windows.com,web.push.apple.com"
)


class PushOperator(msgspec.Struct, frozen=True, kw_only=True):
    """Which push services may be spoken to, and as whom."""

    services: str = KNOWN
    """Hosts, separated by commas; one that begins with a dot stands for all below it. `none`: no phone is
    woken. A whole origin (`http://127.0.0.1:8090`) is for tests."""
    contact: str = "mailto:operator@focus.example"
    """Whom a push service writes to when we trouble it; mailto: or https:."""

    @property
    def on(self) -> bool:
        """Whether phones are woken at all."""
        return bool(self._services)

    @property
    def _services(self) -> list[str]:
        return [one.strip() for one in self.services.split(",") if one.strip() not in ("", "none")]

    def allows(self, endpoint: str) -> bool:
        """Whether an address that a browser gave is one of a known service: nothing else is ever called."""
        try:
            address = urlsplit(endpoint)
            port = address.port
        except ValueError:
            return False
        host = address.hostname or ""
        if f"{address.scheme}://{address.netloc}" in self._services:
            return True
        if address.scheme != "https" or port not in (None, 443) or address.username is not None:
            return False
        return any(host == one or (one.startswith(".") and host.endswith(one)) for one in self._services)

"""What an organisation and the operator set about outgoing messages."""

from __future__ import annotations

from typing import Annotated

import msgspec

from focus.core.outside import Outside


class WebhooksSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Outgoing messages, per organisation."""

    delivery_days: Annotated[int, msgspec.Meta(ge=1, le=366)] = 30
    """So many days after a message was taken, given up or dropped it is erased."""


class WebhooksOperator(msgspec.Struct, frozen=True, kw_only=True):
    """Of the installation."""

    hosts: str = ""
    """Hosts in private networks that may be told, by https, separated by commas. A whole origin
    (`http://127.0.0.1:8090`) is for tests."""
    only_hosts: bool = False
    """Nothing but these hosts may be told, the internet neither."""

    @property
    def outside(self) -> Outside:
        """What may be called."""
        return Outside.of(self.hosts, only_listed=self.only_hosts)

"""When and by whom a record is looked at: the only things that rules know beside the record."""

from __future__ import annotations

from datetime import date, datetime

import msgspec


class User(msgspec.Struct, frozen=True, kw_only=True):
    """`user` in rules."""

    id: str
    name: str
    unit: str = ""
    roles: tuple[str, ...] = ()


class Circumstances(msgspec.Struct, frozen=True, kw_only=True):
    """`now` (aware), `today` (in Brussels) and `user`. The caller says both: nothing here reads a clock."""

    now: datetime
    today: date
    user: User

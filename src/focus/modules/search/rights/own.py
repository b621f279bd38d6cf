"""What an organisation itself lets be seen of sources: less than they allow, never more.

A right of its own is decided by the same policy as a source's, and a field is shown only where each right
that names it says so: one more right can only take away.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import msgspec

from focus.core.caching import ScopedCache
from focus.core.organisations.public import TOPIC
from focus.modules.search.sources.rights import Right
from focus.modules.search.vocabulary import FACTS

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform

KEPT_S = 5.0
"""How long a change may take to count where its wake-up is lost."""

Code = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]


class OwnRight(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """These fields are shown only to who has all of it, whatever their source allows."""

    fields: Annotated[tuple[Code, ...], msgspec.Meta(min_length=1, max_length=1_000)]
    sources: tuple[Code, ...] = ("*",)
    """Names; `*`: of every source."""
    purposes: tuple[Code, ...] = ("*",)
    functions: tuple[Code, ...] = ("*",)
    needs: str = ""
    """A permission."""

    def __post_init__(self) -> None:
        unknown = sorted(set(self.fields) - FACTS.keys())
        if unknown:
            raise ValueError(f"no field of the vocabulary: {', '.join(unknown)}")

    def of(self, source: str) -> Right | None:
        """As it bears on one source."""
        if not {"*", source}.intersection(self.sources):
            return None
        return Right(
            fields=list(self.fields), purposes=self.purposes, functions=self.functions, needs=self.needs
        )


Reading = Callable[["Transaction"], Awaitable[tuple[OwnRight, ...]]]
"""How they are read in an organisation's scope."""


class OwnRights:
    """The rights of each organisation, as this process last read them."""

    def __init__(self, platform: Platform, read: Reading) -> None:
        self._database = platform.database
        self._read = read
        self._kept: ScopedCache[None, tuple[OwnRight, ...]] = ScopedCache(platform.bus, TOPIC, seconds=KEPT_S)

    async def of(self, organisation: UUID) -> tuple[OwnRight, ...]:
        """Those in force. What cannot be read is not taken for nothing: then nothing is asked."""

        async def read() -> tuple[OwnRight, ...]:
            async with self._database.transaction(organisation, readonly=True) as tx:
                return await self._read(tx)

        return await self._kept.get(organisation, None, read)


def bearing_on(source: str, own: Iterable[OwnRight]) -> list[Right]:
    """An organisation's rights, as far as they bear on one source."""
    return [right for one in own if (right := one.of(source))]

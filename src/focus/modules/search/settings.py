"""What an organisation sets about Search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from focus.core.organisations.public import settings_of
from focus.modules.search.rights.own import OwnRight

if TYPE_CHECKING:
    from focus.core.database import Transaction


class SearchSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Search, per organisation."""

    recent_questions: bool = True
    """Offers an officer his own last questions below the field; his own lookups stay readable to him."""
    rights: tuple[OwnRight, ...] = ()
    """Fields of sources that not every purpose and function of the organisation may see; only less than the
    sources allow, never more."""


async def own_rights(tx: Transaction) -> tuple[OwnRight, ...]:
    """The organisation's own rights, as it has set them."""
    return (await settings_of(tx, "search", SearchSettings)).rights

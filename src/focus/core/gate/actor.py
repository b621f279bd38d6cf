"""The first argument of every action and view."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from focus.core import clock
from focus.core.feed import Saves
from focus.core.gate.principal import Principal

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate.platform import Platform
    from focus.core.log import PurposeStamp
    from focus.core.registry import Synced


@dataclass(slots=True)
class Actor:
    """A principal at work inside one transaction in the scope of its organisation."""

    principal: Principal
    tx: Transaction
    platform: Platform
    purpose: PurposeStamp | None = None
    """Under which this call happens, where the operation found one: its log entry carries it."""
    facts: dict[str, Any] = field(default_factory=dict)
    at: datetime = field(default_factory=clock.now)
    """When it was done: earlier than now where a phone was without network."""
    saves: Saves = field(init=False)

    def __post_init__(self) -> None:
        self.saves = Saves(self.tx)

    @property
    def organisation(self) -> UUID:
        """The organisation in whose scope everything happens."""
        return self.principal.organisation_id

    @property
    def person(self) -> UUID:
        """The person who acts."""
        return self.principal.person_id

    @property
    def language(self) -> str:
        """The person's own language."""
        return self.principal.language

    def log_extra(self, **facts: Any) -> None:
        """Add facts to the log entry of this call."""
        self.facts.update(facts)

    async def hold(self, kind: Synced, *ids: UUID) -> dict[UUID, int]:
        """Lock records that phones hold, before anything of them is read; their versions."""
        return await self.saves.hold(kind, *ids)

    def save(self, kind: Synced, record: Any) -> None:
        """Phones are to have this record so; written with the action, in its transaction."""
        self.saves.save(kind, record)

    def gone(self, kind: Synced, id: UUID) -> None:  # noqa: A002
        """No phone keeps this record."""
        self.saves.gone(kind, id)

"""The first argument of every action and view."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from focus.core.gate.principal import Principal

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate.platform import Platform
    from focus.core.log import PurposeStamp


@dataclass(slots=True)
class Actor:
    """A principal at work inside one transaction in the scope of its organisation."""

    principal: Principal
    tx: Transaction
    platform: Platform
    purpose: PurposeStamp | None = None
    """Under which this call happens, where the operation found one: its log entry carries it."""
    facts: dict[str, Any] = field(default_factory=dict)

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

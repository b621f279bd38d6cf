"""Making a lookup: its ways, who is asked, its merger and its judge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from focus.core.gate import Principal
from focus.core.log import PurposeStamp
from focus.modules.search.cards import Role
from focus.modules.search.engine import Engine
from focus.modules.search.lookups.intake import Intake
from focus.modules.search.lookups.requests import FromCard
from focus.modules.search.lookups.run import LookupRun
from focus.modules.search.lookups.ways import Way, joined, kinds_of
from focus.modules.search.merging import Merger
from focus.modules.search.merging.pivots import Offer
from focus.modules.search.questions import Reading
from focus.modules.search.verdict import Judge


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes lookups of one process."""

    engine: Engine
    ranks: Mapping[str, int]
    """Registers of record first: 0 before 1."""
    many: frozenset[str] = frozenset()
    """Facts declared by sources of which a card may say several."""

    def lookup(
        self,
        *,
        id: UUID,  # noqa: A002
        principal: Principal,
        stamp: PurposeStamp,
        question: str,
        ways: Sequence[Way],
        intake: Intake,
        unasked: Sequence[Reading] = (),
        from_card: FromCard | None = None,
        asked_at: datetime | None = None,
        check: Role | Literal[""] = "",
    ) -> LookupRun:
        """A lookup that is not in the log yet and asks nobody. `unasked`: plausible readings left out."""
        choice = joined([way.choice for way in ways])
        judge = Judge(
            expected={source.name: source.matters for source in choice.shown if source.state == "asked"},
            closed=choice.closed,
        )
        if unasked:
            judge.leave_unasked(kinds_of(unasked))
        return LookupRun(
            id=id,
            principal=principal,
            purpose=stamp,
            question=question,
            ways=ways,
            choice=choice,
            merger=Merger(offer=Offer(ways[0].reading, choice.reachable), ranks=self.ranks, many=self.many),
            judge=judge,
            engine=self.engine,
            intake=intake,
            from_card=from_card,
            asked_at=asked_at,
            check=check,
        )

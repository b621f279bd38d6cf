"""Which sources are asked: those that take the question, are open to the purpose, and to this officer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from focus.core.gate import Policy, Principal, Switches
from focus.core.purposes.public import Purpose
from focus.modules.search.cards import AskedSource
from focus.modules.search.merging.pivots import NARROWED
from focus.modules.search.questions import KINDS, VALUES, Kind, Reading
from focus.modules.search.rights.own import OwnRight, bearing_on
from focus.modules.search.rights.redaction import Hidden, hidden_fields
from focus.modules.search.sources.protocol import Source, registered_by

KEPT = 2_000
"""Standings kept in memory; then it starts anew."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The sources to ask and how each source stands as the lookup begins."""

    asked: tuple[Source, ...]
    shown: tuple[AskedSource, ...]
    reachable: Mapping[Kind, frozenset[str]]
    """Question kind → kinds of data that a next question of that kind would reach."""

    def of_those_that_count(self) -> Choice:
        """Only the sources that count for the word."""
        shown = tuple(
            one if one.matters else msgspec.structs.replace(one, state="unsuited") for one in self.shown
        )
        matter = {one.name for one in shown if one.state == "asked"}
        return Choice(tuple(s for s in self.asked if s.config.name in matter), shown, self.reachable)

    def of_registers(self, kind: Kind) -> Choice:
        """Only the sources that register the subjects of this kind of question."""
        names = self.registers(kind)
        shown = tuple(
            one if one.name in names else msgspec.structs.replace(one, state="unsuited") for one in self.shown
        )
        return Choice(tuple(s for s in self.asked if s.config.name in names), shown, self.reachable)

    def registers(self, kind: Kind) -> frozenset[str]:
        """Names of the asked sources that register the subjects of this kind of question."""
        return frozenset(s.config.name for s in self.asked if kind in registered_by(s))

    @property
    def closed(self) -> tuple[str, ...]:
        """Names of those that matter and may not be asked."""
        return tuple(source.name for source in self.shown if source.matters and source.state == "closed")

    def narrowed(self, data: frozenset[str], everything: Mapping[str, frozenset[str]]) -> Choice:
        """Only the sources with some of these kinds of data; `everything`: source → its kinds.

        One that counts and is left out for that stays one without which nothing is green.
        """
        asked = tuple(source for source in self.asked if data & everything[source.config.name])
        shown = tuple(one if data & everything[one.name] else _left_out(one) for one in self.shown)
        return Choice(asked, shown, self.reachable)


@dataclass(frozen=True, slots=True)
class SourceAccess:
    """How every source stands towards one kind of question, one purpose and one kind of officer."""

    sources: tuple[tuple[Source, AskedSource, AskedSource], ...]
    """With how it is shown when it takes the question, and when it does not."""
    reachable: Mapping[Kind, frozenset[str]]


@dataclass(slots=True)
class SourceSelection:
    """Decides by policy and remembers: the same officer asks the same kind of question all day."""

    sources: Sequence[Source]
    policy: Policy
    switches: Switches
    _kept: dict[tuple[object, ...], SourceAccess] = field(default_factory=dict)

    async def choose(
        self, reading: Reading, purpose: Purpose, principal: Principal, *, pivot: str = ""
    ) -> Choice:
        """The choice for one question; a pivot such as `vehicles` asks only those that have such data."""
        choice = self._choose(reading, purpose, principal, await self.seen_by(principal))
        if pivot not in NARROWED:
            return choice
        data = {source.config.name: frozenset(source.config.data) for source in self.sources}
        return choice.narrowed(NARROWED[pivot], data)

    async def seen_by(self, principal: Principal) -> tuple[Source, ...]:
        """The sources that exist for this officer: a list of one organisation does for its own only, and a
        module's source where the module is on."""
        on = await self.switches.modules_on(principal.organisation_id, principal.units)
        return tuple(
            source
            for source in self.sources
            if getattr(source, "organisation", None) in (None, principal.organisation_id)
            and getattr(source, "module", None) in (None, *on)
        )

    def _choose(
        self, reading: Reading, purpose: Purpose, principal: Principal, seen: tuple[Source, ...]
    ) -> Choice:
        """The choice for one question. Whether a source takes it depends on its very words: never kept."""
        opens = frozenset(purpose.opens)
        officer = (principal.function, principal.permissions, principal.language, principal.organisation_id)
        key = (reading.kind, purpose.code, opens, officer, tuple(map(id, seen)))
        standing = self._kept.get(key)
        if standing is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            standing = self._kept[key] = self._stand(reading.kind, purpose.code, opens, principal, seen)
        asked, shown = [], []
        half_seen = "plate_pattern" in reading.facts
        for source, accepted, unsuited in standing.sources:
            suits = source.accepts(reading)
            shown.append(accepted if suits else unable(unsuited) if half_seen else unsuited)
            if suits and accepted.state == "asked":
                asked.append(source)
        return Choice(tuple(asked), tuple(shown), standing.reachable)

    def _stand(
        self,
        kind: Kind,
        purpose: str,
        opens: frozenset[str],
        principal: Principal,
        seen: tuple[Source, ...],
    ) -> SourceAccess:
        stands = []
        reached: dict[Kind, set[str]] = {}
        for source in seen:
            state, reason = self.open_to(source, purpose, opens, principal)
            facts = source.config
            accepted = AskedSource(
                name=facts.name,
                short=facts.short,
                title=getattr(facts.title, principal.language),
                matters=kind in registered_by(source) or (kind in facts.matters and relevant(source, opens)),
                state=state,
                reason=reason,
                language=getattr(facts, "language", "nl"),
            )
            unsuited = msgspec.structs.replace(accepted, state="unsuited", reason="")
            stands.append((source, accepted, unsuited))
            if state == "asked":
                for next_kind in kinds_of(source):
                    reached.setdefault(next_kind, set()).update(facts.data)
        return SourceAccess(tuple(stands), {kind: frozenset(data) for kind, data in reached.items()})

    def hidden(self, purpose: Purpose, principal: Principal, own: Iterable[OwnRight]) -> dict[str, Hidden]:
        """Source → what of its records may not be seen for this purpose by this officer.

        `own`: his organisation's rights, beside those of the sources.
        """
        found: dict[str, Hidden] = {}
        for source in self.sources:
            rights = [*getattr(source.config, "rights", ()), *bearing_on(source.config.name, own)]
            fields = hidden_fields(rights, purpose=purpose.code, principal=principal, policy=self.policy)
            if fields:
                found[source.config.name] = fields
        return found

    def open_to(
        self, source: Source, purpose: str, opens: frozenset[str], principal: Principal
    ) -> tuple[Literal["asked", "closed"], str]:
        """Whether policy lets this officer ask this source for this purpose, and if not why."""
        facts = source.config
        decision = self.policy.decide(
            action="ask",
            principal=(principal.function, principal.permissions),
            resource=(
                ("purposes", frozenset(facts.purposes)),
                ("data", frozenset(facts.data)),
                ("needs", facts.needs),
            ),
            context=(("purpose", purpose), ("opens", opens)),
        )
        if decision.allowed:
            return "asked", ""
        permitted = not facts.needs or facts.needs in principal.permissions
        return "closed", "purpose" if permitted else "function"


def _left_out(source: AskedSource) -> AskedSource:
    if source.matters and source.state == "asked":
        return msgspec.structs.replace(source, state="closed", reason="step")
    return source if source.state == "closed" else msgspec.structs.replace(source, state="unsuited")


def unable(unsuited: AskedSource) -> AskedSource:
    """A source that matters and cannot look for a plate that was half seen: nothing is green without it."""
    if not unsuited.matters:
        return unsuited
    return msgspec.structs.replace(unsuited, state="closed", reason="pattern")


def relevant(source: Source, opens: frozenset[str]) -> bool:
    """Whether a purpose opens all the data of a source: else it has no say in the verdict for that purpose.

    A source whose data are relevant and that is closed all the same keeps the verdict from green
    (docs/decisions/0023-what-the-word-means.md).
    """
    return "*" in opens or opens.issuperset(source.config.data)


def kinds_of(source: Source) -> tuple[Kind, ...]:
    """The kinds of question that a source takes when everything it may ask about is known."""
    probes = (
        Reading(kind=kind, normal="", facts=dict.fromkeys(VALUES[kind] - {"country"}, "1")) for kind in KINDS
    )
    return tuple(probe.kind for probe in probes if source.accepts(probe))

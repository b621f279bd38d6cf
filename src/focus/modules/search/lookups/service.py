"""Asking: purpose resolved, entry in the log committed, then sources asked; and what comes after."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.errors import Problem
from focus.core.gate import Platform, Principal, Service
from focus.core.log import AlreadyLogged, LogUnavailable, PurposeStamp
from focus.core.purposes.public import (
    Purpose,
    PurposeBook,
    TaskUnknown,
)
from focus.modules.search.cards import Opened, PurposeShown
from focus.modules.search.engine import Engine, FanOut
from focus.modules.search.hints.holding import Holding
from focus.modules.search.hints.merge_hints import MergeHints
from focus.modules.search.lookups import log_entries
from focus.modules.search.lookups.account import disclosure
from focus.modules.search.lookups.checks import Checks
from focus.modules.search.lookups.disclosures import Disclosures
from focus.modules.search.lookups.intake import Intake
from focus.modules.search.lookups.later import check_asked_at, parts_of
from focus.modules.search.lookups.making import Maker
from focus.modules.search.lookups.problems import (
    AlreadyAnswered,
    NoSources,
    NoSuchReading,
    TaskEnded,
    Unreadable,
)
from focus.modules.search.lookups.registry import LookupRegistry
from focus.modules.search.lookups.requests import Ask, FromCard
from focus.modules.search.lookups.run import DEADLINE_S, LookupRun
from focus.modules.search.lookups.selection import Choice, SourceSelection
from focus.modules.search.lookups.sessions import SessionWatch
from focus.modules.search.lookups.stream import LookupStream
from focus.modules.search.lookups.ways import MOST, Way, plausible_too
from focus.modules.search.lookups.wording import wording
from focus.modules.search.merging import Owed
from focus.modules.search.questions import Kind, Reading, Understood
from focus.modules.search.rights.own import OwnRights
from focus.modules.search.rights.redaction import Hidden
from focus.modules.search.sources.protocol import Source, registered_by
from focus.modules.search.understanding import reading_as, understand
from focus.modules.search.understanding.known import NOTHING_KNOWN, Known

log = logging.getLogger(__name__)

LAST_WORDS_S: Final = 2.0
"""How long an ending server waits for the entries of what it was still asking."""


@dataclass(slots=True)
class Search:
    """The search of one process: its sources, its engine, its lookups."""

    platform: Platform
    sources: tuple[Source, ...]
    engine: Engine
    selection: SourceSelection
    lookups: LookupRegistry
    purposes: PurposeBook
    disclosures: Disclosures
    watch: SessionWatch
    hints: MergeHints
    rights: OwnRights
    maker: Maker
    known: Known = NOTHING_KNOWN
    """By what questions are read: the address register's streets."""
    tasks: set[asyncio.Task[Any]] = field(default_factory=set)

    @property
    def registers_of_persons(self) -> frozenset[str]:
        """Names of the sources that register people by their national number."""
        return frozenset(s.config.name for s in self.sources if "national_number" in registered_by(s))

    async def ask(self, principal: Principal, ask: Ask) -> LookupStream:
        """The lines of a lookup; nothing is shown or asked before its entry is in the log."""
        understood = understand(ask.question, known=self.known)
        try:
            check_asked_at(ask.asked_at)
            reading = chosen_reading(ask, understood)
            stamp, purpose = await self._purpose(principal, ask)
            choice = await self._choice(reading, purpose, principal, ask)
        except Problem as refusal:
            await self.refused(principal, refusal, log_entries.question_refused(ask))
            raise
        ways, unasked = [Way(reading, choice)], list[Reading]()
        if ask.reading is None and ask.from_card is None:
            others, unasked = await self._others(reading, understood, purpose, principal)
            ways += others
        lookup = self.maker.lookup(
            id=ask.id,
            principal=principal,
            stamp=stamp,
            question=ask.question,
            ways=ways,
            unasked=unasked,
            intake=await self._intake(purpose, principal),
            from_card=ask.from_card,
            asked_at=ask.asked_at,
        )
        self._owing(lookup, purpose)
        same = self.lookups.join(lookup.id, lookup.sameness, principal)
        if same:
            await asyncio.shield(same.opening)
            return same.listen()
        return await self._open(lookup, self._opened(lookup, purpose, understood))

    async def hidden(self, purpose: Purpose, principal: Principal) -> dict[str, Hidden]:
        """Source → what of its records may not be seen for this purpose by this officer."""
        own = await self.rights.of(principal.organisation_id)
        return self.selection.hidden(purpose, principal, own)

    async def _purpose(self, principal: Principal, ask: Ask) -> tuple[PurposeStamp, Purpose]:
        code, reference, reason = parts_of(ask.purpose)
        resolve = partial(self.purposes.resolve, principal, code=code, reference=reference, reason=reason)
        try:
            return await resolve(task=ask.task)
        except TaskUnknown:
            if ask.asked_at is None:
                raise
            raise TaskEnded from None

    async def _choice(self, reading: Reading, purpose: Purpose, principal: Principal, ask: Ask) -> Choice:
        pivot = ask.from_card.pivot if ask.from_card else ""
        choice = await self.selection.choose(reading, purpose, principal, pivot=pivot)
        if not choice.asked:
            closed = [source.name for source in choice.shown if source.state == "closed"]
            raise NoSources(params={"kind": reading.kind}, extra={"closed": closed})
        return choice

    async def _others(
        self, reading: Reading, understood: Understood, purpose: Purpose, principal: Principal
    ) -> tuple[list[Way], list[Reading]]:
        """Other plausible readings, put only to the sources that count; and those that are left out."""
        ways, unasked = list[Way](), list[Reading]()
        for other in plausible_too(reading, understood.readings):
            choice = (await self.selection.choose(other, purpose, principal)).of_those_that_count()
            if choice.asked and len(ways) < MOST - 1:
                ways.append(Way(other, choice))
            else:
                unasked.append(other)
        return ways, unasked

    async def _intake(self, purpose: Purpose, principal: Principal) -> Intake:
        hints = await self.hints.of(principal.organisation_id)
        return Intake(hidden=await self.hidden(purpose, principal), holding=Holding(hints))

    def _owing(self, lookup: LookupRun, purpose: Purpose) -> None:
        """Let a lookup begin the checks that it owes."""
        lookup.owing = Checks(
            purpose=purpose,
            log=self.platform.log,
            disclosures=self.disclosures,
            read=self._reading_of,
            make=self._check,
            keep=self.keep,
            residents=self.registers_of_persons,
        )

    def _reading_of(self, question: str, kind: Kind) -> Reading | None:
        """A question that a card asks, as the kind that it is."""
        return reading_as(question, kind, known=self.known)

    def keep(self, task: asyncio.Task[Any]) -> None:
        """Hold a task until it is done; who ends the server waits for it."""
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _check(
        self, lookup: LookupRun, purpose: Purpose, id_: UUID, one: Owed, reading: Reading
    ) -> LookupRun | None:
        """The lookup of a check: only the sources that count are asked, none but the lookup hears it."""
        choice = await self.selection.choose(reading, purpose, lookup.principal)
        repair = one.role == "repair"
        choice = choice.of_registers(reading.kind) if repair else choice.of_those_that_count()
        if not choice.asked:
            return None
        check = self.maker.lookup(
            id=id_,
            principal=lookup.principal,
            stamp=lookup.purpose,
            question=one.question,
            ways=[Way(reading, choice)],
            intake=await self._intake(purpose, lookup.principal),
            from_card=None if repair else FromCard(lookup=lookup.id, card=one.card, pivot=one.role),
            check="repair" if repair else "owed",
        )
        if not repair:
            self._owing(check, purpose)
        return check

    async def _open(self, lookup: LookupRun, opened: Opened) -> LookupStream:
        """Commit the entry, then begin. A second tap that comes meanwhile finds the lookup and joins it."""
        self.lookups.add(lookup)
        entry = log_entries.opening(lookup, at=opened.at)
        try:
            await self.platform.log.commit_now(entry)
        except BaseException as failure:
            self.lookups.drop(lookup)
            lookup.running = False
            reason = AlreadyAnswered() if isinstance(failure, AlreadyLogged) else failure
            lookup.opening.set_exception(reason if isinstance(reason, Problem) else LogUnavailable())
            lookup.opening.exception()  # nobody may be waiting for it
            if isinstance(failure, AlreadyLogged):
                raise reason from None
            raise
        lookup.opening.set_result(None)
        lookup.on_end = self._over
        lookup.first_line(opened)
        self.begin(lookup, lookup.choice.asked)
        return lookup.listen()

    def begin(self, lookup: LookupRun, sources: Sequence[Source]) -> None:
        """Ask these sources, about each of its readings that is put to them, and follow what comes."""
        for way in lookup.ways:
            names = {source.config.name for source in way.choice.asked}
            those = [source for source in sources if source.config.name in names]
            if those:
                asking = lookup.put(those, way.reading)
                self.keep(asyncio.create_task(self._follow(lookup, asking), name=f"lookup {lookup.id}"))

    async def _follow(self, lookup: LookupRun, asking: FanOut) -> None:
        """Hear everybody; what happens when all is over, `_over` does."""
        try:
            await lookup.follow(asking)
        except Exception as failure:
            log.error("lookup failed: %s", type(failure).__qualname__)  # noqa: TRY400 - a message may quote

    def _over(self, lookup: LookupRun) -> None:
        """It has ended, however: say in the log what was disclosed."""
        self.lookups.finished(lookup)
        entry = log_entries.entry(
            lookup.principal, log_entries.CLOSED, disclosure(lookup), purpose=lookup.purpose
        )
        self.keep(asyncio.create_task(self.disclosures.write(entry), name=f"disclosure {lookup.id}"))

    def _opened(self, lookup: LookupRun, purpose: Purpose, understood: Understood) -> Opened:
        language = lookup.principal.language
        others = tuple(one for one in understood.readings if not _same(one, lookup.reading))
        return Opened(
            lookup=str(lookup.id),
            at=clock.now(),
            reading=lookup.reading,
            readings=(lookup.reading, *others),
            also=tuple(way.reading.kind for way in lookup.ways[1:]),
            purpose=PurposeShown(
                code=purpose.code,
                title=purpose.titles.get(language) or next(iter(purpose.titles.values()), purpose.code),
                basis=purpose.basis,
                reference=lookup.purpose.reference,
                issuer=lookup.purpose.issuer,
            ),
            deadline_ms=round(DEADLINE_S * 1000),
            sources=lookup.choice.shown,
            words=wording(self.sources, language, seen={one.name for one in lookup.choice.shown}),
        )

    async def refused(self, principal: Principal, refusal: Problem, what: dict[str, Any]) -> None:
        """A refusal is in the log too; when the log is away, that is what the officer is told."""
        if refusal.status < 500:
            what["reason"] = refusal.code
            await self.platform.log.commit_now(log_entries.entry(principal, log_entries.REFUSED, what))
            refusal.logged = True

    async def close(self) -> None:
        """Stop what runs, say so in the log, and let go of every source."""
        await self.watch.close()
        for lookup in self.lookups:
            lookup.stop("stopped")
        self.disclosures.close()
        if self.tasks:
            await asyncio.wait(self.tasks, timeout=LAST_WORDS_S)
        await asyncio.gather(*(source.close() for source in self.sources), return_exceptions=True)


def _same(one: Reading, other: Reading) -> bool:
    return (one.kind, one.normal, one.country) == (other.kind, other.normal, other.country)


def chosen_reading(ask: Ask, understood: Understood) -> Reading:
    """The reading the officer chose, else the likeliest; a slip that is likelier than any is a problem."""
    if ask.reading is not None:
        for reading in understood.readings:
            if reading.kind == ask.reading:
                return reading
        raise NoSuchReading(params={"kind": ask.reading})
    if understood.problems or not understood.readings:
        raise Unreadable(extra=msgspec.to_builtins(understood))
    return understood.readings[0]


SEARCH = Service("search", Search)

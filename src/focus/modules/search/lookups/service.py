"""Asking: purpose resolved, entry in the log committed, then sources asked; and what comes after."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.errors import Problem
from focus.core.gate import Platform, Principal
from focus.core.log import AlreadyLogged, PurposeStamp
from focus.core.purposes.book import PurposeBook
from focus.core.purposes.records import Purpose
from focus.modules.search.cards import Opened, PurposeShown
from focus.modules.search.engine import Engine
from focus.modules.search.lookups import journal
from focus.modules.search.lookups.choosing import Choice, Chooser
from focus.modules.search.lookups.inhand import InHand
from focus.modules.search.lookups.problems import (
    AlreadyAnswered,
    NoSources,
    NoSuchReading,
    Unreadable,
)
from focus.modules.search.lookups.requests import Ask, Retry, Split, SplitDone
from focus.modules.search.lookups.running import DEADLINE_S, Running
from focus.modules.search.merging import Merger
from focus.modules.search.merging.pivots import Offer
from focus.modules.search.questions import Reading, Understood
from focus.modules.search.sources.protocol import Source
from focus.modules.search.understanding import understand
from focus.modules.search.verdict import Judge

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Search:
    """The search of one process: its sources, its engine, its lookups."""

    platform: Platform
    sources: tuple[Source, ...]
    engine: Engine
    chooser: Chooser
    inhand: InHand
    purposes: PurposeBook
    ranks: Mapping[str, int]
    """Registers of record first: 0 before 1."""

    async def ask(self, principal: Principal, ask: Ask) -> AsyncIterator[bytes]:
        """The lines of a lookup; nothing is shown or asked before its entry is in the log."""
        understood = understand(ask.question)
        try:
            reading = chosen_reading(ask, understood)
            stamp, purpose = await self._purpose(principal, ask)
            choice = self._choice(reading, purpose, principal)
        except Problem as refusal:
            await self._refused(principal, ask, refusal)
            raise
        lookup = self._lookup(principal, ask, stamp, reading, choice)
        same = self.inhand.same(lookup.id, lookup.sameness, principal)
        if same:
            return same.listen()
        await self._open(lookup, ask, purpose, understood)
        return lookup.listen()

    async def _purpose(self, principal: Principal, ask: Ask) -> tuple[PurposeStamp, Purpose]:
        given = ask.purpose
        return await self.purposes.resolve(
            principal,
            code=given.code if given else None,
            reference=given.reference if given else None,
            reason=given.reason if given else None,
            task=ask.task,
        )

    def _choice(self, reading: Reading, purpose: Purpose, principal: Principal) -> Choice:
        choice = self.chooser.choose(reading, purpose, principal)
        if not choice.asked:
            closed = [source.name for source in choice.shown if source.state == "closed"]
            raise NoSources(params={"kind": reading.kind}, extra={"closed": closed})
        return choice

    def _lookup(
        self, principal: Principal, ask: Ask, stamp: PurposeStamp, reading: Reading, choice: Choice
    ) -> Running:
        return Running(
            id=ask.id,
            principal=principal,
            purpose=stamp,
            question=ask.question,
            reading=reading,
            choice=choice,
            merger=Merger(offer=Offer(reading, choice.reachable), ranks=self.ranks),
            judge=Judge(
                expected={source.name: source.matters for source in choice.shown if source.state == "asked"},
                closed=choice.closed,
            ),
            engine=self.engine,
        )

    async def _open(self, lookup: Running, ask: Ask, purpose: Purpose, understood: Understood) -> None:
        """Commit the entry, then begin. A second tap that comes meanwhile finds the lookup and joins it."""
        begun = asyncio.Event()
        lookup.task = asyncio.create_task(self._run(lookup, begun), name=f"lookup {lookup.id}")
        self.inhand.add(lookup)
        try:
            await self.platform.log.commit_now(self._opening(lookup, ask))
        except BaseException as failure:
            lookup.never_began()
            self.inhand.drop(lookup)
            if isinstance(failure, AlreadyLogged):
                raise AlreadyAnswered from None
            raise
        lookup.first_line(self._opened(lookup, purpose, understood))
        begun.set()

    async def _run(self, lookup: Running, begun: asyncio.Event) -> None:
        """Ask everybody, and say in the log what was disclosed, however it ended."""
        await begun.wait()
        try:
            await lookup.ask(lookup.choice.asked)
        except asyncio.CancelledError:
            pass
        except Exception as failure:
            log.error("lookup failed: %s", type(failure).__qualname__)  # noqa: TRY400 - a message may quote
            raise
        finally:
            self.inhand.finished(lookup)
            await self._disclosed(lookup)

    async def _disclosed(self, lookup: Running) -> None:
        what = lookup.disclosure()
        entry = journal.entry(lookup.principal, journal.CLOSED, what, purpose=lookup.purpose)
        try:
            await asyncio.shield(self.platform.log.commit_now(entry))
        except Problem as problem:
            log.error("no disclosure entry for a lookup: %s", problem.code)  # noqa: TRY400

    def _opening(self, lookup: Running, ask: Ask) -> Any:
        what: dict[str, Any] = {
            "question": ask.question,
            "kind": lookup.reading.kind,
            "normal": lookup.reading.normal,
            "asked": [source.config.name for source in lookup.choice.asked],
            "closed": [source.name for source in lookup.choice.shown if source.state == "closed"],
        }
        if ask.from_card:
            what["from_card"] = journal.plain(ask.from_card)
        return journal.entry(lookup.principal, journal.OPENED, what, purpose=lookup.purpose, event=lookup.id)

    def _opened(self, lookup: Running, purpose: Purpose, understood: Understood) -> Opened:
        language = lookup.principal.language
        others = tuple(reading for reading in understood.readings if reading.kind != lookup.reading.kind)
        return Opened(
            lookup=str(lookup.id),
            at=clock.now(),
            reading=lookup.reading,
            readings=(lookup.reading, *others),
            purpose=PurposeShown(
                code=purpose.code,
                title=purpose.titles.get(language) or next(iter(purpose.titles.values())),
                basis=purpose.basis,
                reference=lookup.purpose.reference,
            ),
            deadline_ms=round(DEADLINE_S * 1000),
            sources=lookup.choice.shown,
        )

    async def _refused(self, principal: Principal, ask: Ask, refusal: Problem) -> None:
        """A refusal is in the log too; when the log is away, that is what the officer is told."""
        what: dict[str, Any] = {"lookup": str(ask.id), "question": ask.question, "reason": refusal.code}
        if ask.purpose:
            what["purpose"] = ask.purpose.code
        await self.platform.log.commit_now(journal.entry(principal, journal.REFUSED, what))

    async def retry(self, principal: Principal, lookup: UUID, retry: Retry) -> AsyncIterator[bytes]:
        """Ask some sources once more; the lines from then on."""
        found = self.inhand.find(lookup, principal)
        again = [source for source in found.choice.asked if source.config.name in retry.sources]
        if not again or found.running:
            return found.listen(len(found.lines))
        what = {"lookup": str(lookup), "sources": [source.config.name for source in again]}
        await self.platform.log.commit_now(
            journal.entry(principal, journal.RETRIED, what, purpose=found.purpose)
        )
        start, found.running = len(found.lines), True
        found.task = asyncio.create_task(self._again(found, again), name=f"retry {lookup}")
        return found.listen(start)

    async def _again(self, lookup: Running, sources: list[Source]) -> None:
        try:
            await lookup.ask(sources)
        except asyncio.CancelledError:
            pass
        finally:
            await self._disclosed(lookup)

    async def split(self, principal: Principal, split: Split) -> SplitDone:
        """Take a record out of a card for good, within this lookup."""
        found = self.inhand.find(split.lookup, principal)
        what = {"lookup": str(split.lookup), "card": split.card, "record": split.record}
        await self.platform.log.commit_now(
            journal.entry(principal, journal.SPLIT, what, purpose=found.purpose)
        )
        found.merger.split(split.card, split.record)
        changes = found.show()
        verdict = found.judged()
        gone = tuple(card for card, _ in changes.gone)
        return SplitDone(cards=changes.cards, gone=gone, verdict=verdict)

    async def close(self) -> None:
        """Stop what runs and let go of every source."""
        tasks = [lookup.task for lookup in self.inhand.all() if lookup.stop("stopped") and lookup.task]
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(source.close() for source in self.sources), return_exceptions=True)


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

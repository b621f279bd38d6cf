"""Checks that a lookup owes, each a lookup of its own in the log: the holder of a car, those who live there.

They run beside the lookup, inside its deadline, under its purpose; green waits for them.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from uuid import UUID

from msgspec.structs import replace

from focus.core import clock
from focus.core.ids import new_id
from focus.core.log import Log
from focus.core.purposes.public import Purpose
from focus.modules.search.cards import CheckLine, Role, Unrun
from focus.modules.search.lookups import log_entries
from focus.modules.search.lookups.account import disclosure
from focus.modules.search.lookups.disclosures import Disclosures
from focus.modules.search.lookups.run import LookupRun
from focus.modules.search.merging import OWED, SOMEBODY, Owed
from focus.modules.search.questions import Kind, Reading
from focus.modules.search.understanding.repairs import repairs

log = logging.getLogger(__name__)

MOST = 12
"""Residents that are checked by themselves, and whole plates that a half seen one may be."""
MOST_ON_TAP = 60
"""Residents that are checked when an officer asks for all of them."""

Make = Callable[[LookupRun, Purpose, UUID, Owed, Reading], Awaitable[LookupRun | None]]
Read = Callable[[str, Kind], Reading | None]


@dataclass(slots=True)
class Checks:
    """The checks of one lookup; begins each once."""

    purpose: Purpose
    log: Log
    disclosures: Disclosures
    read: Read
    """Text and kind of a question → its reading."""
    make: Make
    """A check's own lookup, not yet in the log; None where no source may be asked."""
    keep: Callable[[asyncio.Task[None]], None]
    """Holds a task until it is done."""
    residents: Collection[str]
    """Sources whose persons at an address live there."""
    _begun: dict[tuple[str, str], str] = field(default_factory=dict)
    """What is asked → the check's id."""
    _lines: dict[str, CheckLine] = field(default_factory=dict)
    _nobody: str = ""
    _repaired: bool = False
    _many: str = ""
    _most: int = field(default_factory=lambda: MOST)

    def look(self, lookup: LookupRun) -> None:
        """Cards changed: begin what they owe, where it is clear who is meant.

        Who lives at an address is told by registers of persons too, though that of addresses be closed.
        """
        owed = self._owed(lookup) if not lookup.ending else ()
        new = [one for one in owed if one.what not in self._begun]
        if new and len(self._begun) + len(new) > self._most:
            self._too_many(lookup, new[0], len(owed))
            return
        if new and self._nobody:
            lookup.judge.forgive(self._nobody)
            self._nobody = ""
        for one in new:
            self._begin(lookup, one)

    def _owed(self, lookup: LookupRun) -> tuple[Owed, ...]:
        kind, subjects = lookup.reading.kind, lookup.subjects.cards
        if pattern := lookup.reading.facts.get("plate_pattern"):
            return lookup.merger.plates([card for cards in subjects for card in cards], pattern)
        if kind not in OWED or len(subjects) > 1 or (not subjects and kind != "address"):
            return ()
        box = lookup.reading.facts.get("box", "")
        return lookup.merger.owed(subjects[0] if subjects else (), kind, self.residents, box=box)

    def residents_wait(self, lookup: LookupRun) -> bool:
        """Whether there are residents who were too many to be checked, and few enough for a tap."""
        return bool(self._many) and len(self._owed(lookup)) <= MOST_ON_TAP

    def all_residents(self, lookup: LookupRun) -> None:
        """Check every resident, each as a lookup of its own."""
        lookup.judge.forgive(self._many)
        self._many, self._most = "", MOST_ON_TAP
        self.look(lookup)

    def lost(self, lookup: LookupRun, names: Collection[str]) -> list[str]:
        """Ids of the checks in which one of these sources was missing."""
        if lookup.verdict is None:
            return []
        lost = {one.check for one in lookup.verdict.missing if one.source in names}
        return [id_ for id_ in self._begun.values() if id_ in lost]

    def again(self, lookup: LookupRun, lost: Collection[str]) -> None:
        """Run these checks anew, each as a lookup of its own once more; none while it is being ended."""
        if lookup.ending:
            return
        for what in [what for what, id_ in self._begun.items() if id_ in lost]:
            lookup.judge.forgive(self._begun.pop(what))
        self.look(lookup)

    def settle(self, lookup: LookupRun) -> None:
        """Nobody else will answer: a car has a holder, and where no source names one nobody was checked."""
        kind = lookup.reading.kind
        if "plate_pattern" in lookup.reading.facts:
            self._settle_half_seen(lookup)
            return
        if not lookup.subjects.cards and not lookup.check:
            self._repair(lookup)
        if kind not in SOMEBODY or len(lookup.subjects.cards) != 1 or self._begun:
            return
        if not self._nobody:
            card = lookup.subjects.cards[0][0]
            one = Owed(role=SOMEBODY[kind], card=card, title="", kind=None, question="")
            self._nobody = self._refuse(lookup, one, "unknown")

    def _settle_half_seen(self, lookup: LookupRun) -> None:
        """Each Belgian plate that fits was asked of those who take whole plates only: nothing is open there.

        Where the register knows none that fits, or more than are asked, they stay unasked.
        """
        owed = self._owed(lookup)
        if owed and lookup.reading.country == "B" and all(one.what in self._begun for one in owed):
            lookup.judge.relieve(one.name for one in lookup.choice.shown if one.reason == "pattern")

    def _repair(self, lookup: LookupRun) -> None:
        """Nobody knows it: whether a register knows the text with a confused sign put right, an O for a 0."""
        if not self._repaired:
            self._repaired = True
            for reading in repairs(lookup.reading):
                normal = reading.normal
                right = Owed(role="repair", card="", title=normal, kind=reading.kind, question=normal)
                self._start(lookup, right, reading)

    def _too_many(self, lookup: LookupRun, one: Owed, count: int) -> None:
        if not self._many and one.role != "plate":
            many = Owed(role="residents", card=one.card, title=str(count), kind=None, question="")
            self._many = self._refuse(lookup, many, "many")

    def _begin(self, lookup: LookupRun, one: Owed) -> None:
        what = one.what
        reading = self.read(one.question, one.kind) if one.kind else None
        if reading is None:
            self._begun[what] = self._refuse(lookup, one, "form")
            return
        line = self._start(lookup, one, reading)
        self._begun[what] = line.id
        lookup.judge.owe(line.id)
        lookup.say(line)

    def _start(self, lookup: LookupRun, one: Owed, reading: Reading) -> CheckLine:
        id_ = new_id()
        lookup.checks[str(id_)] = None
        line = self._lines[str(id_)] = _line(str(id_), one, reading.kind)
        self.keep(asyncio.create_task(self._run(lookup, id_, one, reading), name=f"check {id_}"))
        return line

    async def _run(self, lookup: LookupRun, id_: UUID, one: Owed, reading: Reading) -> None:
        """In the log, then asked; whatever becomes of it, the lookup hears that it is over."""
        key = str(id_)
        check: LookupRun | None = None
        try:
            check = await self.make(lookup, self.purpose, id_, one, reading)
            if check is None:
                self._unrun(lookup, key, "purpose")
                return
            await self.log.commit_now(log_entries.opening(check, at=clock.now()))
            check.opening.set_result(None)
            lookup.checks[key] = check
            await self._ask(lookup, check)
        except Exception as failure:
            log.error("a check failed: %s", type(failure).__qualname__)  # noqa: TRY400 - a message may quote
            if check is None or not check.opening.done():
                self._unrun(lookup, key, "log")
        finally:
            lookup.check_over(key)
        if check is not None and check.opening.done():
            what = disclosure(check)
            entry = log_entries.entry(check.principal, log_entries.CHECK_CLOSED, what, purpose=check.purpose)
            await self.disclosures.write(entry)

    async def _ask(self, lookup: LookupRun, check: LookupRun) -> None:
        def heard(check: LookupRun) -> None:
            verdict = check.verdict
            line = self._lines[str(check.id)]
            if verdict is None or lookup.forgotten:
                return
            if line.role == "repair":
                if verdict.final and check.subjects.identified:
                    lookup.say(replace(line, word="who", final=True))
                return
            line = self._lines[line.id] = _said(line, check)
            lookup.check_changed(check, line)

        over = asyncio.Event()

        def ended(_: LookupRun) -> None:
            over.set()

        check.parent, check.on_end = heard, ended
        asking = check.put(check.choice.asked, check.reading, deadline_s=lookup.left_s)
        if lookup.ending:
            check.stop(lookup.ending)
        await check.follow(asking)
        await over.wait()  # for its own checks too

    def _refuse(self, lookup: LookupRun, one: Owed, why: Unrun) -> str:
        key = str(new_id())
        self._lines[key] = _line(key, one, one.kind or lookup.reading.kind)
        self._unrun(lookup, key, why)
        return key

    def _unrun(self, lookup: LookupRun, key: str, why: Unrun) -> None:
        if self._lines[key].role == "repair":
            return
        line = self._lines[key] = replace(self._lines[key], why=why, final=True)
        lookup.check_refused(line)


def _line(key: str, one: Owed, kind: Kind) -> CheckLine:
    role: Role = "repair" if one.role == "repair" else "owed"
    return CheckLine(
        id=key, role=role, pivot=one.role, card=one.card, title=one.title, question=one.question, asks=kind
    )


def _said(line: CheckLine, check: LookupRun) -> CheckLine:
    verdict = check.verdict
    assert verdict is not None
    return replace(
        line,
        level=verdict.level,
        word=verdict.word,
        answered=verdict.answered,
        expected=verdict.expected,
        final=verdict.final,
    )

"""Hears what becomes of each source and check and sees each card; says the verdict when it changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from focus.modules.search.cards import Card, CardWarning, Missing, Reason, State, Unrun, VerdictLine
from focus.modules.search.merging.cards import WORD_ORDER
from focus.modules.search.verdict.word import Findings, word_of

_HEARD: frozenset[State] = frozenset({"answered", "empty"})
_WAITING: frozenset[State] = frozenset({"asked", "slow"})
_UNSURE = frozenset({"who", "not_found"})
_Weight = tuple[bool, int, float, str, str, str]


class Judge:
    """Collects what one lookup's word depends on.

    Let it see the cards of a source before it hears that the source answered: else "nothing" might be said
    for a moment.
    """

    def __init__(self, *, expected: Mapping[str, bool], closed: Collection[str] = ()) -> None:
        """`expected`: each source that is asked → whether it counts; `closed`: those that count and may not
        be asked. A source in both is closed."""
        self._states: dict[str, State] = dict.fromkeys(closed, "closed")
        for name, counts in expected.items():
            if counts:
                self._states.setdefault(name, "asked")
        self._closed = frozenset(closed)
        self._reasons: dict[str, list[tuple[_Weight, Reason]]] = {}
        self._checks: dict[str, VerdictLine | Unrun | None] = {}
        self._unasked: tuple[str, ...] = ()
        self._subjects, self._identified = 0, False
        self._said: VerdictLine | None = None
        self._stale = True
        """Whether something was heard or seen since the verdict was worked out."""

    def record_outcome(self, source: str, state: State) -> None:
        """A source changed its state; the last word counts, also after an answer. Others are no matter."""
        if source not in self._closed and self._states.get(source, state) != state:
            self._states[source] = state
            self._stale = True

    def see(self, changed: Iterable[Card], *, gone: Iterable[str] = ()) -> None:
        """Cards as they now stand, and ids of those that went into others."""
        for lost in gone:
            self._weigh(lost, [])
        for card in changed:
            self._weigh(card.id, list(_reasons_of(card)) if card.warnings else [])

    def identify(self, subjects: int, *, identified: bool) -> None:
        """How many subjects fit the question, and whether it is known which one is meant."""
        if (subjects, identified) != (self._subjects, self._identified):
            self._subjects, self._identified = subjects, identified
            self._stale = True

    def owe(self, check: str, came_to: VerdictLine | Unrun | None = None) -> None:
        """A check that must run before green: its verdict so far, or why it did not run."""
        if check not in self._checks or self._checks[check] != came_to:
            self._checks[check] = came_to
            self._stale = True

    def forgive(self, check: str) -> None:
        """A check that is owed no longer: another runs in its place."""
        if check in self._checks:
            del self._checks[check]
            self._stale = True

    def relieve(self, sources: Iterable[str]) -> None:
        """Sources that could not be asked about a part of something: checks asked them about each whole."""
        for source in sources:
            self._states.pop(source, None)
        self._stale = True

    def leave_unasked(self, readings: Iterable[str]) -> None:
        """Kinds of plausible readings of the text that nobody is asked about."""
        self._unasked = tuple(readings)
        self._stale = True

    def _weigh(self, card: str, reasons: list[tuple[_Weight, Reason]]) -> None:
        if reasons != self._reasons.get(card, []):
            self._reasons[card] = reasons
            self._stale = True

    def line(self, *, final: bool = False) -> VerdictLine | None:
        """The verdict, or None when it says what was said before. `final`: nobody else will answer."""
        if not self._stale and self._said is not None and self._said.final is final:
            return None
        self._stale = False
        verdict = self._verdict(final=final)
        if verdict == self._said:
            return None
        self._said = verdict
        return verdict

    def _verdict(self, *, final: bool) -> VerdictLine:
        missing = tuple(sorted(self._missing(final=final), key=_missing_order))
        answered = sum(state in _HEARD for state in self._states.values())
        expected = len(self._states) + len(self._unasked)
        for came_to in self._checks.values():
            if isinstance(came_to, VerdictLine):
                answered += came_to.answered
                expected += came_to.expected + (came_to.word in _UNSURE and came_to.final)
            else:
                expected += 1
        found = Findings(
            reasons=tuple(reason for _, reason in sorted(self._weighed(), key=_by_weight)),
            subjects=self._subjects,
            identified=self._identified,
            missing=bool(missing),
            final=final,
            expected=expected,
        )
        level, word = word_of(found)
        return VerdictLine(
            level=level,
            word=word,
            reasons=found.reasons,
            answered=answered,
            expected=expected,
            missing=missing,
            subjects=self._subjects,
            final=final,
        )

    def _weighed(self) -> Iterator[tuple[_Weight, Reason]]:
        for weighed in self._reasons.values():
            yield from weighed
        own = {_same(reason) for known in self._reasons.values() for _, reason in known}
        for check, came_to in self._checks.items():
            reasons = came_to.reasons if isinstance(came_to, VerdictLine) else ()
            for at, reason in enumerate(reasons):
                if _same(reason) not in own:
                    grave = (reason.tone != "red", WORD_ORDER[reason.word], float(at))
                    yield (*grave, reason.code, "", check), msgspec.structs.replace(reason, check=check)

    def _missing(self, *, final: bool) -> Iterator[Missing]:
        """What counts and did not come; what is still awaited only at the end."""
        for name, state in self._states.items():
            if state not in _HEARD and (final or state not in _WAITING):
                yield Missing(source=name, why=state)
        for kind in self._unasked:
            yield Missing(check=kind, why="reading")
        for check, came_to in self._checks.items():
            if isinstance(came_to, str):
                yield Missing(check=check, why=came_to)
            elif came_to is None:
                if final:
                    yield Missing(check=check, why="cancelled")
            else:
                yield from _of_check(check, came_to, final=final)


def _of_check(check: str, came_to: VerdictLine, *, final: bool) -> Iterator[Missing]:
    for one in came_to.missing:
        yield msgspec.structs.replace(one, check=check)
    if came_to.final and came_to.word in _UNSURE:
        yield Missing(check=check, why="unknown")
    elif final and not came_to.final:
        yield Missing(check=check, why="cancelled")


def _same(reason: Reason) -> tuple[object, ...]:
    """One record warns here and there: a holder who is found by his plate as well."""
    return (reason.code, reason.source, *sorted(reason.params.items()))


def _missing_order(missing: Missing) -> tuple[str, str, str]:
    return (missing.check, missing.source, missing.why)


def _by_weight(weighed: tuple[_Weight, Reason]) -> _Weight:
    return weighed[0]


def _reasons_of(card: Card) -> Iterator[tuple[_Weight, Reason]]:
    """A card's warnings, each code once: as the gravest and newest of the sources says it."""
    seen: set[str] = set()
    for warning in sorted(card.warnings, key=lambda warning: _weight(warning, card.id)):
        warn = warning.warn
        if warn.code in seen:
            continue
        seen.add(warn.code)
        reason = Reason(
            code=warn.code,
            word=warn.word,
            tone=warn.tone,
            source=warning.source,
            card=card.id,
            params=warn.params,
        )
        yield _weight(warning, card.id), reason


def _weight(warning: CardWarning, card: str) -> _Weight:
    """Sorts first what must be told first: red, then by word, then the newest."""
    warn = warning.warn
    return (
        warn.tone != "red",
        WORD_ORDER[warn.word],
        -warning.at.timestamp(),
        warn.code,
        warning.source,
        card,
    )

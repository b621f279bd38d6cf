"""One word over all cards: what must be known at once, and whether "nothing" may be said yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from focus.modules.search.cards import Card, CardWarning, Level, Reason, State, VerdictLine, VerdictWord
from focus.modules.search.merging.cards import WORD_ORDER
from focus.modules.search.records import Tone

_HEARD: frozenset[State] = frozenset({"answered", "empty"})
_WAITING: frozenset[State] = frozenset({"asked"})
_Weight = tuple[bool, int, float, str, str, str]


class Judge:
    """Hears what becomes of each source and sees each card; says the verdict when it changes.

    Green is earned: each source that matters has answered or has nothing, none of them is closed, and there
    is at least one. Everything else without a warning is pending, also at the end. Let it see the cards of a
    source before it hears that the source answered: else "nothing" is said for a moment.
    """

    def __init__(self, *, expected: Mapping[str, bool], closed: Collection[str] = ()) -> None:
        """`expected`: each source that is asked → whether it matters; `closed`: those that matter and may
        not be asked for this purpose. A source in both is closed."""
        self._closed = frozenset(closed)
        asked = (name for name, matters in expected.items() if matters and name not in self._closed)
        self._states: dict[str, State] = dict.fromkeys(asked, "asked")
        self._reasons: dict[str, list[tuple[_Weight, Reason]]] = {}
        self._said: VerdictLine | None = None
        self._stale = True
        """Whether something was heard or seen since the verdict was worked out."""

    def record_outcome(self, source: str, state: State) -> None:
        """A source changed its state; the last word counts, also after an answer. Others are no matter."""
        if self._states.get(source, state) != state:
            self._states[source] = state
            self._stale = True

    def see(self, changed: Iterable[Card], *, gone: Iterable[str] = ()) -> None:
        """Cards as they now stand, and ids of those that went into others."""
        for lost in gone:
            self._weigh(lost, [])
        for card in changed:
            self._weigh(card.id, list(_reasons_of(card)) if card.warnings else [])

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
        answered = sum(state in _HEARD for state in self._states.values())
        expected = len(self._states) + len(self._closed)
        reasons = tuple(reason for _, reason in sorted(self._weighed(), key=_by_weight))
        level, word = _found(reasons) or _without_finding(complete=0 < expected == answered)
        return VerdictLine(
            level=level,
            word=word,
            reasons=reasons,
            answered=answered,
            expected=expected,
            silent=tuple(sorted(self._silent(final=final))),
            final=final,
        )

    def _weighed(self) -> Iterator[tuple[_Weight, Reason]]:
        for reasons in self._reasons.values():
            yield from reasons

    def _silent(self, *, final: bool) -> Iterator[str]:
        """Who matters and did not answer; who is still being waited for only at the end."""
        yield from self._closed
        for name, state in self._states.items():
            if state not in _HEARD and (final or state not in _WAITING):
                yield name


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


def _found(reasons: tuple[Reason, ...]) -> tuple[Level, VerdictWord] | None:
    """Level and word of the gravest reason. Amber says "danger" or "attention": its other words are red's."""
    if not reasons:
        return None
    tone: Tone = reasons[0].tone
    words = {reason.word for reason in reasons if reason.tone == tone}
    if tone == "amber":
        return "amber", "danger" if "danger" in words else "attention"
    return "red", min(words, key=WORD_ORDER.__getitem__)


def _without_finding(*, complete: bool) -> tuple[Level, VerdictWord]:
    return ("green", "nothing") if complete else ("pending", "incomplete")

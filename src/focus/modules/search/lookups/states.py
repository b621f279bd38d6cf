"""What becomes of each source of a lookup, over all readings that were put to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from focus.modules.search.cards import SourceLine, State
from focus.modules.search.engine import Outcome
from focus.modules.search.lookups.ways import joined_state
from focus.modules.search.questions import Reading
from focus.modules.search.verdict import Judge


@dataclass(slots=True)
class SourceStates:
    """Counts and states by source; the judge hears of each."""

    judge: Judge
    whole: dict[str, str] = field(default_factory=dict)
    """By source: over all readings."""
    records: Counter[str] = field(default_factory=Counter)
    unread: dict[str, int] = field(default_factory=dict)
    """Records that could not be read, by source."""
    _by_reading: dict[str, dict[str, State]] = field(default_factory=dict)

    @property
    def out(self) -> frozenset[str]:
        """Names of the sources whose answer is still awaited."""
        return frozenset(name for name, state in self.whole.items() if state in {"asked", "slow"})

    def record(self, name: str, reading: Reading, state: State) -> State:
        """What became of a source for one reading; the state over all of them."""
        of = self._by_reading.setdefault(name, {})
        of[reading.normal] = state
        whole = joined_state(of.values()) if len(of) > 1 else state
        self._set(name, whole)
        return whole

    def take(self, outcome: Outcome, reading: Reading) -> SourceLine:
        """News of a source, as a line."""
        name, count, unread = outcome.source, len(outcome.records), outcome.unread
        if count:
            self.records[name] += count
        state = self.record(name, reading, outcome.state)
        reason = outcome.reason or None
        if unread:
            self.unread[name], reason = unread, "unread"
            # Of what could not be read nobody knows what it says.
            self.judge.record_outcome(name, "failed")
        several = len(self._by_reading[name]) > 1
        return SourceLine(
            name=name,
            state=state,
            reason=reason if state == outcome.state else None,
            records=self.records[name] if several else count,
            unread=unread,
            ms=outcome.ms,
        )

    def refuse(self, name: str, reason: str) -> SourceLine:
        """A source that is closed by now."""
        self._set(name, "closed")
        return SourceLine(name=name, state="closed", reason=reason)

    def cancel(self, reason: str) -> Iterator[SourceLine]:
        """Nobody waits any longer for those that are still out."""
        for name in self.out:
            self._set(name, "cancelled")
            yield SourceLine(name=name, state="cancelled", reason=reason)

    def _set(self, name: str, state: State) -> None:
        self.whole[name] = state
        self.judge.record_outcome(name, state)


def broken(outcome: Outcome) -> Outcome:
    """Our own code failed over what a source said."""
    return Outcome(outcome.source, "failed", outcome.ms, "broken")

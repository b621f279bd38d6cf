"""Which of a source's messages counts: each once, in the sender's order, whatever order they come in.

Pure: what is known goes in, what is known then comes out.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Literal

from focus.modules.incidents.messages.form import Form, Moment
from focus.modules.incidents.messages.incident import Report

Verdict = Literal["apply", "gap", "older", "duplicate"]
"""`apply`: newest so far. `gap`: newest too, and a message before it is missing. `older`: late; it fills what
no newer one says and stays in the history. `duplicate`: known; nothing is to be done."""

AHEAD: Final = timedelta(minutes=10)
BEHIND: Final = timedelta(hours=24)


class Position(Form, frozen=True, kw_only=True, order=True):
    """Where a message stands among those of its incident: by its number, else by when it was sent.

    A source numbers all messages of an incident or none; were they mixed, the numbered ones are the newer.
    """

    sequence: int
    """0 where there is none."""
    sent_at: Moment
    message_id: str
    """Decides between two of the same moment, so that all who have both agree."""


class Span(Form, frozen=True, kw_only=True):
    """Numbers from `first` to `last`, both included."""

    first: int
    last: int


class Known(Form, frozen=True, kw_only=True):
    """What is known of one incident's messages."""

    seen: frozenset[str] = frozenset()
    """Ids of the messages that were applied, in time or late."""
    newest: Position | None = None
    held: tuple[Span, ...] = ()
    """Numbers that came, in order, with gaps between."""

    @property
    def missing(self) -> tuple[Span, ...]:
        """Numbers from 1 to the highest that came which did not come."""
        ends = [0, *(span.last for span in self.held)]
        between = zip(ends, self.held, strict=False)
        return tuple(
            Span(first=end + 1, last=span.first - 1) for end, span in between if span.first > end + 1
        )


class Decision(Form, frozen=True, kw_only=True):
    """What to do with a message, and what is known afterwards."""

    verdict: Verdict
    known: Known


def position_of(report: Report) -> Position:
    """Where it stands among the messages of its incident."""
    return Position(sequence=report.sequence or 0, sent_at=report.sent_at, message_id=report.message_id)


def decide(known: Known, report: Report) -> Decision:
    """What a message is to what is known of its incident.

    Only its id makes it a duplicate. Two that have one number and differ are both kept, in the order of their
    times.
    """
    if report.message_id in known.seen:
        return Decision(verdict="duplicate", known=known)
    position = position_of(report)
    newest = known.newest is None or position > known.newest
    then = Known(
        seen=known.seen | {report.message_id},
        newest=position if newest else known.newest,
        held=_with(known.held, report.sequence),
    )
    if not newest:
        return Decision(verdict="older", known=then)
    return Decision(verdict="gap" if then.missing else "apply", known=then)


def clock(report: Report, received_at: datetime) -> Literal["right", "ahead", "behind"]:
    """How the sender's clock stands to ours, as far as one message tells.

    `ahead` by more than ten minutes cannot be: where the source has no numbers such a message would rule all
    later ones, and belongs into quarantine. `behind` by more than a day may be a replay as well; it is only
    to be shown.
    """
    if report.sent_at - received_at > AHEAD:
        return "ahead"
    return "behind" if received_at - report.sent_at > BEHIND else "right"


def _with(held: tuple[Span, ...], number: int | None) -> tuple[Span, ...]:
    """The spans with one number more, joined where they touch."""
    if number is None:
        return held
    first = last = number
    apart = []
    for span in held:
        if span.last + 1 < number or span.first - 1 > number:
            apart.append(span)
        else:
            first, last = min(first, span.first), max(last, span.last)
    return tuple(sorted((*apart, Span(first=first, last=last)), key=lambda span: span.first))

"""What may be refused about lookups."""

from __future__ import annotations

from focus.core.errors import NotFound, Problem


class Unreadable(Problem):
    """The question cannot be read; `extra` says what it could be and what is wrong."""

    code = "search.unreadable"
    status = 422


class NoSuchReading(Problem):
    """The question cannot be read as the kind that was chosen."""

    code = "search.no_such_reading"
    status = 422


class NoSources(Problem):
    """No source takes this kind of question for this purpose; `extra` says which are closed."""

    code = "search.no_sources"
    status = 422


class AlreadyAnswered(Problem):
    """This lookup was asked before; its answers are not kept. Ask anew."""

    code = "search.already_answered"
    status = 409


class LookupGone(NotFound):
    """No such lookup of this person is in hand."""

    code = "search.lookup_gone"


class AskedInFuture(Problem):
    """A question that waited was asked in the future: the device's clock is wrong."""

    code = "search.asked_in_future"
    status = 422


class AskedTooLongAgo(Problem):
    """A question that waited is older than `params.hours` hours: ask anew."""

    code = "search.asked_too_long_ago"
    status = 422


class TaskEnded(Problem):
    """The task under which a waiting question was asked has ended: whoever still wants to know asks anew."""

    code = "search.task_ended"
    status = 422


class NoSuchHit(NotFound):
    """This card has no hit of this source whose details are still to be asked."""

    code = "search.no_such_hit"


class NoSuchSource(NotFound):
    """There is no such source here."""

    code = "search.no_such_source"


class QuestionNotTaken(Problem):
    """This source does not take the question as it reads; `extra.kinds` says how it reads."""

    code = "search.question_not_taken"
    status = 422


class SourceClosed(Problem):
    """The purpose does not open this source, or the function may not ask it; `params.reason` says which."""

    code = "search.source_closed"
    status = 403


class ReasonNeeded(Problem):
    """A test of a source needs a reason in words, of 3 to 300 characters, whatever its purpose asks."""

    code = "search.reason_needed"
    status = 422

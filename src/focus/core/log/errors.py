"""What can go wrong when something is logged."""

from __future__ import annotations

from focus.core.errors import Problem, Unavailable


class LogUnavailable(Unavailable):
    """The log cannot be written: what would have been logged must not happen."""

    code = "log.unavailable"
    status = 503


class AlreadyLogged(Problem):
    """An event with this id stands in the log; the first one counts."""

    code = "log.already_logged"
    status = 409


class NotSealed(Problem):
    """The event is committed but not yet under a checkpoint; ask again in a second."""

    code = "log.not_sealed"
    status = 409


class UnknownEvent(Problem):
    """No such event in this organisation's log."""

    code = "log.unknown_event"
    status = 404

"""What may be refused about incidents."""

from __future__ import annotations

from focus.core.errors import NotFound, Problem


class IncidentUnknown(NotFound):
    """No such incident."""

    code = "incidents.incident_unknown"


class CrewUnknown(NotFound):
    """Nobody is on duty under this call sign."""

    code = "incidents.crew_unknown"


class FeedUnknown(NotFound):
    """No such feed, or it has ended."""

    code = "incidents.feed_unknown"


class MessageUnknown(NotFound):
    """No such message in quarantine."""

    code = "incidents.message_unknown"


class IncidentKnown(Problem):
    """There is an incident of this id."""

    code = "incidents.incident_known"
    status = 409


class NoteKnown(Problem):
    """There is a note of this id."""

    code = "incidents.note_known"
    status = 409


class NoCrew(Problem):
    """He is, or was then, on duty under no call sign."""

    code = "incidents.no_crew"
    status = 409


class IncidentClosed(Problem):
    """It was closed."""

    code = "incidents.incident_closed"
    status = 409


class IncidentOpen(Problem):
    """It is not closed."""

    code = "incidents.incident_open"
    status = 409


class IncidentChanged(Problem):
    """Somebody changed it meanwhile: `extra.theirs` with `extra.version`. Nothing was written."""

    code = "incidents.incident_changed"
    status = 409


class NothingChanged(Problem):
    """It says that already."""

    code = "incidents.nothing_changed"
    status = 422


class KindUnknown(Problem):
    """There is no such kind of incident."""

    code = "incidents.kind_unknown"
    status = 422


class ResultUnknown(Problem):
    """The organisation has no such result."""

    code = "incidents.result_unknown"
    status = 422


class AddressNotAllowed(Problem):
    """The operator does not allow answers to this address."""

    code = "incidents.address_not_allowed"
    status = 422


class NotSigned(Problem):
    """No such feed, or it did not sign this; `params.why` says what is wrong with the signature."""

    code = "incidents.not_signed"
    status = 401


class TooMany(Problem):
    """The feed sends more than it may; `params.retry_after` in seconds."""

    code = "incidents.too_many"
    status = 429


class StillUnreadable(Problem):
    """It cannot be taken in now either; `params.why` is the code, `params.path` where."""

    code = "incidents.still_unreadable"
    status = 422


class PositionFuture(Problem):
    """It is said to be of a time that has not come; nothing was written."""

    code = "incidents.position_future"
    status = 422


class PositionImpossible(Problem):
    """It is no point on the earth; nothing was written."""

    code = "incidents.position_impossible"
    status = 422

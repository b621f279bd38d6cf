"""What may be refused about cameras."""

from __future__ import annotations

from focus.core.errors import NotFound, Problem


class HitUnknown(NotFound):
    """No such hit, or not for you now."""

    code = "cameras.hit_unknown"


class FeedUnknown(NotFound):
    """No such feed, or it has ended."""

    code = "cameras.feed_unknown"


class MessageUnknown(NotFound):
    """No such message in quarantine."""

    code = "cameras.message_unknown"


class NotConfirmed(Problem):
    """Nobody has compared plate and picture yet."""

    code = "cameras.not_confirmed"
    status = 409


class MonthOver(Problem):
    """Older than a month, and the purpose is administrative; `params.days` is how far back it may go."""

    code = "cameras.month_over"
    status = 403


class PurposeNotForCameras(Problem):
    """The purpose does not open what cameras saw."""

    code = "cameras.purpose_not_for_cameras"
    status = 403


class NothingAsked(Problem):
    """Neither a plate nor a camera, or a time that ends before it begins."""

    code = "cameras.nothing_asked"
    status = 422


class NotSigned(Problem):
    """No such feed, or it did not sign this; `params.why` says what is wrong with the signature."""

    code = "cameras.not_signed"
    status = 401


class TooMany(Problem):
    """The feed sends more than it may; `params.retry_after` in seconds."""

    code = "cameras.too_many"
    status = 429


class StillUnreadable(Problem):
    """It cannot be taken in now either; `params.why` is the code, `params.path` where."""

    code = "cameras.still_unreadable"
    status = 422

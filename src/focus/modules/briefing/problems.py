"""What may be refused about the briefing."""

from __future__ import annotations

from focus.core.errors import NotFound, Problem


class ItemUnknown(NotFound):
    """No such item, or it is not for this person: both look the same."""

    code = "briefing.item_unknown"


class DraftUnknown(NotFound):
    """No such draft."""

    code = "briefing.draft_unknown"


class OfferUnknown(NotFound):
    """Nobody offered this."""

    code = "briefing.offer_unknown"


class ItemInvalid(Problem):
    """It cannot be published so; `fields` says where and why."""

    code = "briefing.item_invalid"
    status = 422


class DraftChanged(Problem):
    """Somebody changed the draft meanwhile: `extra.theirs` with `extra.version`. Nothing was written."""

    code = "briefing.draft_changed"
    status = 409


class ItemChanged(Problem):
    """Somebody changed the item meanwhile: `extra.theirs` with `extra.version`. Nothing was written.

    `extra.record` and `extra.expected` say of what, as a stale record does.
    """

    code = "briefing.item_changed"
    status = 409


class ItemEnded(Problem):
    """It was recalled or has expired."""

    code = "briefing.item_ended"
    status = 409


class NothingChanged(Problem):
    """It says that already."""

    code = "briefing.nothing_changed"
    status = 422


class Unexplained(Problem):
    """This asks for a few words."""

    code = "briefing.unexplained"
    status = 422


class VersionUnknown(Problem):
    """There is no such version of the item."""

    code = "briefing.version_unknown"
    status = 422


class NothingSeen(Problem):
    """A sighting has words, a place or a position."""

    code = "briefing.nothing_seen"
    status = 422


class SightingKnown(Problem):
    """There is a sighting of this id."""

    code = "briefing.sighting_known"
    status = 409


class MomentImpossible(Problem):
    """A sighting lies in the last 72 hours."""

    code = "briefing.moment_impossible"
    status = 422


class FromElsewhere(Problem):
    """What another organisation shared is changed and passed on by that organisation only."""

    code = "briefing.from_elsewhere"
    status = 409


class NotToBeShared(Problem):
    """Its handling keeps it inside the organisation."""

    code = "briefing.not_to_be_shared"
    status = 409


class RecipientUnknown(Problem):
    """No such organisation, or the own one."""

    code = "briefing.recipient_unknown"
    status = 422


class OfferAnswered(Problem):
    """It was answered before, or has ended."""

    code = "briefing.offer_answered"
    status = 409


class ImportUnreadable(Problem):
    """Not a table whose first line names known columns, or more than `params.most` lines."""

    code = "briefing.import_unreadable"
    status = 422

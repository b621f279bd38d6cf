"""What may be refused about cases."""

from __future__ import annotations

from focus.core.errors import NotFound, Problem


class CaseUnknown(NotFound):
    """No such case, or it was erased."""

    code = "kit.case_unknown"


class PersonUnknown(NotFound):
    """Nobody of this id has a post here."""

    code = "kit.person_unknown"


class UnitUnknown(NotFound):
    """No such unit."""

    code = "kit.unit_unknown"


class CaseKnown(Problem):
    """There is a case of this id."""

    code = "kit.case_known"
    status = 409


class NoteKnown(Problem):
    """There is a note of this id."""

    code = "kit.note_known"
    status = 409


class CaseChanged(Problem):
    """Somebody changed it meanwhile: `extra.theirs` with `extra.version`. Nothing was written."""

    code = "kit.case_changed"
    status = 409


class UpdateFirst(Problem):
    """It was filled in by an older declaration than the server's: the app must be updated first."""

    code = "kit.update_first"
    status = 409


class DeclarationNewer(Problem):
    """It was filled in by, or is stored in, a newer declaration than the server has."""

    code = "kit.declaration_newer"
    status = 409


class CaseFaulty(Problem):
    """The record may not be kept so: `extra.faults` are `[path, code]`."""

    code = "kit.case_faulty"
    status = 422


class MoveRefused(Problem):
    """Something stands against the move: `extra.faults` are `[path, code]`."""

    code = "kit.move_refused"
    status = 422


class MoveNotYours(Problem):
    """This move is for others."""

    code = "kit.move_not_yours"
    status = 403


class NothingChanged(Problem):
    """It says that already."""

    code = "kit.nothing_changed"
    status = 422


class CursorUnreadable(Problem):
    """`after` is not what the page before gave."""

    code = "kit.cursor_unreadable"
    status = 422

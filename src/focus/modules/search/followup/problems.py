"""What may be refused about stops."""

from __future__ import annotations

from focus.core.errors import NotFound, Problem


class GroundUnknown(Problem):
    """No such ground in this organisation."""

    code = "search.ground_unknown"
    status = 422


class NobodyStopped(Problem):
    """Neither records of a card nor a description say who was stopped."""

    code = "search.nobody_stopped"
    status = 422


class GroundUnexplained(Problem):
    """This ground needs a few words."""

    code = "search.ground_unexplained"
    status = 422


class MomentImpossible(Problem):
    """A stop lies in the last 72 hours."""

    code = "search.moment_impossible"
    status = 422


class PeriodTooLong(Problem):
    """Figures cover at most `params.days` days, and end where they begin or later."""

    code = "search.period_too_long"
    status = 422


class StopUnknown(NotFound):
    """This person registered no such stop."""

    code = "search.stop_unknown"


class StopSettled(Problem):
    """A stop that was withdrawn or erased, or is older than `params.days` days, stays as it is."""

    code = "search.stop_settled"
    status = 409


class ChangeUnexplained(Problem):
    """A correction or withdrawal says why, in words."""

    code = "search.change_unexplained"
    status = 422


class NothingCorrected(Problem):
    """The correction says what the stop says already."""

    code = "search.nothing_corrected"
    status = 422

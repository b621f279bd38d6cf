"""What may be refused about stops."""

from __future__ import annotations

from focus.core.errors import NotFound, Problem


class GroundUnknown(Problem):
    """No such ground in this organisation."""

    code = "followup.ground_unknown"
    status = 422


class NobodyStopped(Problem):
    """Neither records of a card nor a description say who was stopped."""

    code = "followup.nobody_stopped"
    status = 422


class GroundUnexplained(Problem):
    """This ground needs a few words."""

    code = "followup.ground_unexplained"
    status = 422


class MomentImpossible(Problem):
    """A stop lies in the last 72 hours."""

    code = "followup.moment_impossible"
    status = 422


class PeriodTooLong(Problem):
    """Figures cover at most `params.days` days, and end where they begin or later."""

    code = "followup.period_too_long"
    status = 422


class StopUnknown(NotFound):
    """This person registered no such stop."""

    code = "followup.stop_unknown"


class StopSettled(Problem):
    """A stop that was withdrawn or erased, or is older than `params.days` days, stays as it is."""

    code = "followup.stop_settled"
    status = 409


class ChangeUnexplained(Problem):
    """A correction or withdrawal says why, in words."""

    code = "followup.change_unexplained"
    status = 422


class NothingCorrected(Problem):
    """The correction says what the stop says already."""

    code = "followup.nothing_corrected"
    status = 422

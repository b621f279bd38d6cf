"""What may be refused about duty."""

from __future__ import annotations

from focus.core.errors import Problem


class EndImpossible(Problem):
    """A shift ends later than now and lasts at most `params.hours` hours."""

    code = "duty.end_impossible"
    status = 422


class NotOnDuty(Problem):
    """There is nothing to end."""

    code = "duty.not_on_duty"
    status = 409


class UnitUnknown(Problem):
    """No such unit in this organisation today."""

    code = "duty.unit_unknown"
    status = 422

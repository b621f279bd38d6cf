"""What may be refused when organisations and people are changed."""

from __future__ import annotations

from focus.core.errors import Problem


class CodeInvalid(Problem):
    """Zones have 4 digits, municipalities the 5 of their NIS code, others letters, digits, dots, dashes."""

    code = "organisations.code_invalid"
    status = 422


class CodeTaken(Problem):
    """Another record that is still open has this code."""

    code = "organisations.code_taken"
    status = 409


class NamesMissing(Problem):
    """A name in at least one language is needed, each of 1 to 120 characters."""

    code = "organisations.names_missing"
    status = 422


class PeriodReversed(Problem):
    """The end lies before the beginning."""

    code = "organisations.period_reversed"
    status = 422


class AlreadyClosed(Problem):
    """The record ended before that day."""

    code = "organisations.already_closed"
    status = 409


class NotGoverning(Problem):
    """Only an organisation that governs may found, close and merge others."""

    code = "organisations.not_governing"
    status = 403


class CannotSucceed(Problem):
    """One of them is not in force on that day, was succeeded before, or stands on both sides."""

    code = "organisations.cannot_succeed"
    status = 409


class UnitUnknown(Problem):
    """No such unit here, or it is closed."""

    code = "organisations.unit_unknown"
    status = 422


class UnitCycle(Problem):
    """A unit cannot stand under itself."""

    code = "organisations.unit_cycle"
    status = 422


class UnitInUse(Problem):
    """Units under it, or posts in it, last longer."""

    code = "organisations.unit_in_use"
    status = 409


class WardUnknown(Problem):
    """No such ward here, or it is closed."""

    code = "organisations.ward_unknown"
    status = 422


class AreaInvalid(Problem):
    """`params.reason` is one of the reasons in `areas.py`."""

    code = "organisations.area_invalid"
    status = 422


class FunctionUnknown(Problem):
    """No such function here, or it is no longer in use."""

    code = "organisations.function_unknown"
    status = 422


class PermissionUnknown(Problem):
    """No installed module declares this permission (`params.permission`)."""

    code = "organisations.permission_unknown"
    status = 422


class PersonInvalid(Problem):
    """`fields` says what is wrong."""

    code = "organisations.person_invalid"
    status = 422


class NumberTaken(Problem):
    """Another person here has this personnel number."""

    code = "organisations.number_taken"
    status = 409


class NotLent(Problem):
    """The person is unknown, has left, or his own organisation does not lend him by a grant."""

    code = "organisations.not_lent"
    status = 409


class PostTaken(Problem):
    """The person holds the same function from the same moment already."""

    code = "organisations.post_taken"
    status = 409


class RecipientUnknown(Problem):
    """No such organisation, or it is the owner itself."""

    code = "organisations.recipient_unknown"
    status = 422


class GrantInvalid(Problem):
    """What is shared must be named, with its legal basis."""

    code = "organisations.grant_invalid"
    status = 422


class GrantEnded(Problem):
    """The grant ended or was revoked before."""

    code = "organisations.grant_ended"
    status = 409


class ModuleUnknown(Problem):
    """No such module is installed, or it has no settings."""

    code = "organisations.module_unknown"
    status = 422


class ModuleFixed(Problem):
    """Part of the platform: cannot be switched."""

    code = "organisations.module_fixed"
    status = 409


class ModuleNeeds(Problem):
    """`params.other` must be on first."""

    code = "organisations.module_needs"
    status = 409


class ModuleNeeded(Problem):
    """`params.other` is on and needs it."""

    code = "organisations.module_needed"
    status = 409


class SettingInvalid(Problem):
    """`params.path` is where the value does not fit the module's settings."""

    code = "organisations.setting_invalid"
    status = 422


class ImportRefused(Problem):
    """Lines of the file are bad, so nothing was imported; `extra.report` names every one."""

    code = "organisations.import_refused"
    status = 422

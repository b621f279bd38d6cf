"""What may be refused about purposes and tasks."""

from __future__ import annotations

from focus.core.errors import Problem


class PurposeMissing(Problem):
    """No purpose, and no active task to take one from. `extra.purposes` are those possible."""

    code = "purposes.missing"
    status = 422


class PurposeUnknown(Problem):
    """No such purpose here, or it is out of use. `extra.purposes` are those possible."""

    code = "purposes.unknown"
    status = 422


class PurposeNotAllowed(Problem):
    """The post's function may not use this purpose. `extra.purposes` are those possible."""

    code = "purposes.not_allowed"
    status = 403


class ReferenceMissing(Problem):
    """This purpose needs the reference of an incident, check, control or case."""

    code = "purposes.reference_missing"
    status = 422


class ReferenceNotAccepted(Problem):
    """This purpose takes no reference of this issuer.

    `params` has each of the four issuers: 0 not accepted, 1 the first that is, 2 another; `extra.accepts`
    lists those that are.
    """

    code = "purposes.reference_not_accepted"
    status = 422


class ReferenceInvalid(Problem):
    """A reference has 1 to 64 characters, one of them a letter or digit, and no control characters."""

    code = "purposes.reference_invalid"
    status = 422


class ReasonMissing(Problem):
    """A reason in words is needed, of 3 to 300 characters.

    `params.because`: `purpose`, which asks for one without a task; `self`, since nobody but the officer
    vouches for the reference that the purpose requires.
    """

    code = "purposes.reason_missing"
    status = 422


class TaskUnknown(Problem):
    """No such active task of this person."""

    code = "purposes.task_unknown"
    status = 422


class TitleMissing(Problem):
    """A title of 1 to 120 characters is needed."""

    code = "purposes.title_missing"
    status = 422


class BasisMissing(Problem):
    """A purpose names its legal basis, in 1 to 200 characters."""

    code = "purposes.basis_missing"
    status = 422


class AcceptsMissing(Problem):
    """A purpose that takes references says whose."""

    code = "purposes.accepts_missing"
    status = 422


class CodeInvalid(Problem):
    """Small letters, digits and underscores, beginning with a letter."""

    code = "purposes.code_invalid"
    status = 422


class CodeTaken(Problem):
    """There is such a purpose."""

    code = "purposes.code_taken"
    status = 409


class DataUnknown(Problem):
    """`params.kind` is no kind of data that a purpose can open."""

    code = "purposes.data_unknown"
    status = 422


class FunctionUnknown(Problem):
    """`params.function` is no function of the organisation."""

    code = "purposes.function_unknown"
    status = 422

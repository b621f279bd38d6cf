"""Expected failures: coded, translated, and rendered as RFC 9457 problem details by the server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

import msgspec

type_prefix = "urn:focus:problem:"


class FieldProblem(msgspec.Struct, frozen=True):
    """What is wrong with one field: `path` as in `visit.on`, never the value that was given."""

    path: str
    code: str
    params: dict[str, str | int] = {}


class Problem(Exception):
    """A failure that a user may meet.

    A subclass sets `code` (`module.name`) and `status` (HTTP). The text stands in the module's Fluent
    files under `error-module-name`; `params` are its variables and may hold no personal data, because
    they reach logs. `extra` is added to the answer as it is;
    `headers` are sent with it.
    """

    code: ClassVar[str] = "core.unexpected"
    status: ClassVar[int] = 500
    logged: bool = False
    """Whoever raised it has put the refusal into the log, so the gate does not."""

    def __init__(
        self,
        *,
        params: Mapping[str, str | int] | None = None,
        fields: Sequence[FieldProblem] = (),
        extra: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(self.code)
        self.params = dict(params or {})
        self.fields = tuple(fields)
        self.extra = dict(extra or {})
        self.headers = dict(headers or {})


def text_key(code: str) -> str:
    """The Fluent message of an error code: `search.purpose_missing` → `error-search-purpose-missing`."""
    return "error-" + code.replace(".", "-").replace("_", "-")


class InvalidInput(Problem):
    """The request could not be read; `fields` says where."""

    code = "core.invalid_input"
    status = 422


class NotFound(Problem):
    """No such record in this organisation; a foreign record looks exactly the same."""

    code = "core.not_found"
    status = 404


class Unavailable(Problem):
    """Something that the platform stands on does not answer just now."""

    code = "core.unavailable"
    status = 503

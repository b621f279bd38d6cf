"""From rows to records, and from what PostgreSQL refuses to what a person can understand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

import asyncpg
import msgspec

from focus.core.errors import Problem
from focus.core.organisations import errors

T = TypeVar("T", bound=msgspec.Struct)

_JSON_COLUMNS = ("names", "area", "settings", "organisation_names", "function_names")

_CONSTRAINTS: Mapping[str, type[Problem]] = {
    "unit_code": errors.CodeTaken,
    "ward_code": errors.CodeTaken,
    "function_pkey": errors.CodeTaken,
    "person_organisation_id_personnel_number_key": errors.NumberTaken,
    "post_key": errors.PostTaken,
    "unit_organisation_id_parent_id_fkey": errors.UnitUnknown,
    "post_unit_organisation_id_unit_id_fkey": errors.UnitUnknown,
    "post_ward_organisation_id_ward_id_fkey": errors.WardUnknown,
    "post_organisation_id_function_code_fkey": errors.FunctionUnknown,
    "grant_given_recipient_id_fkey": errors.RecipientUnknown,
}
_STATES: Mapping[str, type[Problem]] = {
    "FO001": errors.NotGoverning,
    "FO002": errors.CannotSucceed,
    "FO003": errors.CodeTaken,
}


def record(kind: type[T], row: Mapping[str, Any]) -> T:
    """A row whose columns are the record's fields; JSON columns are decoded."""
    values = dict(row)
    for column in _JSON_COLUMNS:
        if isinstance(values.get(column), str):
            values[column] = msgspec.json.decode(values[column])
    return kind(**values)


def json(value: object) -> str:
    """For a parameter written `$1::text::jsonb`."""
    return msgspec.json.encode(value).decode()


@contextmanager
def understood() -> Iterator[None]:
    """Turn what a constraint or a door function refuses into its `Problem`; the transaction is lost."""
    try:
        yield
    except asyncpg.PostgresError as refused:
        constraint = str(getattr(refused, "constraint_name", None) or "")
        problem = _STATES.get(str(refused.sqlstate)) or _CONSTRAINTS.get(constraint)
        if problem is None:
            raise
        raise problem from None

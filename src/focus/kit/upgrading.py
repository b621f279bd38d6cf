"""Stored records of an older version of a declaration."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from focus.kit.declaring.case import CaseType


class NewerVersion(Exception):
    """A record of a version that this installation does not know."""


def upgraded(case: CaseType, data: dict[str, Any], version: int) -> dict[str, Any]:
    """A record of `version` as one of today's; what is given stays as it is. It is validated by the caller.

    Raises NewerVersion, and whatever an upgrade raises.
    """
    if version > case.version:
        raise NewerVersion
    data = deepcopy(data)
    for step in range(version + 1, case.version + 1):
        data = case.upgrades[step](data)
    return data

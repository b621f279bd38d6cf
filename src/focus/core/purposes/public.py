"""What search and others ask: under which purpose does this happen."""

from __future__ import annotations

from focus.core.purposes.book import PurposeBook
from focus.core.purposes.errors import PurposeNotAllowed, PurposeUnknown, TaskUnknown
from focus.core.purposes.issuing import REFERENCES, Checker, References, references_of
from focus.core.purposes.records import DATA_KINDS, Purpose, PurposeChoice, Task
from focus.core.purposes.resolving import possible_purposes, resolve_purpose
from focus.core.purposes.store import purpose as purpose_of

__all__ = [
    "DATA_KINDS",
    "REFERENCES",
    "Checker",
    "Purpose",
    "PurposeBook",
    "PurposeChoice",
    "PurposeNotAllowed",
    "PurposeUnknown",
    "References",
    "Task",
    "TaskUnknown",
    "possible_purposes",
    "purpose_of",
    "references_of",
    "resolve_purpose",
]

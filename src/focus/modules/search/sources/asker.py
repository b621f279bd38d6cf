"""For which organisation a question is put: a list of one's own is read in the asker's scope."""

from __future__ import annotations

from contextvars import ContextVar
from uuid import UUID

asked_for: ContextVar[UUID | None] = ContextVar("asked_for", default=None)
"""Set before sources are asked; their tasks inherit it."""

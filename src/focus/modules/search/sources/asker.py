"""Who puts a question, and for which organisation: own data are read in the asker's scope and rights."""

from __future__ import annotations

from contextvars import ContextVar
from uuid import UUID

from focus.core.gate import Principal

asked_by: ContextVar[Principal | None] = ContextVar("asked_by", default=None)
"""None where nobody in particular asks: the operator tries a source."""
asked_for: ContextVar[UUID | None] = ContextVar("asked_for", default=None)
"""Set before sources are asked; their tasks inherit it."""

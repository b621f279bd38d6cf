"""What may go wrong when a record is written."""

from __future__ import annotations

from focus.core.errors import Problem


class RecordStale(Problem):
    """Somebody changed the record meanwhile; nothing was written. `extra` may carry both versions."""

    code = "feed.stale"
    status = 409

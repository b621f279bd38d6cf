"""Connections of a pool that are kept for long."""

from __future__ import annotations

from typing import Any

import asyncpg


def lost(connection: Any) -> bool:
    """Whether a kept connection is of no use any more; a pool takes a broken one back by itself."""
    if connection is None:
        return True
    try:
        return bool(connection.is_closed())
    except asyncpg.InterfaceError:
        return True

"""Identifiers: UUIDv7, so that rows written together lie together in an index."""

from __future__ import annotations

import os
import time
from uuid import UUID

_VERSION = 0x7 << 76
_VARIANT = 0x2 << 62


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562): 48 bits of milliseconds, 74 random bits."""
    random = int.from_bytes(os.urandom(10), "big")
    high = (random >> 62) & 0xFFF
    low = random & 0x3FFF_FFFF_FFFF_FFFF
    value = (time.time_ns() // 1_000_000) << 80 | _VERSION | high << 64 | _VARIANT | low
    return UUID(int=value)

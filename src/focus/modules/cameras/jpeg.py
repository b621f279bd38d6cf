"""Whether octets are one JPEG that may be shown, by its segments: nothing is unpacked to know it.

ITU-T T.81, annex B: markers with a length, until the frame, which names both sides.
"""

from __future__ import annotations

import struct
from typing import Final

MOST_PIXELS: Final = 16_000_000
_BEGIN, _END = b"\xff\xd8\xff", b"\xff\xd9"
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN: Final = 0xDA


class NoPicture(Exception):
    """It is no JPEG, does not end as one, or is too large to be unpacked."""


def examined(jpeg: bytes) -> bytes:
    """The same octets. Raises NoPicture."""
    if not (jpeg.startswith(_BEGIN) and jpeg.endswith(_END)):
        raise NoPicture
    try:
        width, height = _sides(jpeg)
    except (struct.error, IndexError):
        raise NoPicture from None
    if not 0 < width * height <= MOST_PIXELS:
        raise NoPicture
    return jpeg


def _sides(jpeg: bytes) -> tuple[int, int]:
    at = 2
    while jpeg[at] == 0xFF and jpeg[at + 1] != _SCAN:
        marker = jpeg[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        (length,) = struct.unpack_from(">H", jpeg, at + 2)
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", jpeg, at + 5)
            return width, height
        at += 2 + max(length, 2)
    raise NoPicture

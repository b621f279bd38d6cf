"""What a picture says it is, read from its first segments: nothing is unpacked to know it.

JPEG as in ITU-T T.81, annex B: segments of a marker and a length, until the frame, which names both sides.
"""

from __future__ import annotations

from typing import Final

from focus.modules.search.scan.problems import NoPicture, PictureTooLarge

PIXELS: Final = 16_000_000
"""The app sends 1.2 million; a phone's own camera takes 12."""
_BEGINS = b"\xff\xd8\xff"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers without a length."""
_SCAN, _END = 0xDA, 0xD9


def examined(jpeg: bytes) -> bytes:
    """The same octets, when they are one JPEG that may be unpacked.

    Raises `NoPicture`, `PictureTooLarge`.
    """
    width, height = size_of(jpeg)
    if width * height > PIXELS:
        raise PictureTooLarge(width=width, height=height)
    return jpeg


def size_of(jpeg: bytes) -> tuple[int, int]:
    """Width and height in pixels.

    Raises `NoPicture` when it is no JPEG, or one that does not say how large it is.
    """
    at = 2 if jpeg.startswith(_BEGINS) else len(jpeg)
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF:
        marker = jpeg[at + 1]
        if marker in (_SCAN, _END):
            break
        if marker == 0xFF or marker in _BARE:
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if marker in _FRAMES:
            return _frame(jpeg[at + 4 : at + 2 + length])
        at += 2 + max(length, 2)
    raise NoPicture


def _frame(segment: bytes) -> tuple[int, int]:
    """Precision, height, width, components."""
    width, height = int.from_bytes(segment[3:5], "big"), int.from_bytes(segment[1:3], "big")
    if len(segment) < 6 or not width or not height:
        raise NoPicture
    return width, height

"""Synthetic identity cards, printed for a camera that does not exist. Every person is invented."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from focus.modules.search.understanding.mrz import check_digit

FONT = "DejaVuSansMono.ttf"
SIZE = (1280, 800)


def zone(
    *, family: str, given: str, born: str, sex: str, national: str, number: str, expires: str
) -> list[str]:
    """The three lines of a Belgian card; dates as YYMMDD, a number of twelve digits."""
    long = f"{number[:9]}<{number[9:]}{check_digit(number)}"
    first = f"IDBEL{long}".ljust(30, "<")
    second = f"{born}{check_digit(born)}{sex}{expires}{check_digit(expires)}BEL{national}"
    checked = first[5:30] + second[0:7] + second[8:15] + second[18:29]
    names = f"{family}<<{given}".upper().replace(" ", "<").ljust(30, "<")[:30]
    return [first, second + check_digit(checked), names]


def card(lines: list[str], *, turned: float = 0.0) -> Image.Image:
    """The back of a card as a hand holds it: a little turned, on a dark ground."""
    picture = Image.new("RGB", SIZE, (66, 70, 74))
    face = Image.new("RGB", (1180, 740), (226, 233, 236))
    draw = ImageDraw.Draw(face)
    small, zone_font = ImageFont.truetype(FONT, 30), ImageFont.truetype(FONT, 58)
    draw.text((50, 40), "MODEL - MODELE - MUSTER", font=small, fill=(40, 70, 130))
    for row in range(6):
        draw.rectangle((50, 110 + row * 48, 430 + row * 30, 118 + row * 48), fill=(196, 208, 214))
    for row, line in enumerate(lines):
        draw.text((50, 470 + row * 82), line, font=zone_font, fill=(22, 22, 24))
    turned_face = face.rotate(turned, expand=True, fillcolor=(66, 70, 74))
    picture.paste(turned_face, ((SIZE[0] - turned_face.width) // 2, (SIZE[1] - turned_face.height) // 2))
    return picture


_BARS = (
    "nnnwwnwnn wnnwnnnnw nnwwnnnnw wnwwnnnnn nnnwwnnnw wnnwwnnnn nnwwwnnnn nnnwnnwnw wnnwnnwnn nnwwnnwnn "
    "nwnnwnwnn"
)
_CODE_39 = dict(zip("0123456789*", re.split(" ", _BARS), strict=True))
"""Nine bars and gaps of a digit, narrow or wide."""


def barcode(digits: str) -> Image.Image:
    """A label with these digits in code 39."""
    picture = Image.new("RGB", SIZE, (240, 240, 240))
    draw, at = ImageDraw.Draw(picture), 60
    for sign in f"*{digits}*":
        for place, size in enumerate(_CODE_39[sign]):
            width = 4 if size == "n" else 11
            if place % 2 == 0:
                draw.rectangle((at, 280, at + width - 1, 520), fill=(10, 10, 10))
            at += width
        at += 4
    return picture


def jpeg(picture: Image.Image, **options: Any) -> bytes:
    """The picture as a camera gives it."""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=options.pop("quality", 85), **options)
    return out.getvalue()


def film(picture: Image.Image, path: Path, *, frames: int = 4) -> Path:
    """A camera's stream for Chromium: pictures one behind the other."""
    path.write_bytes(jpeg(picture) * frames)
    return path

"""Synthetic identity cards, printed for a camera that does not exist. Every person is invented."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from focus.modules.search.understanding.mrz import check_digit

FONT = "DejaVuSansMono.ttf"
BOLD = "DejaVuSans-Bold.ttf"
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


def passport(
    *, family: str, given: str, born: str, sex: str, nationality: str, number: str, expires: str
) -> list[str]:
    """The two lines of a passport, without a personal number."""
    names = f"P<{nationality}{family}<<{given}".upper().replace(" ", "<")
    first = names.ljust(44, "<")[:44]
    number = number.ljust(9, "<")
    second = f"{number}{check_digit(number)}{nationality}{born}{check_digit(born)}{sex}"
    second += f"{expires}{check_digit(expires)}{'<' * 15}"
    return [first, second + check_digit(second[0:10] + second[13:20] + second[21:43])]


def old_card(
    *, family: str, given: str, born: str, sex: str, nationality: str, number: str, expires: str
) -> list[str]:
    """The two lines of a card of the older, larger form."""
    first = f"I<{nationality}{family}<<{given}".upper().replace(" ", "<").ljust(36, "<")[:36]
    number = number.ljust(9, "<")
    second = f"{number}{check_digit(number)}{nationality}{born}{check_digit(born)}{sex}"
    second += f"{expires}{check_digit(expires)}{'<' * 7}"
    return [first, second + check_digit(second[0:10] + second[13:20] + second[21:35])]


def card(lines: list[str], *, turned: float = 0.0) -> Image.Image:
    """The back of a card as a hand holds it: a little turned, on a dark ground."""
    picture = Image.new("RGB", SIZE, (66, 70, 74))
    face = Image.new("RGB", (1180, 740), (226, 233, 236))
    draw = ImageDraw.Draw(face)
    wide = max(map(len, lines))
    small, zone_font = ImageFont.truetype(FONT, 30), ImageFont.truetype(FONT, 58 * 30 // wide)
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


_QR = bytes.fromhex(
    "1fd47f 104d41 17455d 17515d 17595d 105641 1fd57f 001b00 1176f9 0ca308 007e78 "
    "0488f0 06c9ca 0015cf 1fd1b5 104310 175241 174b0f 174254 1044f9 1fd5e7"
)
"""`2-ZKV-318`, three octets a row."""


def qr() -> Image.Image:
    """A QR code that says `2-ZKV-318`."""
    picture = Image.new("RGB", SIZE, (240, 240, 240))
    draw, size = ImageDraw.Draw(picture), 22
    left, top = (SIZE[0] - 21 * size) // 2, (SIZE[1] - 21 * size) // 2
    for row in range(21):
        signs = int.from_bytes(_QR[3 * row : 3 * row + 3], "big")
        for column in range(21):
            if signs >> (20 - column) & 1:
                x, y = left + column * size, top + row * size
                draw.rectangle((x, y, x + size - 1, y + size - 1), fill=(10, 10, 10))
    return picture


def plate(number: str) -> Image.Image:
    """The back of a car: dark, with a Belgian plate on it."""
    picture = Image.new("RGB", SIZE, (48, 52, 58))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((240, 330, 1040, 500), 14, fill=(236, 238, 238), outline=(150, 20, 32), width=8)
    draw.text((640, 415), number, font=ImageFont.truetype(BOLD, 118), fill=(150, 20, 32), anchor="mm")
    return picture


def wall() -> Image.Image:
    """No document: bricks."""
    picture = Image.new("RGB", SIZE, (150, 142, 132))
    draw = ImageDraw.Draw(picture)
    for row in range(10):
        for column in range(8):
            left = column * 170 - (row % 2) * 85
            draw.rectangle((left + 4, row * 80 + 4, left + 164, row * 80 + 74), fill=(156, 84, 66))
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

"""Shapes of plates abroad: `X` a letter, `9` a digit, `-` where a gap or dash may stand.

A shape tells a country only as far as countries differ, so one text may have several readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FRENCH = "ABCDEFGHJKLMNPQRSTVWXYZ"
_CYRILLIC = "ABCEHIKMOPTXY"
"""Latin letters that a Cyrillic alphabet has too: all that Ukraine and Bulgaria use."""
_BULGARIA = "A B BH BP BT C CA CB CC CH CO CT E EB EH H K KH M OB P PA PB PK PP T TX X Y"
_POLAND = "[BCDEFGKLNOPRSTWZ][A-Z]"
_CROATIA = "BJ BM DA DE DJ DU GS IM KA KC KR KT MA NA NG OG OS PU RI SB SI SK SL ST VK VT VU ZD ZG"
_ROMANIA = (
    "AB AG AR BC BH BN BR BT BV BZ CJ CL CS CT CV DB DJ GJ GL GR HD HR IF IL IS MH MM MS NT OT PH SB SJ SM "
    "SV TL TM TR VL VN VS"
)
_SWITZERLAND = "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH"


@dataclass(frozen=True, slots=True)
class Shape:
    """`joined`: the weight when a separator is left out."""

    country: str
    pattern: re.Pattern[str]
    weight: float
    joined: float


def _shape(
    country: str,
    shape: str,
    weight: float,
    *,
    joined: float | None = None,
    letters: str = "A-Z",
    area: str = "",
) -> Shape:
    """`area`: what the first letters may be, in place of the shape's first run of `X`."""
    first, *rest = (_run(run, letters) for run in shape.split("-"))
    runs = ["|".join(area.split()) or first, *rest]
    pattern = re.compile("[- .]?".join(f"({run})" for run in runs))
    return Shape(country, pattern, weight, weight if joined is None else joined)


def _run(run: str, letters: str) -> str:
    return re.sub(r"X", f"[{letters}]", re.sub(r"9", r"[0-9]", run))


_NETHERLANDS = (
    "99-99-XX 99-XX-99 XX-99-XX XX-XX-99 99-XX-XX 99-XXX-9 "
    "9-XXX-99 XX-999-X X-999-XX XXX-99-X X-99-XXX 9-XX-999"
)

SHAPES = (
    _shape("F", "XX-999-XX", 0.85, letters=_FRENCH),
    *(_shape("NL", shape, 0.8) for shape in _NETHERLANDS.split()),
    _shape("NL", "XX-99-99", 0.8, joined=0.4),
    Shape("D", re.compile(r"([A-ZÄÖÜ]{1,3})[- ]([A-Z]{1,2})[ .]?([0-9]{1,4}[EH]?)"), 0.8, 0.8),
    Shape("D", re.compile(r"([A-ZÄÖÜ]{1,3})[- ]([A-Z]{1,2})-([0-9]{1,4}[EH]?)"), 0.7, 0.7),
    _shape("L", "XX-9999", 0.75),
    _shape("UK", "XX99-XXX", 0.8),
    _shape("BG", "XX-9999-XX", 0.85, letters=_CYRILLIC, area=_BULGARIA),
    _shape("UA", "XX-9999-XX", 0.8, letters=_CYRILLIC),
    _shape("I", "XX-999-XX", 0.7, letters=_FRENCH),
    _shape("E", "9999-XXX", 0.8, letters="BCDFGHJKLMNPRSTVWXYZ"),
    _shape("RO", "XX-99-XXX", 0.8, joined=0.6, area=_ROMANIA),
    *(_shape("RO", shape, 0.8, joined=0.6, area="B") for shape in ("X-99-XXX", "X-999-XXX")),
    *(
        _shape("TR", f"99-{'X' * x}-{'9' * n}", 0.8, joined=0.6)
        for x in (1, 2, 3)
        for n in (2, 3, 4)
        if x + n < 7
    ),
    *(_shape("PL", f"XX-{rest}", 0.65, joined=0.5, area=_POLAND) for rest in ("99999", "9999X", "999XX")),
    *(
        _shape("PL", f"XXX-{rest}", 0.65, joined=0.5, area=f"{_POLAND}[A-Z]")
        for rest in ("9999", "99999", "99XX")
    ),
    *(_shape("A", f"X-{'9' * n}-{x}", 0.7, area="G K L S W") for n in (4, 5) for x in ("X", "XX")),
    *(_shape("CH", f"XX-{'9' * n}", 0.55, area=_SWITZERLAND) for n in (5, 6)),
    *(_shape("HR", f"XX-{n}-{x}", 0.7, area=_CROATIA) for n in ("999", "9999") for x in ("X", "XX")),
)

COUNTRIES = frozenset(shape.country for shape in SHAPES)


def readings(written: str) -> Iterator[tuple[str, str, float]]:
    """(country, with dashes, weight) for each country whose plates have this shape."""
    seen: set[str] = set()
    gaps = sum(not sign.isalnum() for sign in written)
    for shape in SHAPES:
        match = shape.pattern.fullmatch(written)
        if match and shape.country not in seen:
            seen.add(shape.country)
            whole = gaps == len(match.groups()) - 1
            yield shape.country, "-".join(match.groups()), shape.weight if whole else shape.joined

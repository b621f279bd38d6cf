"""Shapes of plates abroad: `X` a letter, `9` a digit, `-` where a gap or dash may stand.

A shape tells a country only as far as countries differ, so one text may have several readings. Some shapes
say so little that they count only beside the country's sign (`bare`).
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
_IRELAND = "C CE CN CW D DL G KE KK KY L LD LH LK LM LS MH MN MO OY RN SO T TN TS W WD WH WW WX"
_SLOVAKIA = (
    "BA BB BJ BL BN BR BS BT BY CA DK DS DT EL EV EZ GA GL HC HE IL KA KE KK KM KN KS LC LE LM LV MA MI ML "
    "MT MY NI NM NO NR NZ PB PD PE PK PN PO PP PT PU PV RA RK RS RV SA SB SC SE SI SK SL SN SO SP SV TA TN "
    "TO TR TS TT TV VK VT ZA ZC ZH ZM ZV"
)
_SLOVENIA = "CE GO KK KP KR LJ MB MS NM PO SG"
_TURKEY = r"0[1-9]|[1-7]\d|8[01]"


@dataclass(frozen=True, slots=True)
class Shape:
    """`joined`: the weight when a separator is left out."""

    country: str
    pattern: re.Pattern[str]
    weight: float
    joined: float
    bare: bool = True


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


def _free(country: str, pattern: str, weight: float, joined: float | None = None) -> Shape:
    """A shape as a pattern with a group for each part; `~` where a gap or dash may stand."""
    made = re.compile(pattern.replace("~", "[- .]?"))
    return Shape(country, made, weight, weight if joined is None else joined)


def _signed(country: str, *shapes: str) -> Iterator[Shape]:
    """Shapes that are those of others too: only beside the sign."""
    for shape in shapes:
        made = _shape(country, shape, 0.5)
        yield Shape(country, made.pattern, 0.5, 0.5, bare=False)


_NETHERLANDS = (
    "99-99-XX 99-XX-99 XX-99-XX XX-XX-99 99-XX-XX 99-XXX-9 "
    "9-XXX-99 XX-999-X X-999-XX XXX-99-X X-99-XXX 9-XX-999"
)

SHAPES = (
    _free("SK", f"({'|'.join(_SLOVAKIA.split())})[- ]([0-9]{{3}})([A-Z]{{2}})", 0.87),
    _shape("F", "XX-999-XX", 0.85, letters=_FRENCH),
    _free("IRL", f"(1[3-9][12]|2[0-9][12])~({'|'.join(_IRELAND.split())})~([0-9]{{1,6}})", 0.85, 0.7),
    *(_shape("NL", shape, 0.8) for shape in _NETHERLANDS.split()),
    _shape("NL", "XX-99-99", 0.8, joined=0.4),
    _free("F", "([0-9]{4})~([A-Z]{2})~(0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-6])", 0.8),
    _free("F", "([0-9]{1,4})~([A-Z]{2,3})~(0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-6])", 0.75, 0.65),
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
        _free("TR", f"({_TURKEY})~([A-Z]{{{x}}})~([0-9]{{{n}}})", 0.8, 0.6)
        for x in (1, 2, 3)
        for n in (2, 3, 4)
        if x + n < 7
    ),
    _free("TR", f"({_TURKEY})~([A-Z])~([0-9]{{5}})", 0.8, 0.6),
    *(_shape("PL", f"XX-{rest}", 0.65, joined=0.5, area=_POLAND) for rest in ("99999", "9999X", "999XX")),
    *(
        _shape("PL", f"XXX-{rest}", 0.65, joined=0.5, area=f"{_POLAND}[A-Z]")
        for rest in ("9999", "99999", "99XX")
    ),
    *(_shape("A", f"X-{'9' * n}-{x}", 0.7, area="G K L S W") for n in (4, 5) for x in ("X", "XX")),
    *(_shape("CH", f"XX-{'9' * n}", 0.55, area=_SWITZERLAND) for n in (5, 6)),
    *(_shape("CH", f"XX-{'9' * n}", 0.65, area=_SWITZERLAND) for n in (2, 3, 4)),
    *(_shape("HR", f"XX-{n}-{x}", 0.7, area=_CROATIA) for n in ("999", "9999") for x in ("X", "XX")),
    _free("IRL", f"(8[7-9]|9[0-9]|0[0-9]|1[0-2])~({'|'.join(_IRELAND.split())})~([0-9]{{1,6}})", 0.7, 0.55),
    _free("CZ", "([0-9][A-Z][0-9A-Z])~([0-9]{4})", 0.8),
    _free("CZ", "([A-Z]{2,3})[- ]([0-9]{2})-([0-9]{2})", 0.65),
    _free("SK", f"({'|'.join(_SLOVAKIA.split())})[- ]([0-9]{{3}})[- ]([A-Z]{{2}})", 0.6),
    _free("H", "([A-Z]{2}) ?([A-Z]{2})-([0-9]{3})", 0.85, 0.8),
    _free("H", "([A-Z]{2})~([A-Z]{2})~([0-9]{3})", 0.55),
    _free("H", "([A-Z]{3})-([0-9]{3})", 0.5),
    _free("MA", "([0-9]{1,5})~([ABDEHTWY])~([0-9]{1,2})", 0.75, 0.65),
    _free("TN", "([0-9]{1,3})~(TUN|TU|RS)~([0-9]{1,4})", 0.9),
    _free("SLO", f"({'|'.join(_SLOVENIA.split())})~([A-Z0-9]{{2}})[- ]([A-Z0-9]{{2,3}})", 0.65),
    _free("P", "([A-Z]{2})~([0-9]{2})~([A-Z]{2})", 0.6, 0.55),
    _free("DK", "([A-Z]{2})[ ]([0-9]{2})[ ]([0-9]{3})", 0.8),
    _free("UK", "([A-Z][0-9]{1,3})~([A-Z]{3})", 0.65),
    _free("RUS", "([ABCEHKMOPTXY])~([0-9]{3})~([ABCEHKMOPTXY]{2})~([0-9]{2,3})", 0.8),
    _free("BY", "([0-9]{4})~([A-Z]{2})-([0-8])", 0.8),
    _free("BIH", "([AEJKMOT][0-9]{2})[- ]([AEJKMOT])[- ]([0-9]{3})", 0.85),
    _free("NMK", "(BT|GV|KU|OH|PP|SK|SR|ST|TE|VE|VI)~([0-9]{4})~([A-Z]{2})", 0.7),
    _free("SRB", "([A-Z]{2})~([0-9]{3,4})-([A-Z]{2})", 0.65),
    _free("RKS", "(0[1-7])~([0-9]{3})~([A-Z]{2})", 0.8),
    _free("GR", "([ABEHIKMNOPTXYZ]{3})[- ]([0-9]{4})", 0.7),
    _free("E", "([A-Z]{1,2})[- ]([0-9]{4})[- ]([A-Z]{1,2})", 0.65),
    *_signed("L", "9999", "99999"),
    *_signed("CH", "XX-9", "XX-99", "XX-999", "XX-9999", "XX-99999", "XX-999999"),
    *_signed("N", "XX-99999", "XX-9999"),
    *_signed("DK", "XX-99-999", "XX-99999"),
    *_signed("S", "XXX-999", "XXX-99X"),
    *_signed("FIN", "XXX-999", "XX-999", "XXX-99"),
    *_signed("LT", "XXX-999", "XX-999", "XX-9999", "XX-9-9999"),
    *_signed("LV", "XX-9999", "XX-999", "XX-99"),
    *_signed("EST", "999-XXX", "99-XXX"),
    *_signed("H", "XXX-999", "XX-XX-999"),
    *_signed("P", "99-XX-99", "99-99-XX", "XX-99-99", "XX-99-XX"),
    *_signed("I", "XX-99999", "XX-999999"),
    *_signed("AL", "XX-999-XX"),
    *_signed("SK", "XX-999-XX"),
    *_signed("SRB", "XX-999-XX", "XX-9999-XX"),
    *_signed("MNE", "XX-XX999"),
    *_signed("MD", "XXX-999"),
    *_signed("M", "XXX-999"),
    *_signed("CY", "XXX-999"),
    *_signed("USA", "9XXX999", "XXX-9999", "XXX-999", "999-XXX"),
    *_signed("IS", "XX-999", "XX-X99"),
    *_signed("FL", "99999", "9999", "FL-99999"),
    *_signed("MC", "9999", "999X", "X999"),
    *_signed("AND", "X-9999"),
    *_signed("UA", "XX-9999-XX"),
)

COUNTRIES = frozenset(shape.country for shape in SHAPES)


def readings(written: str, country: str = "") -> Iterator[tuple[str, str, float]]:
    """(country, with dashes, weight) for each country whose plates have this shape; of one, if it is told."""
    seen: set[str] = set()
    gaps = sum(not sign.isalnum() for sign in written)
    for shape in _OF.get(country, () if country else _BARE):
        if shape.country in seen:
            continue
        if match := shape.pattern.fullmatch(written):
            seen.add(shape.country)
            whole = gaps == len(match.groups()) - 1
            yield shape.country, "-".join(match.groups()), shape.weight if whole else shape.joined


_BARE = tuple(shape for shape in SHAPES if shape.bare)
_OF = {land: tuple(shape for shape in SHAPES if shape.country == land) for land in COUNTRIES}

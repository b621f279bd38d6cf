"""How officers type people: by name with what they know besides, by number, by a paper, by a phone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

import numpy as np

from world import numbers
from world.columns import text
from world.names.spelling import without_accents

from .drawing import Draw, one_of
from .meaning import Meant, Typed

_MONTHS: tuple[Sequence[str], ...] = (
    (
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ),
    (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
)  # fmt: skip
CASES: tuple[Callable[[str], str], ...] = (str, str.lower, str.lower, str.title, str.upper)
_PARTICLES = {"van den": "vd", "van der": "v.d.", "van de": "v.d."}


def _name(draw: Draw, writing: str, pattern: str, *, born: str = "", **parts: str) -> Typed:
    """`pattern` with {g} for the given and {s} for the surname, in the case that comes."""
    person = draw.row
    given, surname = draw.given, draw.surname
    case = one_of(draw.chance, CASES)
    name = case(re.sub(r"\s+", " ", pattern.format(g=given, s=surname)).strip())
    said = parts.pop("beside", "{}").format(name)
    return Typed(
        text=said,
        writing=writing,
        means=(Meant(("name", "name_birth"), person, name, family=surname, born=born),),
        level=draw.truth.named(person),
    )


def _order(chance: np.random.Generator) -> str:
    return one_of(chance, ("{g} {s}", "{s} {g}"))


def with_year(draw: Draw) -> Typed:
    """`jeroen verlinden 85`."""
    year = draw.born.year
    beside = one_of(
        draw.chance, (f"{{}} {year % 100:02d}", f"{{}} {year}", f"{{}} °{year}", f"{{}} ({year})")
    )
    return _name(draw, "name with year", _order(draw.chance), born=str(year), beside=beside)


def with_age(draw: Draw) -> Typed | None:
    """`jeroen verlinden 41 jaar`; nobody gives the age of a baby in years."""
    born, on = draw.born, draw.on
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    if age < 1:
        return None
    beside = one_of(
        draw.chance, (f"{{}} {age} jaar", f"{{}} {age}j", f"{{}}, {age} ans", f"{{}} ({age} jaar)")
    )
    return _name(draw, "name with age", _order(draw.chance), born=str(born.year), beside=beside)


def with_date(draw: Draw) -> Typed:
    """`verlinden jeroen 30/07/85`, `30 juli 1985` …"""
    beside = "{} " + one_of(draw.chance, ("", "", "° ", "geb. ", "né le ")) + _date(draw.born, draw.chance)
    if draw.chance.random() < 0.15:
        beside = f"{_date(draw.born, draw.chance)} {{}}"
    return _name(draw, "name with date", _order(draw.chance), born=draw.born.isoformat(), beside=beside)


def _date(born: date, chance: np.random.Generator) -> str:
    months = one_of(chance, _MONTHS)
    forms = (
        f"{born:%d/%m/%Y}",
        f"{born:%d/%m/%y}",
        f"{born:%d.%m.%Y}",
        f"{born:%d-%m-%Y}",
        f"{born.day}/{born.month}/{born.year}",
        f"{born:%Y-%m-%d}",
        f"{born:%d%m%Y}",
        f"{born:%d %m %Y}",
        f"{born.day} {months[born.month - 1]} {born.year}",
    )
    return one_of(chance, forms)


def with_place(draw: Draw) -> Typed:
    """`verlinden jeroen, lindebeek`."""
    people, town = draw.world.people, draw.world.town
    street = town.streets[town.addresses.street[people.address[draw.row]]]
    place = town.places[street.municipality].name
    forms = (
        f"{{}} {place}",
        f"{{}} {place.lower()}",
        f"{{}}, {place}",
        f"{{}} te {place}",
        f"{{}} ({place})",
    )
    return _name(draw, "name with place", _order(draw.chance), beside=one_of(draw.chance, forms))


def initials(draw: Draw) -> Typed:
    """`J. Verlinden`, `verlinden j`, with a year or without."""
    initial = draw.given[0]
    pattern = one_of(
        draw.chance, (f"{initial}. {{s}}", f"{{s}} {initial}.", f"{{s}} {initial}", f"{initial} {{s}}")
    )
    year = draw.born.year
    if draw.chance.random() < 0.5:
        return _name(draw, "initial", pattern, born=str(year), beside=f"{{}} {year}")
    return _name(draw, "initial", pattern)


def particles(draw: Draw) -> Typed:
    """`vandenberghe katrien`, `vd berghe katrien`, `el amrani` as `elamrani`, with a date."""
    surname = draw.surname
    small = surname.lower()
    short = next((s for long, s in _PARTICLES.items() if small.startswith(f"{long} ")), "")
    ways = [surname.replace(" ", ""), surname.replace(" ", "", 1), surname.replace(" ", "-", 1)]
    if short:
        ways.append(f"{short} {surname.split(' ', 2)[2]}")
    written = one_of(draw.chance, ways)
    pattern = one_of(draw.chance, ("{g} {s}", "{s} {g}")).replace("{s}", written)
    typed = _name(
        draw, "particle otherwise", pattern, born=draw.born.isoformat(), beside=f"{{}} {draw.born:%d/%m/%Y}"
    )
    if not short or written != ways[-1]:
        return typed
    (meant,) = typed.means
    whole = Meant(meant.kinds, meant.row, f"{draw.given} {surname}", family=surname, born=meant.born)
    return Typed(typed.text, typed.writing, (whole,), typed.level)


def comma(draw: Draw) -> Typed:
    """`VERLINDEN, Jeroen`, `Jeroen VERLINDEN`."""
    given, surname = draw.given, draw.surname
    patterns = (f"{surname.upper()}, {given}", f"{surname}, {given}", f"{given} {surname.upper()}")
    name = one_of(draw.chance, (*patterns, f"{surname.upper()} {given}"))
    meant = Meant(("name", "name_birth"), draw.row, name, family=surname)
    return Typed(name, "capitals or comma", (meant,), draw.truth.named(draw.row))


def alone(draw: Draw) -> Typed:
    """`jeroen verlinden`, with accents and without."""
    typed = _name(draw, "name alone", _order(draw.chance))
    return Typed(without_accents(typed.text), typed.writing, typed.means, typed.level)


def number_of(draw: Draw) -> tuple[str, Meant]:
    """A national number in one of its spellings."""
    digits = f"{int(draw.world.people.national[draw.row]):011d}"
    dotted = numbers.grouped_national(int(digits))
    a, b, c = digits[:6], digits[6:9], digits[9:]
    yy, mm, dd = digits[:2], digits[2:4], digits[4:6]
    forms = (
        dotted, digits, dotted.replace(".", " ").replace("-", " "), f"{a}-{b}-{c}", f"{a} {b} {c}",
        f"{yy}.{mm}.{dd}-{b}-{c}", f"{yy} {mm} {dd}-{b}.{c}", f"{yy}/{mm}/{dd}-{b}.{c}", f"{a}-{b}.{c}",
    )  # fmt: skip
    kind = "bis_number" if draw.world.people.bis[draw.row] else "national_number"
    return one_of(draw.chance, forms), Meant((kind,), draw.row, digits)


def national_number(draw: Draw) -> Typed:
    """`85.07.30-033.28` and what else officers make of it."""
    written, meant = number_of(draw)
    return Typed(written, "national number", (meant,), draw.truth.numbered(draw.row))


def labelled_number(draw: Draw) -> Typed:
    """`RR 85.07.30-033.28`, `n° national : …`."""
    written, meant = number_of(draw)
    labels = (
        "RR ",
        "rrn: ",
        "NN ",
        "INSZ ",
        "niss ",
        "rijksregister ",
        "rijksregisternummer: ",
        "n° national : ",
    )
    written = one_of(draw.chance, labels) + written
    return Typed(written, "national number with label", (meant,), draw.truth.numbered(draw.row))


def number_in_chatter(draw: Draw) -> Typed:
    """`bestuurder 85.07.30-033.28 zonder rijbewijs`."""
    written, meant = number_of(draw)
    forms = (
        "bestuurder {}", "{} zonder rijbewijs", "betrokkene is {}, woont te Lindebeek",
        "conducteur {} sans permis", "persoon aangetroffen: {} graag nazicht",
    )  # fmt: skip
    text_ = one_of(draw.chance, forms).format(written)
    return Typed(text_, "chatter around a national number", (meant,), draw.truth.numbered(draw.row))


def paper(draw: Draw) -> Typed:
    """Cards, passports, residence cards and licences, with a label or without."""
    written = number = text(draw.world.papers.number[draw.row])
    if len(number) == 12 and number.isdigit():
        grouped = f"{number[:3]}-{number[3:10]}-{number[10:]}"
        written = one_of(
            draw.chance, (grouped, number, grouped.replace("-", " "), f"eid {grouped}", f"kaart {number}")
        )
    elif len(number) == 8 and number[:2].isalpha():
        written = one_of(
            draw.chance, (number, number.lower(), f"{number[:2]} {number[2:]}", f"paspoort {number}")
        )
    elif number[0] == "B" and number[1:].isdigit():
        written = one_of(
            draw.chance, (number, number.lower(), f"{number[0]} {number[1:]}", f"verblijfskaart {number}")
        )
    elif number.isdigit():
        written = one_of(draw.chance, (f"rijbewijs {number}", f"rijbewijs nr {number}", f"permis {number}"))
    return Typed(written, "document", (Meant(("document",), draw.row, number),), draw.truth.paper(draw.row))


def phone_of(draw: Draw) -> tuple[str, Meant]:
    """A mobile number in one of its spellings."""
    number = str(int(draw.world.people.phone[draw.row]))
    a, b, c, d = number[2:5], number[5:7], number[7:9], number[9:]
    forms = (
        f"0{a}{b}{c}{d}", f"0{a} {b} {c} {d}", f"0{a}/{b}.{c}.{d}", f"0{a}/{b} {c} {d}", f"{a}{b}{c}{d}",
        f"+32 {a} {b} {c} {d}", f"0032{a}{b}{c}{d}", f"+32{a}{b}{c}{d} (gsm)", f"gsm 0{a} {b} {c} {d}",
        f"+32 (0){a} {b} {c} {d}", f"tel. 0{a}-{b}-{c}-{d}", f"+{number}",
    )  # fmt: skip
    return one_of(draw.chance, forms), Meant(("phone",), draw.row, number)


def phone(draw: Draw) -> Typed:
    """`0470 …`, `470…`, `+32 … (gsm)`."""
    written, meant = phone_of(draw)
    return Typed(written, "phone", (meant,), draw.truth.phone(draw.row))


WRITINGS: dict[str, tuple[Callable[[Draw], Typed | None], ...]] = {
    "person": (with_place, initials, comma, alone, national_number, labelled_number, number_in_chatter),
    "dated": (with_year, with_age, with_date),
    "particled": (particles,),
    "paper": (paper,),
    "subscriber": (phone,),
}
"""Whom a writing is about → the writings."""

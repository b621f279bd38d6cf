"""Addresses as people say them: `Kapelstraat 41`, `Rue de la Gare 12 bte 3, 5000 Namur`, `41 rue Haute`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from focus.core.names import is_family
from focus.modules.search.questions import Reading
from focus.modules.search.understanding import names, postcodes, street_words
from focus.modules.search.understanding.folding import plain
from focus.modules.search.understanding.guess import Found, Guess
from focus.modules.search.understanding.known import NOTHING_KNOWN, Known
from focus.modules.search.understanding.places import LONGEST_NAME
from focus.modules.search.understanding.postcodes import Town

_NUMBER = (
    r"(?P<number>\d{1,4}(?:\s?(?:bis|ter|quater)(?!\w)|\s?[A-Za-z](?![\w.'’]))?"
    r"(?:\s?(?:[-–+&]|en\s|et\s|und\s)\s?\d{1,4}(?:\s?[A-Za-z])?(?!\w))?)(?!\d)"
)
_VALUE = r"(?:\d[\w./\-]{0,7}|[A-Za-z]{1,2}\d{0,3}(?!\w))"
_UNIT = (
    r"(?:appartement|appart|appt?|apt|verdieping|verdiep|verd|étage|etage|ét|niveau|niv|kamer|chambre|studio"
    r"|unit|whg|wohnung)"
)
_FLOOR = (
    r"(?P<floor>\d{1,2})\s?(?:e|de|ste|er|eme|ème|è)?\.?\s?(?:verdieping|verd|étage|etage|stock)\.?(?!\w)"
)
_GROUND = r"(?:gelijkvloers|glvl|rez-de-chaussée|rdc)(?!\w)"
_SHORT_BOX = r"(?:b\.?\s?|/\s?|\#\s?)(?P<short>\d[\w./\-]{0,7}|(?<=/)[A-Za-z](?!\w))"
_BOX = (
    rf"(?:[\s,]*(?:{_FLOOR}|{_UNIT}\.?\s*(?P<unit>{_VALUE})|{_GROUND}))?"
    rf"(?:[\s,]*(?:(?:bus|bte|boite|boîte|box|postfach)\.?\s*(?P<box>{_VALUE})|{_SHORT_BOX}))?"
)
_TOWN = r"(?:(?:[\s,]+|\s[-–]\s)(?:(?:à|te|in)\s+)?(?P<town>[^\W\d_][^\d,]{1,40}))?"
_NO = r"(?:huisnummer|nummer|numéro|numero|nr|n°|no)\.?\s*"
_AFTER = re.compile(
    rf"(?P<street>[^\d,]{{2,60}}?)(?:[\s,]+|(?<=\.))(?:{_NO})?{_NUMBER}{_BOX}{_TOWN}\s*", re.IGNORECASE
)
_DATED = re.compile(
    rf"(?P<street>[^\d,]{{0,40}}\d{{1,2}}(?:er|e)?\s[^\d,]{{2,40}}?(?:\s(?:19|20)\d{{2}})?)[\s,]+(?:{_NO})?"
    rf"{_NUMBER}{_BOX}{_TOWN}\s*",
    re.IGNORECASE,
)
"""A street that is called after a day: `Rue du 11 Novembre 12`."""
_BEFORE = re.compile(
    rf"{_NUMBER}[\s,]+(?P<street>[^\d,]{{3,60}}?){_BOX}(?:\s*,\s*(?P<town>[^\W\d_][^\d,]{{1,40}}))?\s*",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"(?P<street>[^\d,]{3,60}?)(?:[\s,]+(?:z\.?\s?n\.?|s\.?\s?/\s?n\.?|sn|zonder\s(?:huis)?nummer|sans\snuméro|o\.\s?nr\.?)(?!\w)\.?)"
    r"(?:[\s,]+(?P<town>[^\d,]{2,40}))?",
    re.IGNORECASE,
)
_ONLY = re.compile(r"(?P<street>[^\d,]{4,60}?)(?:,\s*(?P<town>[^\d,]{2,40}))?")
_GLUED = re.compile(r"^([^\W\d_][^\d]{3,40}?)(\d{1,4}[A-Za-z]?)(?=$|[\s,/])")
_DATE = re.compile(r"(?<!\d)\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4}(?!\d)")
_OF_AN_AGE = frozenset({"jaar", "ans", "jahre", "years", "jaar oud", "jahre alt", "years old"})
_NO_PART = re.compile(
    r"^(?:adres|adresse|address"
    r"|woont|wonende|verblijft|huiszoeking|interventie|tussenkomst|oproep|melding|inbraak|ter hoogte van"
    r"|thv|habite|demeurant|perquisition|intervention|appel|cambriolage|wohnhaft|wohnt|einsatz|einbruch)"
    r"(?:\s(?:te|in|op|aan|à|au|in der|am))?\s?:?\s"
    r"|[\s,]+(?:belgi[eë]|belgique|belgien|belgium)\.?$",
    re.IGNORECASE,
)
"""What is done or who lives there, before the street; the country, behind the place."""
_MOST = 3
_MAY_BE_NAME = 0.6
"""Of `de dries jan 52`: a word of streets, in what may as well be a name with its particle."""
_COMPLETED, _UNKNOWN, _OFFERED = "street_completed", "street_unknown", "street_offered"


@dataclass(frozen=True, slots=True)
class _Address:
    street: str
    number: str
    box: str
    town: Town
    how: str
    """By which form it was found."""

    def reading(self, street: str, *warnings: str) -> Reading:
        """With the street as it shall be asked."""
        facts = {"street": street, "number": self.number, "box": self.box}
        facts |= {"postcode": self.town.postcode, "municipality": self.town.name}
        line = f"{street} {self.number}".strip() + (f" bus {self.box}" if self.box else "")
        town = f"{self.town.postcode} {self.town.name}".strip()
        return Reading(
            kind="address",
            normal=f"{line}, {town}" if town else line,
            facts={key: value for key, value in facts.items() if value},
            country=self.town.country or None,
            warnings=warnings,
        )


def read(text: str, known: Known = NOTHING_KNOWN) -> Found:
    """Readings of a text as an address, the register's own spelling first where it knows the street."""
    text = _NO_PART.sub("", re.sub(r"\s+", " ", text).strip(" ,;"))
    town = postcodes.split(_unglued(text, known), known)
    found = _taken_apart(town if town.name else _place_first(town, known), known)
    if found is None or (_DATE.search(text) and not street_words.named(found.street)):
        return []
    return _spelled(found, _weight(found, known), known)


def _unglued(text: str, known: Known) -> str:
    """`bosdreef31`, where that is a street."""
    glued = _GLUED.match(text)
    if glued is None or glued[1].endswith((" ", ",", "/", "-")):
        return text
    is_street = street_words.named(glued[1]) == 2 or known.is_street(glued[1])
    return f"{glued[1]} {text[glued.end(1) :]}" if is_street else text


def _place_first(town: Town, known: Known) -> Town:
    """`Lindebeek, Bosdreef 31`, and without the comma where the register has the street and not the whole."""
    said = town.head.split(" ")
    for size in range(min(LONGEST_NAME, len(said) - 2), 0, -1):
        place, rest = " ".join(said[:size]), " ".join(said[size:])
        street = re.split(r"[\s,]+\d", rest, maxsplit=1)[0]
        if street == rest or not known.is_place(place.rstrip(",")):
            continue
        told = place.endswith(",") and street_words.named(street) > 0
        if told or (known.is_street(street) and not known.is_street(f"{place} {street}")):
            return replace(town, head=rest, name=place.rstrip(","))
    return town


def _taken_apart(town: Town, known: Known) -> _Address | None:
    head = town.head
    named = street_words.named(head) > 0 or known.is_street(head)
    if match := _WITHOUT.fullmatch(head):
        return _address(match, town, "without", known)
    match = _AFTER.fullmatch(head)
    if match and len(re.sub(r"\W", "", match["street"])) >= 3:
        return _address(match, town, "after", known)
    for pattern, how in ((_BEFORE, "before"), (_DATED, "dated")):
        match = pattern.fullmatch(head)
        if match and (named or known.is_street(match["street"])):
            return _address(match, town, how, known)
    match = _ONLY.fullmatch(head)
    return _address(match, town, "only", known) if match else None


def _address(match: re.Match[str], town: Town, how: str, known: Known) -> _Address:
    given = {key: (value or "").strip(" ,") for key, value in match.groupdict().items()}
    street = given["street"].strip(" ,-")
    if street_words.named(bare := street.rstrip(".")):
        street = bare
    number = re.sub(r"\s(?:en|et|und)\s|&", "+", given.get("number", ""))
    number = re.sub(r"\s", "", number).replace("–", "-").upper()
    box = next((given[key] for key in ("box", "short", "unit", "floor") if given.get(key)), "").strip(".")
    called = town.name or given.get("town", "").strip(" .-")
    if not called and how in ("only", "without"):
        street, called = _with_place(street, known)
    return _Address(street, number, box, Town("", town.postcode, called, town.country), how)


def _with_place(street: str, known: Known) -> tuple[str, str]:
    """`Kapelstraat Gent`: a known place behind what is named as a street."""
    tokens = street.split(" ")
    for size in range(min(LONGEST_NAME, len(tokens) - 1), 0, -1):
        place, rest = " ".join(tokens[-size:]), " ".join(tokens[:-size])
        if known.is_street(street) or not known.is_place(place):
            continue
        rest = re.sub(r"\s(?:te|à|in)$", "", rest)
        if street_words.named(rest) or known.is_street(rest):
            return rest, place
    return street, ""


def _weight(found: _Address, known: Known) -> float:
    street = found.street
    named = street_words.named(street)
    sure = named == 2 or (named == 1 and not is_family(street)) or known.is_street(street)
    if named == 1 and not known.is_street(street):
        sure = sure and 2 not in (names.recognised(street), names.recognised(street.rpartition(" ")[0]))
        if sure and names.recognised(street) and any(map(names.begins_family, street.split())):
            return _MAY_BE_NAME
    if found.how in ("only", "without"):
        return (0.9 if found.town.postcode or found.how == "without" else 0.65) if sure else 0.0
    if sure:
        return 0.95 if found.how != "before" else 0.9
    return _weight_of_stranger(found, known) if found.how == "after" else 0.0


def _weight_of_stranger(found: _Address, known: Known) -> float:
    """Of a street that nothing says to be one: it may be a name with a number."""
    if plain(found.town.name) in _OF_AN_AGE:
        return 0.15
    if re.fullmatch(r"(19|20)\d{2}", found.number) or (found.town.postcode and not found.number):
        return 0.3
    unlikely = known.streets is not None and known.streets.covers(found.town.postcode, found.town.name)
    if names.recognised(found.street):
        return 0.25 if unlikely else 0.6 if len(found.number) > 2 else 0.4
    return 0.3 if unlikely else 0.7


def _spelled(found: _Address, weight: float, known: Known) -> Found:
    if weight <= 0:
        return []
    plainly = street_words.written_out(found.street)
    if known.streets is None:
        return [Guess(found.reading(plainly), weight)]
    where = {"postcode": found.town.postcode, "municipality": found.town.name}
    foreign = bool(found.town.country) or len(found.town.postcode) > 4
    if streets := () if foreign else known.streets.find(found.street, **where):
        return _registered(found, [street.name for street in streets][:_MOST], weight)
    if foreign or not known.streets.covers(**where):
        return [Guess(found.reading(plainly), weight)]
    unknown: Found = [Guess(found.reading(plainly, _UNKNOWN), weight)]
    if names.recognised(found.street) and not street_words.named(found.street):
        return unknown
    return [*unknown, *_offered(found, [street.name for street in known.streets.near(found.street, **where)])]


def _registered(found: _Address, streets: list[str], weight: float) -> Found:
    """As the register writes it; where a short form fits several streets, each can be chosen."""
    made: Found = []
    for street in streets:
        same = street_words.key(street) == street_words.key(found.street)
        reading = found.reading(street, *(() if same else (_COMPLETED,)))
        made.append(Guess(reading, weight) if not made else Guess(_asking(reading), min(weight, 0.6)))
    return made


def _offered(found: _Address, streets: list[str]) -> Found:
    return [Guess(_asking(found.reading(street, _OFFERED)), 0.6) for street in streets]


def _asking(reading: Reading) -> Reading:
    return Reading(
        kind=reading.kind,
        normal=reading.normal,
        facts=reading.facts,
        country=reading.country,
        warnings=reading.warnings,
        asks=reading.normal,
    )

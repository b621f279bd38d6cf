"""How a source writes: its language, its dates, its slips, and how old what it tells is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from datetime import date as Date  # noqa: N812 - `Formatter.date` writes one
from typing import Any

from world import numbers
from world.chance import share
from world.characters import numbers as cast_numbers
from world.names.spelling import otherwise, without_accents
from world.people.households import countries
from world.people.population import Population
from world.world import World

Record = dict[str, Any]

# source and key of the cast → given name, surname, birth date as that source has it
cast_spellings: dict[tuple[str, str], tuple[str, str, Date]] = {
    ("bis-register", "mohamed"): ("Muhammad", "Al-Amrani", Date(1992, 3, 17)),
    ("foreigners-register", "mohamed"): ("Muhammad", "Al-Amrani", Date(1992, 3, 17)),
    ("driving-licences", "mohamed"): ("Mohammed", "El-Amrani", Date(1992, 3, 17)),
    ("phone-subscribers", "mohamed"): ("Mohamed", "Elamrani", Date(1992, 3, 17)),
    ("insurance", "mohamed"): ("El Amrani", "Mohamed", Date(1992, 3, 17)),
    ("sis-persons", "ivan"): ("Ivan", "Petroff", Date(1981, 5, 12)),
    ("interpol-nominals", "ivan"): ("IVAN", "PETROV", Date(1981, 12, 5)),
    ("driving-licences", "emre"): ("Emre", "Yilmaz", Date(1995, 1, 8)),
    ("driving-licences", "wei"): ("Chen", "Wei", Date(1979, 10, 1)),
    ("foreigners-register", "wei"): ("Chen", "Wei", Date(1979, 10, 1)),
    ("driving-licences", "katrien"): ("Katrien", "Vandenberghe", Date(1977, 10, 14)),
    ("phone-subscribers", "katrien"): ("Catherine", "Van Den Berghe", Date(1977, 10, 14)),
    ("asylum", "serhiy"): ("Sergiy", "Kovalenko", Date(1990, 1, 1)),
}
_keys = {row: key for key, row in cast_numbers.items()}

_person_words = {
    "nl": ("naam", "voornaam", "geboortedatum", "geslacht", "rijksregisternummer", "MV"),
    "fr": ("nom", "prénom", "dateNaissance", "sexe", "numeroNational", "HF"),
    "en": ("lastName", "firstName", "dateOfBirth", "gender", "nationalNumber", "MF"),
    "old": ("NAAM", "VNAAM", "GEBDAT", "GESL", "NRN", "12"),
}
_address_words = {
    "nl": ("straat", "huisnummer", "bus", "postcode", "gemeente"),
    "fr": ("rue", "numero", "boite", "codePostal", "commune"),
    "en": ("street", "number", "box", "postalCode", "city"),
    "old": ("STR", "HNR", "BUS", "PC", "GEM"),
}
_as_of_words = {"nl": "peildatum", "fr": "misAJourLe", "en": "asOf", "old": "STAND"}


@dataclass(frozen=True)
class Formatter:
    """`words`: nl, fr, en or old (capitals without accents); `dates`: a strftime form.

    `slips`: share of people whose name this source spells otherwise; `old`: how long ago its facts were
    true; `number`: whether it writes national numbers, "grouped" with dots.
    """

    source: str
    words: str
    dates: str = "%Y-%m-%d"
    slips: float = 0.0
    old: timedelta = timedelta(hours=1)
    number: str = "plain"

    def date(self, when: Date) -> str:
        return when.strftime(self.dates)

    def as_of(self) -> Record:
        """When this source's facts were true, to the second and in UTC."""
        when = datetime.now(UTC) - self.old
        return {_as_of_words[self.words]: when.strftime("%Y-%m-%dT%H:%M:%SZ")}

    def name(self, people: Population, person: int) -> tuple[str, str, Date]:
        """(given, surname, birth date) as this source has them."""
        given, surname, birth = people.given_name(person), people.surname_of(person), people.birth_of(person)
        if person in _keys:
            return cast_spellings.get((self.source, _keys[person]), (given, surname, birth))
        if share(f"slip {self.source}", person) < self.slips:
            given, surname = otherwise(given, surname, source=self.source, person=person)
        if share(f"date {self.source}", person) < self.slips / 8 and birth.day <= 12:
            birth = birth.replace(month=birth.day, day=birth.month)
        return given, surname, birth

    def person(self, people: Population, person: int) -> Record:
        """Name, birth date, sex and number in this source's words."""
        given, surname, birth = self.name(people, person)
        name_key, given_key, birth_key, sex_key, number_key, sexes = _person_words[self.words]
        if self.words == "old":
            given, surname = without_accents(given).upper(), without_accents(surname).upper()
        written: Record = {name_key: surname, given_key: given, birth_key: self.birth(people, person, birth)}
        written[sex_key] = sexes[int(people.sex[person])]
        if self.number:
            national = int(people.national[person])
            written[number_key] = (
                numbers.grouped_national(national) if self.number == "grouped" else f"{national:011d}"
            )
        return written

    def birth(self, people: Population, person: int, birth: Date) -> str | None:
        """The written date; only a year where the day was never known; sometimes nothing."""
        if people.day_unknown[person]:
            return str(birth.year) if self.words in ("nl", "fr") else None
        if person not in _keys and share(f"no date {self.source}", person) < self.slips / 20:
            return None
        return self.date(birth)

    def address(self, world: World, row: int) -> Record:
        town = world.town
        street = town.streets[town.addresses.street[row]]
        place = town.places[street.municipality]
        name = street.name_fr if self.words == "fr" else street.name
        box = int(town.addresses.box[row])
        words = _address_words[self.words]
        values: tuple[str | None, ...] = (
            name,
            str(int(town.addresses.house[row])),
            str(box) if box else None,
            place.postcode,
            place.name_fr if self.words == "fr" else place.name,
        )
        if self.words == "old":
            values = tuple(without_accents(value).upper() if value else "" for value in values)
        return dict(zip(words, values, strict=True))

    def one_line(self, world: World, row: int) -> str:
        """`Bosdreef 31, 5990 Lindebeek`."""
        street, house, box, postcode, place = self._parts(world, row)
        return f"{street} {house}{f' bus {box}' if box else ''}, {postcode} {place}"

    def _parts(self, world: World, row: int) -> Sequence[str | None]:
        words = "fr" if self.words == "fr" else "nl"
        pen = self if self.words == words else Formatter(self.source, words)
        return list(pen.address(world, row).values())

    def home(self, world: World, person: int) -> int:
        """Row of the address this source has: the old one for some who moved."""
        people = world.people
        before = int(people.previous[person])
        stale = share(f"stale {self.source}", person) < self.slips * 1.5
        if before >= 0 and (stale or (person in _keys and self.slips > 0)):
            return before
        return int(people.address[person])


def nationality(people: Population, person: int) -> str:
    return countries[people.nationality[person]]

"""The errors of life in names and birth dates, each with the share that it has in a register."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING

from world.names.spelling import particles_otherwise, transliterated, without_accents

if TYPE_CHECKING:
    from bench.truth import Person

_LATIN = "shch sh ch zh kh ts ya yu a b v w g d e z i y k l m n o p r s t u f h c j"
_LETTERS_FOR = "щ ш ч ж х ц я ю а б в в г д е з и й к л м н о п р с т у ф х ц й"
_CYRILLIC = tuple(zip(_LATIN.split(), _LETTERS_FOR.split(), strict=True))
_ARABIC = {
    "Mohamed": "محمد", "Ahmed": "أحمد", "Youssef": "يوسف", "Hassan": "حسن", "Ali": "علي", "Omar": "عمر",
    "Ibrahim": "إبراهيم", "Rachid": "رشيد", "Fatima": "فاطمة", "Khadija": "خديجة", "Amina": "أمينة",
    "El Amrani": "العمراني", "Benali": "بن علي", "El Idrissi": "الإدريسي", "Bouzid": "بوزيد",
    "Alaoui": "العلوي",
}  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def name_as_written(luck: random.Random, person: Person) -> tuple[str, str]:
    """(family name, given names) as one register has them."""
    family, given = person.family, person.given
    if person.second and luck.random() < 0.6:
        given = f"{given} {person.second}"
    event = luck.random()
    if person.married and event < 0.15:
        return (f"{family}-{person.married}" if event < 0.1 else person.married), given
    if event < 0.19:
        family = _slip(luck, family)
    elif event < 0.21:
        given = _slip(luck, given)
    elif event < 0.26:
        family = particles_otherwise(family)
    elif event < 0.34:
        given = " ".join(transliterated(word, luck.randrange(4)) for word in given.split())
    elif event < 0.37:
        family, given = _in_script(person, family), _in_script(person, given)
    elif event < 0.40:
        given = f"{given[0]}."
    elif event < 0.41:
        family, given = given, family
    elif event < 0.42:
        given = ""
    if luck.random() < 0.3:
        family, given = without_accents(family).upper() or family, without_accents(given).upper() or given
    return family, given


def _slip(luck: random.Random, name: str) -> str:
    """One letter too much, too little, another one, or two in each other's place."""
    if len(name) < 4:
        return name
    at = luck.randrange(1, len(name) - 1)
    kind = luck.randrange(4)
    if kind == 0:
        return name[:at] + name[at + 1 :]
    if kind == 1:
        return name[:at] + name[at] + name[at:]
    if kind == 2:
        return name[:at] + luck.choice(_LETTERS) + name[at + 1 :]
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _in_script(person: Person, name: str) -> str:
    if person.culture == "arabic":
        return " ".join(_ARABIC.get(part, part) for part in ([name] if name in _ARABIC else name.split()))
    if person.culture != "slavic":
        return name
    written = without_accents(name).lower()
    for latin, letter in _CYRILLIC:
        written = written.replace(latin, letter)
    return written.title()


def birth_as_written(luck: random.Random, born: date) -> str:
    """Mostly right; else missing, partial, swapped, a digit wrong, or the first of January."""
    whole = born.isoformat()
    event = luck.random()
    if event < 0.90:
        return whole
    if event < 0.93:
        return ""
    if event < 0.95:
        return whole[:4]
    if event < 0.96:
        return f"{born.year}-01-01"
    if event < 0.98:
        return f"{born.year}-{born.day:02}-{born.month:02}" if born.day <= 12 else whole
    at = luck.choice((3, 9))
    return _real(whole[:at] + str(luck.randrange(10)) + whole[at + 1 :], otherwise=whole)


def _real(text: str, *, otherwise: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return otherwise

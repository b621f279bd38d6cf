"""The people who stand in every world, whatever its seed and size: scenarios and tests are about them.

Their vehicles, documents and records stand in `world.records`, next to the generated ones; README.md
tells their stories.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from world.names import Culture


@dataclass(frozen=True)
class Character:
    """One person; `serial`: digits 7–9 of the national number; `month_plus` 40 makes it a BIS number."""

    key: str
    given: str
    surname: str
    woman: bool
    birth: date
    home: tuple[str, str, int]
    serial: int
    culture: Culture = Culture.FLEMISH
    nationality: str = "BE"
    month_plus: int = 0
    surname2: str = ""
    day_unknown: bool = False


def _in(street: str, house: int, place: str = "Lindebeek") -> tuple[str, str, int]:
    return place, street, house


F, W, A, T, S, C, O = Culture  # noqa: E741 - one letter per culture keeps the table readable

cast: tuple[Character, ...] = (
    Character("jeroen", "Jeroen", "Verlinden", False, date(1985, 7, 30), _in("Bosdreef", 31), 33),
    Character("sofie", "Sofie", "Goossens", True, date(1990, 4, 12), _in("Lindelaan", 20), 902),
    Character("pieter", "Pieter", "Goossens", False, date(2019, 3, 3), _in("Lindelaan", 20), 901),
    Character("marc", "Marc", "Leclercq", False, date(1974, 2, 8), _in("Kloosterstraat", 12), 901, W),
    Character("dirk", "Dirk", "Aerts", False, date(1968, 9, 21), _in("Kapelstraat", 41), 901),
    Character(
        "mohamed",
        "Mohamed",
        "El Amrani",
        False,
        date(1992, 3, 17),
        _in("Schoolstraat", 102, "Molenheide"),
        901,
        A,
    ),
    Character(
        "samira",
        "Samira",
        "El Amrani",
        True,
        date(1995, 6, 2),
        _in("Schoolstraat", 102, "Molenheide"),
        902,
        A,
    ),
    Character(
        "namesake",
        "Mohamed",
        "El Amrani",
        False,
        date(1992, 11, 3),
        _in("Vaartdijk", 9, "Vaartdonk"),
        903,
        A,
        "MA",
    ),
    Character("greta", "Greta", "Hellemans", True, date(1948, 5, 9), _in("Bosdreef", 12), 904),
    Character("joris", "Joris", "Hellemans", False, date(1984, 1, 25), _in("Molenstraat", 8), 901),
    Character("aminata", "Aminata", "Diallo", True, date(1987, 8, 14), _in("Molenstraat", 8), 902, O, "GN"),
    Character(
        "noor", "Noor", "Hellemans", True, date(2019, 6, 21), _in("Molenstraat", 8), 902, surname2="Diallo"
    ),
    Character("lotte", "Lotte", "Coppens", True, date(2004, 2, 29), _in("Nieuwstraat", 27), 902),
    Character("lies", "Lies", "Coppens", True, date(2004, 2, 29), _in("Nieuwstraat", 27), 904),
    Character("ivan", "Ivan", "Petrov", False, date(1981, 12, 5), _in("Ringlaan", 200), 901, S, "BG"),
    Character("wei", "Wei", "Chen", False, date(1979, 10, 1), _in("Markt", 7), 901, C, "CN"),
    Character("emre", "Emre", "Yılmaz", False, date(1995, 8, 1), _in("Weversstraat", 33), 903, T),
    Character("katrien", "Katrien", "Van den Berghe", True, date(1977, 10, 14), _in("Abdijlaan", 18), 902),
    Character(
        "serhiy", "Serhiy", "Kovalenko", False, date(1990, 9, 24), _in("Stationslaan", 11), 901, S, "UA", 40
    ),
    Character("kevin", "Kevin", "Segers", False, date(1988, 11, 30), _in("Weversstraat", 60), 901),
    Character("nele", "Nele", "Thys", True, date(1990, 2, 19), _in("Kapelstraat", 43), 902),
    Character(
        "hassan",
        "Hassan",
        "Bouzid",
        False,
        date(1955, 1, 1),
        _in("Spinnerijstraat", 5),
        1,
        A,
        "MA",
        day_unknown=True,
    ),
)

numbers = {character.key: row for row, character in enumerate(cast)}
"""Key → row in the population: the cast always comes first."""

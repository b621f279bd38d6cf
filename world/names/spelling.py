"""How registers write one name differently: accents, particles, transliteration, swapped parts, slips."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

from world.chance import draw

groups: tuple[tuple[str, ...], ...] = (
    ("Mohamed", "Mohammed", "Muhammad", "Mohammad", "Mohamad"),
    ("Youssef", "Yusuf", "Yousef", "Yossef"),
    ("Ahmed", "Ahmad", "Ahmet"),
    ("Hussein", "Hossein", "Houssaine", "Hüseyin"),
    ("Hassan", "Hasan"),
    ("Omar", "Umar", "Oumar", "Ömer"),
    ("Abdellah", "Abdullah", "Abdallah"),
    ("Said", "Saïd", "Saeed"),
    ("Rachid", "Rashid", "Rachied"),
    ("Khadija", "Khadidja", "Hadija"),
    ("Aïcha", "Aicha", "Aisha", "Ayşe"),
    ("Mustapha", "Mostafa", "Mustafa"),
    ("Yassine", "Yasin", "Yassin"),
    ("Khalid", "Khaled", "Halid"),
    ("Meryem", "Mariam", "Maryam"),
    ("Samir", "Sameer"),
    ("Bilal", "Bilel"),
    ("Abdelkader", "Abd el Kader", "Abdul Kadir"),
    ("Serhiy", "Sergiy", "Sergey", "Sergei"),
    ("Oleksandr", "Aleksandr", "Alexander"),
    ("Dmytro", "Dmitri", "Dimitri"),
    ("Volodymyr", "Vladimir", "Wladimir"),
    ("Kateryna", "Ekaterina", "Katerina"),
    ("Yuliya", "Yulia", "Julia", "Iulia"),
    ("Andriy", "Andrey", "Andrei"),
    ("Mykola", "Nikolay", "Nikolai"),
    ("Tetyana", "Tatiana"),
    ("Svitlana", "Svetlana"),
    ("Luc", "Luk"),
    ("Erik", "Eric"),
    ("Marc", "Mark"),
    ("Viktor", "Victor"),
    ("Sofie", "Sophie"),
    ("Filip", "Philippe"),
    ("Kristof", "Christophe"),
    ("Frederik", "Frédéric"),
    ("Katrien", "Cathérine"),
    ("Karel", "Carl"),
    ("Sarah", "Sara"),
    ("Mehmet", "Mehmed"),
    ("İbrahim", "Ibrahim", "Brahim"),
    ("Süleyman", "Suleiman", "Soulaimane"),
)

_spellings = {name: group for group in groups for name in group}
_odd_letters = str.maketrans("ıłđøŁĐØşŞ", "ildoLDOsS")
_particles = (
    "van den ",
    "van der ",
    "van de ",
    "vanden ",
    "vander ",
    "vande ",
    "van ",
    "de la ",
    "de ",
    "du ",
    "el ",
    "al ",
    "ben ",
    "ait ",
)


def without_accents(name: str) -> str:
    return "".join(sign for sign in normalize("NFKD", name.translate(_odd_letters)) if ord(sign) < 128)


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """Small letters and digits only."""
    return "".join(sign for sign in without_accents(name).lower() if sign.isalnum())


_sounds = (
    ("sch", "s"),
    ("sh", "s"),
    ("ch", "s"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("kh", "k"),
    ("gh", "g"),
    ("ck", "k"),
    ("ou", "u"),
    ("oe", "u"),
    ("ij", "i"),
    ("ae", "a"),
    ("c", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
    ("z", "s"),
    ("h", ""),
    ("e", "a"),
    ("o", "u"),
)


@lru_cache(maxsize=20_000)
def sound(name: str) -> str:
    """A coarse sound key: equal for Mohamed and Muhammad, El Amrani and Al-Amrani."""
    key = fold(name)
    for written, heard in _sounds:
        key = key.replace(written, heard)
    return "".join(sign for at, sign in enumerate(key) if at == 0 or sign != key[at - 1])


def transliterated(name: str, luck: int) -> str:
    """Another spelling of the same name, or the name itself when none is known."""
    group = _spellings.get(name)
    if group:
        others = [other for other in group if other != name]
        return others[luck % len(others)]
    if name.startswith("El "):
        rest = name[3:]
        return (f"Al-{rest}", f"El{rest.lower()}", f"El-{rest}", rest)[luck % 4]
    if name.startswith("Ben ") or name.startswith("Ait "):
        return name[:3] + name[4:].lower()
    if name.endswith("ov"):
        return name[:-1] + ("ff", "w")[luck % 2]
    return name.replace("ou", "u", 1) if luck % 2 else name.replace("kh", "ch", 1)


def particles_otherwise(name: str) -> str:
    """`Van den Berghe` → `Vandenberghe`; a joined name comes apart."""
    small = name.lower()
    for particle in _particles:
        if small.startswith(particle) and len(small) > len(particle):
            return name.replace(" ", "").capitalize()
    for joined, apart in (
        ("vanden", "Van den "),
        ("vander", "Van der "),
        ("vande", "Van de "),
        ("van", "Van "),
        ("de", "De "),
    ):
        if small.startswith(joined) and len(small) > len(joined) + 3 and " " not in small:
            return apart + name[len(joined) :].capitalize()
    return name


def slipped(name: str, luck: int) -> str:
    """One slip of the fingers: a letter dropped, doubled, or two that changed places."""
    if len(name) < 4:
        return name
    at = 1 + luck % (len(name) - 2)
    how = luck // 64 % 3
    if how == 0:
        return name[:at] + name[at + 1 :]
    if how == 1:
        return name[:at] + name[at] + name[at:]
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def otherwise(given: str, surname: str, *, source: str, person: int) -> tuple[str, str]:
    """(given, surname) as a source that differs from the national register writes this person."""
    luck = draw(f"spelling {source}", person)
    how = luck % 7
    rest = luck >> 8
    if how <= 1 and (given in _spellings or " " in surname):
        return transliterated(given, rest), transliterated(surname, rest >> 8)
    if how == 2:
        return given, particles_otherwise(surname)
    if how == 3:
        return surname, given
    if how == 4:
        return slipped(given, rest), surname
    if how == 5:
        return given, slipped(surname, rest)
    return without_accents(given), without_accents(surname)

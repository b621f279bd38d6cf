"""Names of persons as they are written: which word is the surname, and how likely a text is a name at all.

A comma, capitals or a particle tell; else the vocabulary of names does. Sources get both the guess and the
whole name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from focus.core.names import given_sex, is_family
from focus.modules.search.questions import Reading
from focus.modules.search.understanding.folding import plain

# fmt: off
PARTICLES = frozenset(
    {
        "van", "von", "de", "den", "der", "del", "della", "di", "da", "do", "dos", "du", "des", "la",
        "le", "les", "el", "al", "ben", "bel", "bin", "bint", "ibn", "abd", "abu", "ait", "ould",
        "ter", "ten", "te", "t", "vande", "vanden", "vander", "op", "in", "'t", "d'", "vd", "vdr",
    }
)
_NO_NAMES = frozenset(
    {
        "de", "het", "een", "den", "der", "des", "le", "la", "les", "un", "une", "du", "die", "das", "ein",
        "eine", "en", "et", "und", "van", "von", "op", "in", "te", "aan", "met", "t", "d", "l", "the", "of",
        "ou", "a",
    }
)
_JOINED = frozenset(
    {
        "van", "von", "vande", "vanden", "vander", "vd", "vdr", "de", "den", "der", "ter", "ten",
        "el", "ben", "bel", "ait", "ould", "del", "della", "dos", "du", "des",
    }
)
"""Particles that a dash joins to a surname; others are as likely half of a given name: `La-Toya`."""
# fmt: on
_LETTERS = re.compile(r"[^\W\d_]")
_ALLOWED = re.compile(r"['’]?[^\W\d_][\w\s,.'’`\-°()&]*", re.UNICODE)
_INITIALS = re.compile(r"[^\W\d_](?:(?:\.|\.?[ -])[^\W\d_])*\.?")
"""`J.`, `J.-P.`, `j p`."""
_CUT_SHORT = re.compile(r"(?<![^\W\d_.])v\.?\s?/?\s?d\.?r?\.?\s+([^\W\d_][\w'’\-]+)", re.IGNORECASE)
MAX_WORDS = 9
_LONG = 5
"""From this number of words none of which is known as a name, a text is hardly one."""


def is_name(text: str) -> bool:
    """Whether a name could be written so."""
    return (
        bool(_ALLOWED.fullmatch(text))
        and not re.search(r"\d", text)
        and len(_LETTERS.findall(text)) >= 2
        and len(text.split()) <= MAX_WORDS
    )


def is_nothing(text: str) -> bool:
    """Whether a text has only words that make no name by themselves: `de`, `van de`."""
    return all(plain(word).strip("'.,-") in _NO_NAMES for word in text.split())


def weight(text: str) -> float:
    """How likely a text without its date is a name: by its words that are known as names."""
    said = [word for word in re.split(r"[\s,]+", text) if word]
    if len(said) == 1:
        return 0.65 if given_sex(said[0]) or is_family(said[0]) else 0.6
    known = recognised(text)
    if known:
        return 0.85 if known > 1 else 0.8
    return 0.45 if len(said) >= _LONG and "," not in text else 0.75


@lru_cache(maxsize=1_024)
def recognised(text: str) -> int:
    """2 when a text has both a known given name and a known surname beside it, 1 for one of them, else 0."""
    family, given, _ = parts(text)
    as_given = any(given_sex(word) for word in re.split(r"[\s,]+", given))
    as_family = bool(family) and is_family(family)
    some = as_given or as_family or any(map(given_sex, text.split())) or any(map(is_family, text.split()))
    return 2 if as_given and as_family else 1 if some else 0


def reading(text: str, born: str = "", **further: str) -> Reading:
    """A text that is a name, perhaps with a birth date and further facts, as a reading."""
    family, given, told = parts(text)
    name = f"{family}, {given}" if given and told else cased(text) if given else family
    facts = {"name": re.sub(r"\s+", " ", text.replace(",", " ")).strip(), "family_name": family}
    facts["given_names"] = given
    if _INITIALS.fullmatch(given):
        # Registers find nobody by an initial: all who bear the surname are asked for, and who fits is told.
        facts |= {"name": family, "given_names": "", "initials": given}
    if born:
        facts |= {"born": born, "born_year": born[:4]}
    facts |= {key: value for key, value in further.items() if value}
    normal = f"{name} · {born}" if born else name
    return Reading(kind="name_birth" if born else "name", normal=normal, facts=facts)


@lru_cache(maxsize=1_024)
def parts(text: str) -> tuple[str, str, bool]:
    """(family name, given names, whether the writing tells which is which).

    Written as names are: `VAN DEN BERGHE jan` → `Van Den Berghe`, `Jan`.
    """
    text = re.sub(r"\s+", " ", text).strip(" ,")
    if "," in text:
        family, _, given = text.partition(",")
        return cased(family), cased(given), True
    tokens = text.split(" ")
    if len(tokens) == 1:
        return cased(text), "", True
    if capitals := _capitals(tokens):
        rest = [token for token in tokens if token not in capitals]
        return cased(" ".join(capitals)), cased(" ".join(rest)), True
    initials = len(tokens) == 2 and "." in tokens[0]
    at = next((i for i, token in enumerate(tokens) if _begins_family(token) and not initials), None)
    if at is not None and at > 0:
        return cased(" ".join(tokens[at:])), cased(" ".join(tokens[:at])), True
    if at == 0:
        end = next(i for i, t in enumerate(tokens) if not _particle(t) or i == len(tokens) - 1)
        while end < len(tokens) - 2 and _leaning(tokens[end + 1]) < 0:
            end += 1  # a second surname
        return cased(" ".join(tokens[: end + 1])), cased(" ".join(tokens[end + 1 :])), True
    surname, own = _by_vocabulary(tokens)
    return cased(" ".join(surname)), cased(" ".join(own)), False


def _capitals(tokens: list[str]) -> list[str]:
    capitals = [token for token in tokens if len(_LETTERS.findall(token)) > 1 and token.isupper()]
    capitals = [token for token in capitals if "." not in token]
    rest = [token for token in tokens if token not in capitals]
    return capitals if not all(map(_particle, rest)) else []


def _by_vocabulary(tokens: list[str]) -> tuple[list[str], list[str]]:
    """Surname and given names, in either order; the given name first where nothing tells."""
    leaning = [_leaning(token) for token in tokens]
    best, found = -1, (tokens[1:], tokens[:1])
    for at in range(1, len(tokens)):
        first, second = sum(leaning[:at]), sum(leaning[at:])
        for value, family, given in (
            (first - second, tokens[at:], tokens[:at]),
            (second - first, tokens[:at], tokens[at:]),
        ):
            if value > max(best, 0):
                best, found = value, (family, given)
    return found


def _leaning(token: str) -> int:
    """2 for an initial, 1 for a given name, -1 for a surname, 0 for what is either or neither."""
    if len(_LETTERS.findall(token)) == 1 or ("." in token and _INITIALS.fullmatch(token)):
        return 2
    return bool(given_sex(token)) - is_family(token)


def cut_short(text: str) -> list[str]:
    """`vd Plas` written out in each way that is a surname in use: `Van De Plas` …; else the text as it is."""
    found = _CUT_SHORT.search(text)
    if found is None:
        return [text]
    ways = [way for way in ("Van De", "Van Den", "Van Der") if is_family(f"{way} {found[1]}")]
    case = str.upper if text.isupper() else str.lower if text.islower() else str
    return [text[: found.start()] + case(way) + " " + text[found.start(1) :] for way in ways] or [text]


def _particle(token: str) -> bool:
    """`van`, `'t`; also cut short or joined: `v.d.`, `Van-Den`."""
    word = plain(token).strip("'")
    if word in PARTICLES:
        return True
    if "." in word[:-1]:
        return word.replace(".", "") in PARTICLES
    return "-" in word and all(piece in PARTICLES for piece in word.split("-"))


def begins_family(token: str) -> bool:
    """Whether a word belongs to the surname that follows."""
    return _particle(token)


def _begins_family(token: str) -> bool:
    """`van`, `'t`, and what is written in one: `D'Hondt`, `El-Amrani`."""
    word = plain(token)
    first, dash, rest = word.partition("-")
    return _particle(token) or word.startswith("d'") or bool(dash and rest and first in _JOINED)


def cased(text: str) -> str:
    """Capitals where a name has them; a name that is already mixed stays as it was typed."""
    text = text.strip()
    if not (text.isupper() or text.islower()):
        return text
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), text)

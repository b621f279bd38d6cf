"""Names of persons, with or without a birth date, in any order.

Which word is the family name is a guess unless a comma, capitals or a particle tells; sources get both the
guess and the whole name.
"""

from __future__ import annotations

import re
from datetime import date

from focus.modules.search.questions import Reading, Unreadable
from focus.modules.search.understanding import dates
from focus.modules.search.understanding.folding import plain
from focus.modules.search.understanding.guess import Found, Guess, Slip

# fmt: off
PARTICLES = frozenset(
    {
        "van", "von", "de", "den", "der", "del", "della", "di", "da", "do", "dos", "du", "des", "la",
        "le", "les", "el", "al", "ben", "bel", "bin", "bint", "ibn", "abd", "abu", "ait", "ould",
        "ter", "ten", "te", "t", "vande", "vanden", "vander", "op", "in", "'t", "d'",
    }
)
# fmt: on
_LETTERS = re.compile(r"[^\W\d_]")
_ALLOWED = re.compile(r"['’]?[^\W\d_][\w\s,.'’`\-°*()&]*", re.UNICODE)
MAX_WORDS = 9


def read(text: str, today: date) -> Found:
    """Readings of a text as a name, perhaps with a birth date."""
    dated = dates.find(text, today)
    rest = (dated.rest if dated else text).strip(" ,;°*")
    if dated and not rest and not dated.guessed:
        return [Slip(Unreadable(kind="name_birth", code=dated.fault or "name_missing"), 0.55)]
    if not _is_name(rest):
        return []
    if dated and dated.fault:
        return [Slip(Unreadable(kind="name_birth", code=dated.fault), 0.9), Guess(_reading(rest, ""), 0.4)]
    several = len(rest.replace(",", " ").split()) > 1
    return [Guess(_reading(rest, dated.born if dated else ""), _weight(dated, several=several))]


def _is_name(text: str) -> bool:
    return (
        bool(_ALLOWED.fullmatch(text))
        and not re.search(r"\d", text)
        and len(_LETTERS.findall(text)) >= 2
        and len(text.split()) <= MAX_WORDS
    )


def _weight(dated: dates.Dated | None, *, several: bool) -> float:
    if dated and not dated.guessed:
        return 0.95 if several else 0.8
    return 0.75 if several else 0.5 if dated else 0.6


def _reading(text: str, born: str) -> Reading:
    family, given, told = parts(text)
    name = f"{family}, {given}" if given and told else cased(text) if given else family
    facts = {"name": re.sub(r"\s+", " ", text.replace(",", " ")).strip(), "family_name": family}
    facts["given_names"] = given
    if born:
        facts |= {"born": born, "born_year": born[:4]}
    normal = f"{name} · {born}" if born else name
    return Reading(kind="name_birth" if born else "name", normal=normal, facts=facts)


def parts(text: str) -> tuple[str, str, bool]:
    """(family name, given names, whether the text tells which is which).

    Written as names are: `VAN DEN BERGHE jan` → `Van Den Berghe`, `Jan`.
    """
    text = re.sub(r"\s+", " ", text).strip(" ,")
    if "," in text:
        family, _, given = text.partition(",")
        return cased(family), cased(given), True
    tokens = text.split(" ")
    if len(tokens) == 1:
        return cased(text), "", True
    capitals = [token for token in tokens if len(_LETTERS.findall(token)) > 1 and token.isupper()]
    if capitals and len(capitals) < len(tokens):
        rest = [token for token in tokens if token not in capitals]
        return cased(" ".join(capitals)), cased(" ".join(rest)), True
    at = next((i for i, token in enumerate(tokens) if _begins_family(token)), None)
    if at is not None and at > 0:
        return cased(" ".join(tokens[at:])), cased(" ".join(tokens[:at])), True
    if at == 0:
        end = next(i for i, t in enumerate(tokens) if not _particle(t) or i == len(tokens) - 1)
        return cased(" ".join(tokens[: end + 1])), cased(" ".join(tokens[end + 1 :])), True
    return cased(" ".join(tokens[1:])), cased(tokens[0]), False


def _particle(token: str) -> bool:
    return plain(token).strip("'") in PARTICLES


def _begins_family(token: str) -> bool:
    """`van`, `'t`, and what is written in one: `D'Hondt`."""
    return _particle(token) or plain(token).startswith("d'")


def cased(text: str) -> str:
    """Capitals where a name has them; a name that is already mixed stays as it was typed."""
    text = text.strip()
    if not (text.isupper() or text.islower()):
        return text
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), text)

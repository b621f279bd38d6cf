"""What stands beside a name and is no part of it: titles, sex, nationality, place of birth, other names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import resources

from focus.core.names import given_sex, is_title
from focus.modules.search.understanding import roles
from focus.modules.search.understanding.folding import plain
from focus.modules.search.understanding.names import begins_family

_COUNTRIES = frozenset(
    word
    for line in resources.files(__package__)
    .joinpath("data", "countries.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if not line.startswith("#")
    for word in line.split()
)
_TWO_LETTERS = {
    "BE": "BEL", "NL": "NLD", "FR": "FRA", "DE": "DEU", "LU": "LUX", "MA": "MAR", "TR": "TUR", "RO": "ROU",
    "PL": "POL", "BG": "BGR", "IT": "ITA", "ES": "ESP", "PT": "PRT", "GB": "GBR", "UK": "GBR", "DZ": "DZA",
    "TN": "TUN", "UA": "UKR", "AL": "ALB", "SY": "SYR", "AF": "AFG", "IQ": "IRQ",
}  # fmt: skip
_SEXES = {
    **dict.fromkeys(("m", "man", "mannelijk", "h", "homme", "masculin", "mannlich", "male"), "M"),
    **dict.fromkeys(("v", "vrouw", "vrouwelijk", "f", "femme", "feminin", "w", "weiblich", "female"), "F"),
    "x": "",
}
_IN_BRACKETS = re.compile(r"[(\[]\s*([^\W\d_]{1,12})\.?\s*[)\]]")
_LAST = re.compile(r"(?:\s-\s?|\s/\s?|,\s*|(?<=\d)\s+)([A-Za-z]{1,3})(?=\s*$|\s+[°*']?\s?\d)")
_LAST_BEHIND_SEX = re.compile(r"\s([A-Z]{3})(?=\s*$|\s+[°*']?\s?\d)")
_BETWEEN_COMMAS = re.compile(r",\s*([mvfMVF])\s*,")
_NATIONALITY = re.compile(
    r"[\s,;(\-]+(?:nationaliteit|nationalite|nationalitat|nationality|nat)\b[.:]*\s*([^\W\d_]{2,20})\)?"
)
_SEX_SAID = re.compile(r"[\s,;(\-]+(?:geslacht|sexe|geschlecht|sex)\b[.:]*\s*([^\W\d_]{1,12})\)?")
_PLACE = re.compile(
    r"(?:\b(?:geboren|geb|nee?|born|geborene?|geboorteplaats|lieu de naissance)\b\.?(?:\s*[°:])?|[°*])\s*"
    r"(?:(?:te|a|in|zu|at|uit)\s+)?(?P<place>[^\W\d_][^\d,;()°]{1,40}?)[\s,]+(?:(?:op|le|am|on|den|the)\s+)?"
    r"(?=\d|'\d|\?\?|xx)"
)
_TOLD_PLACE = re.compile(
    r"\b(?:geboren|geb|nee?|born)\b\.?\s+(?:te|a|in|zu|at)\s+(?P<place>[^\W\d_][^\d,;()°]{1,40}?)\s*$"
)
_CALLED = r"(?:alias|aka|a\.k\.a\.|dite?|genannt|gen\.|genaamd|bijgenaamd|gezegd|surnommee?|roepnaam)"
_FAMILY = r"(?:achternaam|familienaam|naam|nom de famille|nom|familienname|nachname|name|surname|last name)"
_GIVEN = r"(?:voornaam|voornamen|prenoms?|vornamen?|given names?|first names?)"
_END = r"(?=\s*(?:$|,|;|\(|[°*]|-\s|\d|\bgeb\b|\bnee?\b|\bgeboren\b))"
_OTHER = re.compile(
    rf"[\s,;(\"]+{_CALLED}\s+[\"'“„«(]?\s*"
    rf"(?P<other>[^\W\d_][^\d,;()\"“”»]{{0,40}}?)[\"'”“»)]*{_END}"
)
_BORN_AS = re.compile(
    r"[\s,;(]+(?:nee?|geborene?|geb\.|meisjesnaam|epouse|echtg\.|(?:echtgenote|weduwe)(?:\svan)?|veuve)\s+"
    r"(?!(?:te|a|le|in|op|zu|am|en|on)\b)(?P<other>[^\W\d_][^\d,;()]{1,40}?)\)?(?=\s*(?:$|,|;|\(|[°*]|-\s|\d))"
)
_LONGEST_TITLES = 3
_PARTS_SAID = (
    re.compile(rf"\W*{_FAMILY}\s*[:=]\s*(?P<family>[^:=;\d]+?)[\s,;]+{_GIVEN}\s*[:=]\s*(?P<given>.+)"),
    re.compile(rf"\W*{_GIVEN}\s*[:=]\s*(?P<given>[^:=;\d]+?)[\s,;]+{_FAMILY}\s*[:=]\s*(?P<family>.+)"),
)
"""`Nom : Dubois, prénom : Marc`, as forms have it."""
_BORN_BEHIND = re.compile(r"[\s,;]*(?:\d|[°*]|\b(?:geb|geboren|nee?|ne\(e\)|born)\b)", re.IGNORECASE)
_PARTICLE_CUT = re.compile(r"\bv\s?/\s?d\b", re.IGNORECASE)
_ADDRESSED = re.compile(r"^(?:de|den)\s+(?=heer\b)", re.IGNORECASE)
_HEER = frozenset({"heer", "dhr", "mevrouw", "dame"})


@dataclass(slots=True)
class Said:
    """A name, perhaps with its date, and what was said beside it."""

    rest: str
    place: str = ""
    """Of birth."""
    sex: str = ""
    """M or F."""
    nationality: str = ""
    """ISO 3166 alpha-3."""
    alias: str = ""
    """Another name of the person."""
    born_as: str = ""
    """Another surname: the maiden name, or a husband's."""
    title: str = ""
    """One letter before a surname alone, kept in `rest`: `M. Diallo` may be Marc, or Monsieur, Diallo."""


def taken(text: str) -> Said:
    """A text without what stands beside the name in it."""
    folded = plain(text)
    said = Said(_in_order(text if len(folded) == len(text) else folded))
    said.alias = _take(said, _OTHER, "other")
    said.place = _birth_place(said)
    said.born_as = _take(said, _BORN_AS, "other")
    _sex_and_nationality(said)
    said.rest = _without_titles(" ".join(said.rest.split()).strip(" ,;-"))
    said.title = _perhaps_title(said.rest)
    return said


def _in_order(text: str) -> str:
    """Surname, comma, given names, where each is named as what it is; without who he is to the case."""
    text = _PARTICLE_CUT.sub("v.d.", text)
    folded = plain(text)
    for pattern in _PARTS_SAID:
        if len(folded) == len(text) and (found := pattern.fullmatch(folded)):
            family, given = (text[slice(*found.span(part))].strip(" ,;") for part in ("family", "given"))
            born = _BORN_BEHIND.search(family)
            family, behind = (family[: born.start()], family[born.start() :]) if born else (family, "")
            return f"{family}, {given} {behind}".strip()
    return roles.without(text)


def _take(said: Said, pattern: re.Pattern[str], group: str = "place") -> str:
    found = pattern.search(plain(said.rest))
    if not found:
        return ""
    start, end = found.span(group)
    value = said.rest[start:end].strip(" ,.-")
    said.rest = f"{said.rest[: found.start()]} {said.rest[found.end() :]}"
    return value


def _birth_place(said: Said) -> str:
    """`née à Liège le 12/03/1985`, `geb. Gent 12/03/1985`; not `geboren op`, not a month."""
    found = _PLACE.search(plain(said.rest))
    if found is None:
        return _take(said, _TOLD_PLACE)
    preposition = re.search(r"\b(?:te|a|in|zu|at|uit)\s+$", plain(said.rest)[: found.start("place")])
    if not preposition and plain(found["place"]) in _NO_PLACE:
        return ""
    if not preposition and given_sex(found["place"].split()[-1]):
        return ""
    return _take(said, _PLACE) if preposition else ""


_NO_PLACE = frozenset({"op", "le", "am", "on", "den", "in", "en"})


def _sex_and_nationality(said: Said) -> None:
    for pattern, know in ((_NATIONALITY, _country), (_SEX_SAID, _sex)):
        if found := pattern.search(plain(said.rest)):
            know(said, said.rest[slice(*found.span(1))])
            said.rest = f"{said.rest[: found.start()]} {said.rest[found.end() :]}"
    if found := _BETWEEN_COMMAS.search(said.rest):
        _sex(said, found[1])
        said.rest = f"{said.rest[: found.start()]}, {said.rest[found.end() :]}"
    for _ in range(2):
        for found in reversed(list(_IN_BRACKETS.finditer(said.rest))):
            if _sex(said, found[1]) or _country(said, found[1]):
                said.rest = f"{said.rest[: found.start()]} {said.rest[found.end() :]}"
        last = _LAST.search(said.rest) or (_LAST_BEHIND_SEX.search(said.rest) if said.sex else None)
        if last and last[1].isupper() and _says_aside(said, last):
            said.rest = said.rest[: last.start()] + said.rest[last.end() :]


def _says_aside(said: Said, last: re.Match[str]) -> bool:
    """`- BEL`, `12/03/1985 M`, `, BEL`; behind a comma one letter is an initial."""
    if len(last[1]) > 1:
        return len(last[1]) == 3 and _country(said, last[1])
    return "," not in last[0] and _sex(said, last[1])


def _sex(said: Said, word: str) -> bool:
    sex = _SEXES.get(plain(word))
    said.sex = said.sex or (sex or "")
    return sex is not None


def _country(said: Said, word: str) -> bool:
    code = word.upper()
    code = _TWO_LETTERS.get(code, code) if word.isupper() else code
    if code not in _COUNTRIES:
        return False
    said.nationality = said.nationality or code
    return True


def _perhaps_title(rest: str) -> str:
    """`M.` where it stands before a surname and no given name."""
    first, _, after = rest.partition(" ")
    return first if len(first) == 2 and is_title(first) and _is_surname_alone(after) else ""


def _is_surname_alone(text: str) -> bool:
    """One word beside particles; a date or year may follow."""
    said = [word for word in text.replace(",", " ").split() if word[:1].isalpha()]
    return sum(not begins_family(word) for word in said) == 1


def _without_titles(text: str) -> str:
    """Titles before a name go as long as a name is left; one letter is a title only with its dot."""
    rest = _ADDRESSED.sub("", text)
    for _ in range(_LONGEST_TITLES):
        first, _, after = rest.partition(" ")
        bare = plain(first).rstrip(".")
        title = bare in _HEER or (
            is_title(first) and (len(bare) > 2 or first.endswith(".") or bare in _SHORT)
        )
        initial = len(bare) == 1 and _is_surname_alone(after)
        if not title or initial or len(after) < 2 or given_sex(bare):
            break
        rest = after
    before, _, last = rest.rpartition(" ")
    return before.rstrip(" ,") if last.endswith(".") and len(last) > 2 and _behind(last, before) else rest


_SHORT = frozenset({"dr", "mr", "mw", "ir", "hr", "me"})


def _behind(last: str, before: str) -> bool:
    """`Peeters Jan, Dr.`"""
    return plain(last).rstrip(".") in _SHORT | {"prof", "ing", "mevr", "dhr", "mme"} and " " in before

"""Addresses as people say them: `Kapelstraat 41`, `Rue de la Gare 12 bte 3, 5000 Namur`, `41 rue Haute`."""

from __future__ import annotations

import re

from focus.modules.search.questions import Reading
from focus.modules.search.understanding.folding import plain
from focus.modules.search.understanding.guess import Found, Guess

_STREET = re.compile(
    r"(straat|laan|weg|lei|plein|dreef|steenweg|baan|kaai|kade|dijk|hof|pad|markt|singel|vest|park|berg|veld|ring"
    r"|strasse|str|allee|platz|gasse|ufer|damm|straatje)\b"
    r"|\b(rue|avenue|av|chaussee|place|boulevard|bd|quai|chemin|allee|impasse|square|clos|venelle"
    r"|dreve|route|rte|cour|cours|passage|sentier)\b"
)
_BOX = r"(?:\s*(?:bus|bte|boite|boîte|box|postfach|b\.?|/)\s*(?P<box>[A-Za-z0-9.]{1,6}))?"
_TAIL = r"(?:[\s,]+(?:(?:à|te|in)\s+)?(?:B-?\s?)?(?P<postcode>[1-9]\d{3}))?"
_TAIL += r"(?:[\s,]+(?P<municipality>[^\W\d_][^\d,]{1,40}))?"
_AFTER = re.compile(
    rf"(?P<street>[^\d,]{{2,60}}?)[\s,]+(?:nr\.?\s*)?(?P<number>\d{{1,4}}\s?[A-Za-z]?)\b{_BOX}{_TAIL}\s*",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"(?P<street>[^\d,]{{0,40}}\d{{1,2}}(?:er|e)?\s[^\d,]{{2,40}}?(?:\s(?:19|20)\d{{2}})?)[\s,]+"
    rf"(?P<number>\d{{1,4}}\s?[A-Za-z]?)\b{_BOX}{_TAIL}\s*",
    re.IGNORECASE,
)
"""A street that is called after a day: `Rue du 11 Novembre 12`."""
_BEFORE = re.compile(
    rf"(?P<number>\d{{1,4}}\s?[A-Za-z]?)[\s,]+(?P<street>[^\d,]{{3,60}}?){_BOX}"
    r"(?:[\s,]+(?P<postcode>[1-9]\d{3})(?:\s+(?P<municipality>[^\W\d_][^\d,]{1,40}))?"
    r"|\s*,\s*(?P<town>[^\W\d_][^\d,]{1,40}))?\s*",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"(?P<street>[^\d,]{4,60}?)(?:,\s*(?P<postcode>[1-9]\d{3})?\s*(?P<municipality>[^\d,]{2,40})?)?"
)


def read(text: str) -> Found:
    """Readings of a text as an address."""
    text = re.sub(r"\s+", " ", text).strip(" ,")
    named = bool(_STREET.search(plain(text)))
    match = _AFTER.fullmatch(text)
    if match and len(re.sub(r"\W", "", match["street"])) >= 3:
        year = re.fullmatch(r"(19|20)\d{2}", match["number"])
        weight = 0.95 if named else 0.3 if year else 0.7
        return [Guess(_reading(match), weight)]
    match = _BEFORE.fullmatch(text)
    if match and named:
        return [Guess(_reading(match), 0.9)]
    match = _DATED.fullmatch(text)
    if match and named:
        return [Guess(_reading(match), 0.95)]
    match = _ONLY.fullmatch(text)
    if match and named:
        return [Guess(_reading(match), 0.65)]
    return []


def _reading(match: re.Match[str]) -> Reading:
    given = {key: (value or "").strip(" ,.") for key, value in match.groupdict().items()}
    street, number = given["street"], given.get("number", "").replace(" ", "").upper()
    facts = {"street": street, "number": number, "box": given.get("box", "")}
    town = given.get("municipality", "") or given.get("town", "")
    facts |= {"postcode": given.get("postcode", ""), "municipality": town}
    line = f"{street} {number}".strip() + (f" bus {facts['box']}" if facts["box"] else "")
    town = f"{facts['postcode']} {facts['municipality']}".strip()
    return Reading(
        kind="address",
        normal=f"{line}, {town}" if town else line,
        facts={k: v for k, v in facts.items() if v},
    )

"""Where an address says its postcode and municipality: behind the street or before it, here and abroad."""

from __future__ import annotations

import re
from dataclasses import dataclass

from focus.modules.search.understanding.folding import plain
from focus.modules.search.understanding.known import Known
from focus.modules.search.understanding.places import LONGEST_NAME

_COUNTRIES = {
    "B": "BE",
    "BE": "BE",
    "L": "LU",
    "LU": "LU",
    "F": "FR",
    "FR": "FR",
    "D": "DE",
    "DE": "DE",
    "NL": "NL",
}
_CODE = (
    r"(?:(?P<land>(?i:BE|B|LU|L|FR|F|DE|D|NL))\s?-\s?|(?P<bare>B|L|F|D|NL)\s)?"
    r"(?P<code>\d{5}|[1-9]\d{3}\s?(?!TE|LE|LA|DE)[A-Z]{2}(?!\w)|[1-9]\d{3})(?![\d/])"
)
_TOWN = r"(?P<town>(?:'|’)?[^\W\d_][^\d,;]{1,40}?)"
_LEADING = re.compile(rf"{_CODE}\s+{_TOWN}\s*(?:,|;|\s[-–]\s?)\s*(?P<head>\S.*)")
_LEADING_OPEN = re.compile(rf"{_CODE}\s+(?P<head>[^\W\d_].*)")
_TRAILING = re.compile(rf"(?:[\s,;]|\s[-–]\s?)+{_CODE}(?:[\s,]+(?:(?:à|te|in)\s+)?{_TOWN})?\s*$")
_AT = re.compile(r"\s(?:à|te|in)$")
_NO_TOWN = re.compile(r"(?:bus|bte|boite|box|app|apt|appt|verd|verdieping|etage|bis|ter|b|jaar|ans|jahre)\b")


@dataclass(frozen=True, slots=True)
class Town:
    """What was said of the town, and what is left for street and number."""

    head: str
    postcode: str = ""
    name: str = ""
    country: str = ""
    """ISO 3166 alpha-2 where the postcode tells it."""


def split(text: str, known: Known) -> Town:
    """The postcode and the municipality taken from an address that has a postcode."""
    if found := _LEADING.fullmatch(text):
        return _town(found, found["head"], found["town"])
    if (found := _LEADING_OPEN.fullmatch(text)) and (opened := _open(found, known)):
        return opened
    found = _TRAILING.search(text)
    if not found:
        return Town(text)
    head, town = _AT.sub("", text[: found.start()].rstrip(" ,;-")), found["town"] or ""
    if not re.search(r"[^\W\d_]{2}", head) or _NO_TOWN.match(plain(town)):
        return Town(text)
    numbered = re.search(r"\d", head)
    if not numbered and not town and not found["land"]:
        return Town(text)
    return _town(found, head, town)


def _open(found: re.Match[str], known: Known) -> Town | None:
    """`9000 Gent Kapelstraat 12`: only where the place is known."""
    words = found["head"].split(" ")
    for size in range(min(LONGEST_NAME, len(words) - 1), 0, -1):
        if known.is_place(" ".join(words[:size])) and re.search(r"[^\W\d_]{3}", " ".join(words[size:])):
            return _town(found, " ".join(words[size:]), " ".join(words[:size]))
    return None


def _town(found: re.Match[str], head: str, name: str) -> Town:
    code = found["code"]
    land = _COUNTRIES.get((found["land"] or found["bare"] or "").upper(), "")
    if re.search(r"[A-Z]", code):
        code, land = f"{code[:4]} {code[-2:]}", "NL"
    return Town(head.strip(" ,;-"), code, name.strip(" ,;-"), "" if land == "BE" else land)

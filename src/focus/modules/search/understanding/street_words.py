"""Words that streets are called by in Dutch, French and German, and how they are cut short."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from focus.modules.search.understanding.folding import plain, words

MOST_WAYS = 48
"""Ways to write an abbreviated street out that are tried."""

_STRONG = re.compile(
    r"(straat|straatje|laan|lei|plein|dreef|steenweg|baan|kaai|kade|markt|singel|plaats|steeg"
    r"|strasse|str|stwg|stnwg|allee|platz|gasse|ufer)\b"
    r"|\b(rue|avenue|av|ave|chaussee|chee|boulevard|bd|bld|boul|quai|chemin|impasse|square|venelle|ruelle|esplanade"
    r"|dreve|route|rte|sentier|parvis|faubourg)\b"
)
_WEAK = re.compile(
    r"(weg|dijk|hof|pad|vest|park|berg|veld|ring|damm|kouter|heide|hoek|poort|dries|wijk|gang)\b"
    r"|\b(place|allee|clos|cour|cours|passage|cite|residence|voie|montee|digue)\b"
)

_ALONE = {
    "str": "straat strasse", "stwg": "steenweg", "stw": "steenweg", "stnwg": "steenweg", "stwn": "steenweg",
    "stnw": "steenweg", "ln": "laan", "wg": "weg", "av": "avenue", "ave": "avenue", "ch": "chaussee chemin",
    "chee": "chaussee", "chss": "chaussee", "chaus": "chaussee", "chem": "chemin", "bd": "boulevard",
    "bld": "boulevard", "blvd": "boulevard", "boul": "boulevard", "bvd": "boulevard", "r": "rue",
    "pl": "plein place platz plaats", "sq": "square", "imp": "impasse", "rte": "route", "all": "allee",
    "st": "sint saint sankt", "ste": "sainte sinte", "s": "sint", "dr": "dreef dokter docteur doctor",
    "kon": "koning koningin", "prof": "professor professeur", "gen": "generaal general",
    "burg": "burgemeester", "bourg": "bourgmestre", "past": "pastoor", "kard": "kardinaal",
    "card": "cardinal",
    "olv": "onzelievevrouw onzelievevrouwe", "nd": "notredame", "gr": "grote grand grande", "kl": "kleine",
    "pr": "prins prince prinses", "mgr": "monseigneur", "kan": "kanunnik", "kap": "kapitein",
    "cap": "capitaine", "lt": "luitenant lieutenant", "fbg": "faubourg", "pass": "passage",
    "sent": "sentier", "stat": "station stations", "mar": "marechal maarschalk", "jos": "jozef joseph",
    "h": "heilig heilige", "q": "quai", "pres": "president", "min": "minister ministre",
}  # fmt: skip
_GLUED = {
    "str": "straat strasse", "stwg": "steenweg", "stw": "steenweg", "stnwg": "steenweg", "ln": "laan",
    "dr": "dreef", "pl": "plein platz plaats", "wg": "weg",
}  # fmt: skip
_PLAINLY = {
    "stwg": "steenweg", "stw": "steenweg", "stnwg": "steenweg", "stwn": "steenweg", "ln": "laan",
    "av": "avenue", "ave": "avenue", "chee": "chaussée", "chss": "chaussée", "bd": "boulevard",
    "bld": "boulevard", "blvd": "boulevard", "boul": "boulevard", "r": "rue", "rte": "route", "dr": "dreef",
}  # fmt: skip
"""Cut short in one way only; `dr` only glued to a word, one letter only with its dot."""
_OF_OUR_LADY = re.compile(r"\bo[. -]{0,2}l[. -]{0,2}v\b\.?", re.IGNORECASE)
_OUR_LADY = re.compile(r"\bn[. -]{0,2}d\b\.?", re.IGNORECASE)
_NO_SIGNS = {sign: None for sign in range(128) if not chr(sign).isalnum()}
_SHORT_WORD = re.compile(r"[^\W\d_]+\.?")


def named(street: str) -> int:
    """2 when a word says that it is a street, 1 when it may also be a surname (`Vandenberg`), else 0."""
    text = plain(street).replace(".", " ")
    return 2 if _STRONG.search(text) else 1 if _WEAK.search(text) else 0


def key(street: str) -> str:
    """What two spellings of a street in full have in common: `Sint-Jansstraat` → `sintjansstraat`."""
    if street.isascii():
        return street.translate(_NO_SIGNS).lower()
    return words(street).replace(" ", "")


@lru_cache(maxsize=1_024)
def keys(street: str) -> tuple[str, ...]:
    """The keys that an abbreviated street may have, the text as it stands first; at most `MOST_WAYS`."""
    text = _OUR_LADY.sub(" nd ", _OF_OUR_LADY.sub(" olv ", street))
    ways = [_ways(word) for word in words(text).split(" ")]
    found: dict[str, None] = {key(street): None}
    for way in product(*ways):
        found["".join(way)] = None
        if len(found) >= MOST_WAYS:
            break
    return tuple(found)


def _ways(word: str) -> list[str]:
    if word in _ALONE:
        return [*_ALONE[word].split(" "), word]
    glued = [
        word.removesuffix(short) + whole
        for short, wholes in _GLUED.items()
        if word.endswith(short) and len(word) > len(short) + 2
        for whole in wholes.split(" ")
    ]
    return [*glued, word]


def written_out(street: str) -> str:
    """What was cut short, where only one word is meant: `bosdr.` → `bosdreef`, `av. Louise` → `avenue …`."""
    return _SHORT_WORD.sub(_whole, street)


def _whole(found: re.Match[str]) -> str:
    word = found[0]
    bare = plain(word.removesuffix("."))
    whole = _PLAINLY.get(bare)
    if whole and bare != "dr" and (word.endswith(".") or len(bare) > 1):
        return whole.capitalize() if word[0].isupper() else whole
    for short in ("stwg", "stnwg", "ln", "dr"):
        stem = bare.removesuffix(short)
        if len(stem) > 2 and stem != bare and (short != "dr" or word.endswith(".")):
            return word.removesuffix(".")[: -len(short)] + _PLAINLY[short]
    return word

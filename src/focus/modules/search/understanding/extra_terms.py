"""Questions with something said besides: `1-ABC-123 red golf`, `dubois 1985 antwerpen`.

The plate, or the name with its date, is asked. What stands besides is asked of nobody: the app compares it
with the answers.
"""

from __future__ import annotations

import re
from datetime import date

import msgspec

from focus.modules.search.questions import Reading
from focus.modules.search.understanding import dates, names, plates
from focus.modules.search.understanding.folding import words
from focus.modules.search.understanding.guess import Found, Guess

PLATE_SURE = 0.85
_WORDS = re.compile(r"[^\W_][\w'’ \-]{1,60}")
_AT = re.compile(r"^(?:te|in|uit|à|a|de|aus|from)\s+", re.IGNORECASE)
_PLACES = frozenset(
    [
        "aalst",
        "aalter",
        "aarlen",
        "aarschot",
        "aat",
        "alost",
        "anderlecht",
        "andenne",
        "ans",
        "antwerp",
        "antwerpen",
        "anvers",
        "arlon",
        "asse",
        "ath",
        "auderghem",
        "balen",
        "bastenaken",
        "bastogne",
        "bergen",
        "beringen",
        "berlaar",
        "beveren",
        "bilzen",
        "binche",
        "blankenberge",
        "boom",
        "bornem",
        "boussu",
        "braine",
        "brasschaat",
        "bree",
        "brugge",
        "bruges",
        "brugge",
        "brussel",
        "brussels",
        "bruxelles",
        "charleroi",
        "chatelet",
        "courtrai",
        "dendermonde",
        "denderleeuw",
        "deinze",
        "diest",
        "diksmuide",
        "dilbeek",
        "dinant",
        "doornik",
        "dour",
        "edegem",
        "eeklo",
        "elsene",
        "enghien",
        "etterbeek",
        "eupen",
        "evere",
        "evergem",
        "flemalle",
        "fleurus",
        "forest",
        "frameries",
        "ganshoren",
        "gand",
        "geel",
        "genk",
        "gembloux",
        "gent",
        "geraardsbergen",
        "gouvy",
        "halle",
        "hal",
        "hamme",
        "hannut",
        "hasselt",
        "heist",
        "herentals",
        "herstal",
        "herve",
        "herzele",
        "heusden",
        "hoboken",
        "houthalen",
        "huy",
        "ieper",
        "ixelles",
        "izegem",
        "jambes",
        "jemeppe",
        "jette",
        "jodoigne",
        "kampenhout",
        "kapellen",
        "knokke",
        "koekelberg",
        "koksijde",
        "kontich",
        "kortrijk",
        "leuven",
        "louvain",
        "leuze",
        "liege",
        "lier",
        "lierre",
        "lokeren",
        "lommel",
        "londerzeel",
        "luik",
        "luttich",
        "maaseik",
        "maasmechelen",
        "machelen",
        "malines",
        "malmedy",
        "marche",
        "mechelen",
        "menen",
        "merelbeke",
        "merksem",
        "mol",
        "molenbeek",
        "mons",
        "mortsel",
        "mouscron",
        "moeskroen",
        "namen",
        "namur",
        "ninove",
        "nijvel",
        "nivelles",
        "oostende",
        "ostende",
        "oudenaarde",
        "oupeye",
        "overijse",
        "peer",
        "philippeville",
        "pont",
        "poperinge",
        "puurs",
        "quaregnon",
        "raeren",
        "ranst",
        "riemst",
        "roeselare",
        "ronse",
        "rotselaar",
        "schaarbeek",
        "schaerbeek",
        "schoten",
        "seraing",
        "sint-niklaas",
        "soignies",
        "spa",
        "stavelot",
        "temse",
        "termonde",
        "tervuren",
        "tielt",
        "tienen",
        "tongeren",
        "tongres",
        "torhout",
        "tournai",
        "tubize",
        "turnhout",
        "uccle",
        "ukkel",
        "verviers",
        "veurne",
        "vilvoorde",
        "vilvorde",
        "virton",
        "vorst",
        "wavre",
        "waver",
        "waregem",
        "waterloo",
        "wemmel",
        "wetteren",
        "wevelgem",
        "wezet",
        "vise",
        "willebroek",
        "woluwe",
        "zaventem",
        "zele",
        "zelzate",
        "zoersel",
        "zonhoven",
        "zottegem",
        "zulte",
        "zwevegem",
        "zwijndrecht",
    ]
)
"""Municipalities as people write them in Dutch, French or German: enough to tell a place from a name."""


def read(text: str, today: date) -> Found:
    """Readings of a plate with a description, or of a name and birth date with a place."""
    return [*_vehicle(text), *_person(text, today)]


def _vehicle(text: str) -> Found:
    tokens = text.split(" ")
    for size in (3, 2, 1):
        best = _plate(" ".join(tokens[:size]))
        rest = " ".join(tokens[size:])
        if best and _WORDS.fullmatch(rest) and not re.search(r"\d{3}", rest):
            return [Guess(_with(best.reading, rest), 0.97)]
    return []


def _plate(text: str) -> Guess | None:
    """A Belgian plate of today, or one with its dashes: less is no plate beside other words."""
    found = [one for one in plates.read(text) if isinstance(one, Guess)]
    best = max(found, key=lambda one: one.weight, default=None)
    sure = best and (best.reading.certain or ("-" in text and best.weight >= PLATE_SURE))
    return best if sure else None


def _person(text: str, today: date) -> Found:
    """A place stands behind the date: known as one, or called so (`te Lindebeek`)."""
    found = dates.find(text, today)
    if not found or not found.born or found.guessed:
        return []
    for at in range(1, len(text.split(" "))):
        tokens = text.split(" ")
        before, after = " ".join(tokens[:at]), " ".join(tokens[at:])
        dated = dates.find(before, today)
        if not dated or dated.born != found.born or dates.find(after, today):
            continue
        place = _AT.sub("", after.strip(" ,()"))
        told = place != after.strip(" ,()") or words(place).split(" ")[0] in _PLACES
        guesses = [one for one in names.read(before.strip(" ,"), today) if isinstance(one, Guess)]
        if told and _WORDS.fullmatch(place) and guesses:
            return [Guess(_with(guesses[0].reading, place), 0.97)]
    return []


def _with(reading: Reading, beside: str) -> Reading:
    return msgspec.structs.replace(reading, beside=beside)

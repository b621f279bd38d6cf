"""Who somebody is to the case, or what is asked: `verdachte: Claeys Sofie`, `is Claeys Sofie gezocht?`."""

from __future__ import annotations

import re

from focus.core.names import is_family
from focus.modules.search.understanding import names
from focus.modules.search.understanding.folding import plain

_ROLES = (
    "bestuurder|bestuurster|betrokkene|betrokken persoon|verdachte|passagier|inzittende|slachtoffer|getuige"
    "|eigenaar|eigenares|titularis|houder|aangever|vermiste|persoon|conducteur|conductrice|suspecte?|passagere?"
    "|victime|temoin|proprietaire|titulaire|prevenue?|interesse|interessee|personne|fahrer|fahrerin|halter|halterin"
    "|verdachtiger|beschuldigter|beifahrer|opfer|zeuge|zeugin|driver|suspect|victim|witness"
)
_ASKED = (
    "ken je|kent u|kennen we|wie is|is|gezocht|opzoeking|nazicht|check|zoek"
    "|controle(?: van)?|identiteit(?: van)?|connaissez-vous|connait-on|qui est"
    "|recherche(?: de)?|verification(?: de)?|identite(?: de)?"
    "|kennen sie|wer ist|suche|uberprufung(?: von)?"
)
_TOLD = (
    "gekend|bekend|gezocht|geseind|gesignaleerd|connue?|recherchee?|signalee?|bekannt|gesucht|known|wanted"
)
_BEFORE = re.compile(
    rf"(?:de |le |la |l'|der |die )?(?:{_ROLES}|{_ASKED})(?P<told>\s*[:=])?\s+(?P<rest>[^\W\d_].*)"
)
_BEHIND = re.compile(rf"(?P<rest>.*[^\W\d_][.)]?),?\s+(?:{_TOLD})\s*\?*")


def without(text: str) -> str:
    """A text without such words, where a name is left that stands by itself; else as it is."""
    folded = plain(text)
    if len(folded) != len(text):
        return text
    found = _BEFORE.fullmatch(folded)
    if found and (found["told"] or _is_known(text[: found.start("rest")], text[found.start("rest") :])):
        text = text[found.start("rest") :]
        folded = plain(text)
    behind = _BEHIND.fullmatch(folded)
    return (
        text[: behind.end("rest")] if behind and names.recognised(text[: behind.end("rest")]) == 2 else text
    )


def _is_known(word: str, rest: str) -> bool:
    """Whether a whole name is left without the word; some of the words are surnames: Halter, Zeuge."""
    name = re.split(r"[\d(°*?]", rest, maxsplit=1)[0].strip(" ,;-")
    return names.recognised(name) == 2 and not is_family(word.strip())

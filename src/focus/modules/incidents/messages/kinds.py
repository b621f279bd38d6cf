"""Our few kinds of incident, and the words by which control rooms say them.

A keyword catalogue is each control room's own: what no word here says stays "", and a source's own table
comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

KINDS: Final = (
    "traffic_accident", "traffic", "burglary", "theft", "robbery", "fight", "domestic_violence",
    "violence", "weapon", "sexual_offence", "drugs", "suspicious", "missing_person", "nuisance",
    "public_order", "alarm", "fire", "medical", "weather", "hazard", "assistance",
)  # fmt: skip

_WORDS: Final[Mapping[str, str]] = {
    "traffic_accident": (
        "verkeersongeval, ongeval, accident de la circulation, accident de roulage, "
        "verkehrsunfall, traffic accident, traffic collision, vehicle collision, ecall"
    ),
    "traffic": (
        "verkeer, verkeershinder, circulation, verkehr, verkehrsbehinderung, traffic, "
        "transport"
    ),
    "burglary": (
        "inbraak, woninginbraak, cambriolage, effraction, einbruch, wohnungseinbruch, "
        "burglary"
    ),
    "theft": (
        "diefstal, winkeldiefstal, vol, vol à l'étalage, diebstahl, ladendiebstahl, theft, "
        "larceny, shoplifting"
    ),
    "robbery": "overval, diefstal met geweld, vol avec violence, braquage, raub, überfall, robbery",
    "fight": "vechtpartij, bagarre, rixe, schlägerei, fight",
    "domestic_violence": (
        "huiselijk geweld, partnergeweld, intrafamiliaal geweld, violence intrafamiliale, "
        "violence conjugale, häusliche gewalt, domestic violence"
    ),
    "violence": (
        "geweld, slagen en verwondingen, coups et blessures, violence, agression, gewalt, "
        "körperverletzung, assault"
    ),
    "weapon": (
        "wapen, schietpartij, arme, fusillade, waffe, schießerei, weapon, shooting, shots "
        "fired"
    ),
    "sexual_offence": "zedenfeiten, faits de mœurs, sexualdelikt, sexual offence, sexual assault",
    "drugs": "drugs, stupéfiants, betäubungsmittel",
    "suspicious": (
        "verdachte handeling, verdacht voertuig, verdachte persoon, comportement suspect, "
        "personne suspecte, véhicule suspect, verdächtige person, verdächtiges fahrzeug, "
        "suspicious person, suspicious vehicle"
    ),
    "missing_person": (
        "vermissing, vermiste persoon, disparition, personne disparue, vermisste person, "
        "missing person"
    ),
    "nuisance": "overlast, nachtlawaai, tapage nocturne, nuisance, ruhestörung, noise complaint",
    "public_order": (
        "openbare orde, betoging, ordre public, manifestation, öffentliche ordnung, "
        "demonstration, civil unrest, security"
    ),
    "alarm": "alarm, inbraakalarm, alarme, einbruchalarm, intrusion alarm",
    "fire": "brand, incendie, feuer, brandeinsatz, fire",
    "medical": (
        "medisch, reanimatie, médical, réanimation, medizinischer notfall, medical, health, "
        "rescue"
    ),
    "weather": "storm, tempête, sturm, met",
    "hazard": (
        "gevaar, gaslek, danger, fuite de gaz, gefahr, gasleck, hazmat, cbrne, env, geo, "
        "safety, infra"
    ),
    "assistance": "bijstand, assistance, unterstützung, amtshilfe",
}  # fmt: skip

_GAPS: Final = re.compile(r"[\s_\-]+")


def _plain(word: str) -> str:
    return _GAPS.sub(" ", word.casefold()).strip()


_KIND_OF: Final[Mapping[str, str]] = {
    _plain(word): kind for kind, words in _WORDS.items() for word in words.split(",")
}
_WEAPONS: Final = re.compile(
    r"wapen|vuurwapen|\bmes\b|\barmes?\b|arme à feu|couteau|waffe|pistole|messer"
    r"|weapon|firearm|\bgun\b|knife|armed",
    re.IGNORECASE,
)


def kind_of(keywords: Iterable[str], own: Mapping[str, str] | None = None) -> str:
    """The kind that the first known keyword says, "" where none does.

    `own` is a source's table from its keyword, in any case, to one of `KINDS`; it is asked for all keywords
    first.
    """
    words = [_plain(word) for word in keywords]
    table = {_plain(word): kind for word, kind in (own or {}).items()}
    for known in (table, _KIND_OF):
        for word in words:
            if word in known:
                return known[word]
    return ""


def names_weapon(*texts: str) -> bool:
    """Whether a text has a word for a weapon in one of the four languages. A hint, no proof."""
    return any(_WEAPONS.search(text) for text in texts)

"""What officers paste with a value: `NN 85.07.30-033.28`, `gsm: 0470 …`, `plaque 1-ABC-123`."""

from __future__ import annotations

import re

from focus.modules.search.questions import Kind
from focus.modules.search.understanding.folding import plain

_NAMES: tuple[tuple[frozenset[Kind], str], ...] = (
    (frozenset({"plate"}), "plaat nummerplaat nrpl kenteken plaque immatriculation kennzeichen plate"),
    (
        frozenset({"national_number", "bis_number"}),
        "nn rr rrn rn insz niss bis rijksregister rijksregisternummer nationaalregister nationalnummer",
    ),
    (frozenset({"vin"}), "vin chassis chassisnummer fin fahrgestellnummer"),
    (frozenset({"company"}), "kbo bce btw tva ondernemingsnummer ust"),
    (frozenset({"phone"}), "tel t telefoon telephone telefon gsm mobiel mobile handy"),
    (frozenset({"document"}), "eid paspoort passeport pass passport identiteitskaart ci ik"),
    (frozenset({"address"}), "adres adresse address"),
)
_KINDS = {name: kinds for kinds, names in _NAMES for name in names.split()}
_LABELLED = re.compile(r"([^\W\d_]{1,20})(?:\s?(?:nr|no|n°)\b)?[\s.:=°]+(\S.*)", re.IGNORECASE)


def labelled(text: str) -> tuple[frozenset[Kind], str] | None:
    """The kinds that a label before the value tells, and the value."""
    match = _LABELLED.fullmatch(text)
    kinds = _KINDS.get(plain(match[1])) if match else None
    return (kinds, match[2]) if match and kinds else None

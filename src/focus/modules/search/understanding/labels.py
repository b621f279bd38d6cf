"""What beside a value tells its kind: `NN 85.07.30-033.28`, `gsm: 0470 …`, `… gsm`, `rrn850730…`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from focus.modules.search.questions import Kind
from focus.modules.search.understanding.folding import words

Said = tuple[frozenset[Kind], str]

_NAMES: tuple[tuple[frozenset[Kind], str], ...] = (
    (
        frozenset({"plate"}),
        "plaat nummerplaat handelaarsplaat taxiplaat nrpl kenteken kentekenplaat plaque immatriculation "
        "kennzeichen plate voertuig vehicule fahrzeug vehicle registration auto wagen voiture car pkw",
    ),
    (
        frozenset({"national_number", "bis_number"}),
        "nn rr rrn rn insz niss inss nrn bis nat national nationaal nationale rijksregister rijksregisternr "
        "rijksregisternummer rijksreg nationaalregister nationalregister nationalregisternummer "
        "nationalnummer registrenational registre bisnummer bisnr nationaalnummer nationalregisternr enn",
    ),
    (frozenset({"vin"}), "vin chassis chassisnummer chassisnr fin fahrgestellnummer fahrgestell"),
    (frozenset({"vin", "object"}), "serie framenummer framenr kadernummer cadre rahmennummer rahmen"),
    (
        frozenset({"company"}),
        "kbo bce btw tva ond ondernemingsnummer ondernemingsnr onderneming entreprise ust unternehmen "
        "unternehmensnummer unternehmensnr enterprise company vat zdu rpr rpm vestiging vestigingseenheid "
        "vestigingsnummer vestigingsnr etablissement ve ue niederlassung niederlassungseinheit establishment",
    ),
    (
        frozenset({"phone"}),
        "tel t telefoon telephone telefon telefoonnummer telefoonnr gsm gsmnr gsmnummer mobiel mobile handy "
        "handynummer portable phone fon mob",
    ),
    (
        frozenset({"document"}),
        "eid paspoort passeport pass passport reisepass identiteitskaart ci ik carte identite "
        "personalausweis ausweis kaart kaartnr kaartnummer document doc rijbewijs permis "
        "fuhrerschein identity card verblijfskaart verblijfstitel aufenthaltstitel aufenthaltskarte verblijf "
        "titre sejour",
    ),
    (frozenset({"address"}), "adres adresse address"),
    (frozenset({"object"}), "serienummer serienr seriennummer serial sn imei imeinummer imeinr"),
    (frozenset({"pv"}), "pv proces verbaal verbal protokoll"),
)
_KINDS = {name: kinds for kinds, names in _NAMES for name in names.split()}
_FILLS = (
    "n no nr nrs nummer numero num number de du des d der die van het le la l of identification "
    "identificatie is est ist son zijn unite eenheid einheit conduire sociale"
)
_FILLING = frozenset(_FILLS.split())
"""Words of a label that tell nothing: `n° de registre national`."""
_LEGAL = frozenset({"rpr", "rpm"})
"""Registers of legal persons, with the court's town behind them."""
_WORD = re.compile(r"([^\W\d_]{1,24}?)(?:[\s.]?(?:nr|no|n°))?[\s.:=°#]+(\S.*)", re.IGNORECASE)
_BEFORE = re.compile(r"([^\d+(]{1,48})(\(?[\d+].*)")
_BEHIND = re.compile(r"(.*\d)[\s,]*[\s(,]([^\d()]{1,40})\)?")


_AROUND = frozenset(("()", "[]", "<>", '""', "''", "„“", "“”", "«»"))


def labelled(text: str) -> Iterator[Said]:
    """The kinds that a label tells, and the value beside it; each way to see one."""
    if (match := _WORD.fullmatch(text)) and (kinds := _KINDS.get(words(match[1]))):
        yield kinds, match[2]
        if kinds == _OBJECT:
            return  # what follows is the number, whatever it begins with
    yield from _among_words(text)
    if (match := _BEFORE.fullmatch(text)) and (kinds := _told(match[1])):
        yield kinds, match[2]
    if (match := _BEHIND.fullmatch(text)) and (kinds := _told(match[2])):
        yield kinds, match[1]


_LISTED = re.compile(r"^(?:\d{1,2}\)|[-•*>])\s+(?=\w)")
"""What stands before an item of a list."""
_ASKED = re.compile(r"((?<![\w?*-])[^\W\d_]{3,})\s?\?+$")
"""A question mark behind a word; behind a sign of a plate it stands for a sign."""


def _among_words(text: str) -> Iterator[Said]:
    """A paper or an object between words: `kaart B105654166 vervallen?`, `fiets framenummer WTU123456K`."""
    said = text.split()
    numbered = [any(map(str.isdigit, word)) for word in said]
    for at in (i for i in range(1, len(said)) if numbered[i] and not numbered[i - 1]):
        end = next((i for i in range(at, len(said)) if not numbered[i]), len(said))
        for begun in (at - 1, at) if at > 1 and _BEGUN.fullmatch(said[at - 1]) else (at,):
            if kinds := _label_before(said[:begun]):
                yield kinds, " ".join(said[begun:end]).strip(" .,;:?()")
                return


def _label_before(said: list[str]) -> frozenset[Kind] | None:
    """What the last of some words say of the number behind them, the longest label first."""
    for size in range(min(len(said), _LONGEST_LABEL), 0, -1):
        kinds = _told(" ".join(said[-size:]))
        if kinds and not kinds.isdisjoint(_HARDLY_SEEN):
            return kinds
    return None


_OBJECT = frozenset({"object"})
_HARDLY_SEEN: frozenset[Kind] = frozenset({"document", "object", "vin"})
"""Kinds whose values do not tell what they are without their label."""
_LONGEST_LABEL = 5
_BEGUN = re.compile(r"[A-Za-z]{1,3}")
"""Letters of a number that is written with a gap: `EH 123456`."""
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]\.$")


def bare(text: str) -> str:
    """Without the brackets, quotes and full stops that stand around the whole; an initial keeps its own."""
    if _INITIAL.search(text):
        return text
    inner = _ASKED.sub(r"\1", _LISTED.sub("", text).strip(" .,;:!"))
    if inner[:1] + inner[-1:] in _AROUND and not set(inner[1:-1]) & set("()[]"):
        inner = inner[1:-1].strip(" .,;:!")
    return inner


def _told(label: str) -> frozenset[Kind] | None:
    """The kind that all words of a label tell; None when one of them is no part of a label."""
    said = words(label.replace("°", " ")).split()
    if said and said[0] in _LEGAL:
        return _KINDS[said[0]]
    kinds = {_KINDS.get(word) for word in said if word not in _FILLING}
    return kinds.pop() if len(kinds) == 1 else None

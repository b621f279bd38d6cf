"""Sources about what courts decided and what followed."""

from __future__ import annotations

from datetime import timedelta

from world.chance import share, today

from .asking import Ask
from .base import Record, by_name, by_number, register
from .record_formatter import Formatter

_record = Formatter("criminal-record", "fr", "%d/%m/%Y", slips=0.05, old=timedelta(days=2), number="grouped")
_prison = Formatter("custody", "fr", "%d/%m/%Y", slips=0.05, old=timedelta(hours=1))
_probation = Formatter("probation", "nl", "%d-%m-%Y", old=timedelta(days=3))
_flags = Formatter("fingerprints", "en", "%Y-%m-%d", old=timedelta(hours=12))
_bailiffs = Formatter("bailiffs", "nl", "%d.%m.%Y", slips=0.05, old=timedelta(days=4))


@register(
    "criminal-record",
    "Strafregister",
    by_number("/casier/{value}"),
    wrap="condamnations",
    none="404",
    key="X-Casier-Cle",
    ms=240,
)
def criminal_record(ask: Ask) -> list[Record]:
    shelf = ask.world.justice["convictions"]
    return [
        {
            "personne": _record.person(ask.world.people, p),
            "date": _record.date(record["on"]),
            "fait": record["offence"],
            "peine": record["sentence"],
            **_record.as_of(),
        }
        for p in ask.persons()
        for record in shelf.where("person", p)
    ]


@register(
    "custody",
    "Gevangeniswezen (Sidis)",
    by_number("/detenus/{value}"),
    by_name("/detenus", nom="surname", prenom="given", recherche="name", naissance="birth"),
    wrap="list",
    none="empty",
    key="X-Cle",
    ms=115,
)
def custody(ask: Ask) -> list[Record]:
    shelf = ask.world.justice["custody"]
    states = {
        "in de inrichting": "présent",
        "penitentiair verlof": "congé pénitentiaire",
        "elektronisch toezicht": "surveillance électronique",
    }
    return [
        {
            "detenu": _prison.person(ask.world.people, p),
            "etat": states[record["state"]],
            "depuis": _prison.date(record["since"]),
            "etablissement": record["place"],
            **_prison.as_of(),
        }
        for p in ask.persons()
        for record in shelf.where("person", p)
    ]


@register(
    "probation",
    "Justitiehuizen: probatie",
    by_number("/dossiers/{value}"),
    wrap="dossiers",
    none="empty",
    key="X-Api-Key",
    ms=145,
)
def probation(ask: Ask) -> list[Record]:
    shelf = ask.world.justice["probation"]
    return [
        {
            "justitiabele": _probation.person(ask.world.people, p),
            "van": _probation.date(record["since"]),
            "tot": _probation.date(record["until"]),
            "lopend": record["until"] >= today,
            "justitiehuis": record["house"],
            "kenmerk": record["id"],
            **_probation.as_of(),
        }
        for p in ask.persons()
        for record in shelf.where("person", p)
    ]


def _flagged(ask: Ask, *, part: float, about: str) -> list[Record]:
    convicted = ask.world.justice["convictions"]
    return [
        {"nationalNumber": f"{int(ask.world.people.national[p]):011d}", "onFile": True, **_flags.as_of()}
        for p in ask.persons()
        if convicted.where("person", p) and (p < 30 or share(about, p) < part)
    ]


@register(
    "fingerprints",
    "Vingerafdrukken aanwezig",
    by_number("/presence/{value}"),
    wrap="presence",
    none="hit",
    key="X-Api-Key",
    ms=35,
)
def fingerprints(ask: Ask) -> list[Record]:
    """Only whether prints are on file."""
    return _flagged(ask, part=0.7, about="fingerprints")


@register(
    "dna",
    "DNA-profiel aanwezig",
    by_number("/dna/{value}/presence"),
    wrap="presence",
    none="hit",
    key="X-Api-Key",
    ms=220,
)
def dna(ask: Ask) -> list[Record]:
    """Only whether a profile is on file."""
    return _flagged(ask, part=0.25, about="dna")


@register(
    "bailiffs",
    "Bestand van beslagberichten",
    by_number("/berichten/{value}"),
    wrap="berichten",
    none="empty",
    key="X-Api-Key",
    ms=200,
)
def bailiffs(ask: Ask) -> list[Record]:
    shelf = ask.world.justice["seizures"]
    return [
        {
            "schuldenaar": _bailiffs.person(ask.world.people, p),
            "bedrag": f"{record['amount']},00",
            "datum": _bailiffs.date(record["since"]),
            "gerechtsdeurwaarder": record["bailiff"],
            **_bailiffs.as_of(),
        }
        for p in ask.persons()
        for record in shelf.where("person", p)
    ]

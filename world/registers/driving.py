"""Sources about who may drive."""

from __future__ import annotations

from datetime import timedelta

from world.chance import day, days, today
from world.columns import text
from world.records.papers import kinds, statuses

from .asking import Ask
from .base import Endpoint, Record, by_name, by_number, by_plate, register
from .record_formatter import Formatter

_licences = Formatter("driving-licences", "en", "%Y-%m-%d", slips=0.06, old=timedelta(days=1))
_bans = Formatter("driving-bans", "nl", "%d-%m-%Y", old=timedelta(days=1))
_blue = Formatter("disabled-parking-cards", "nl", "%d/%m/%Y", old=timedelta(days=4))


@register(
    "driving-licences",
    "Rijbewijzen",
    by_number("/licences/holder/{value}"),
    Endpoint("document", "/licences/{value}"),
    by_name("/licences", surname="surname", firstName="given", name="name", birthDate="birth"),
    wrap="licences",
    none="empty",
    key="Authorization",
    ms=85,
)
def driving_licences(ask: Ask) -> list[Record]:
    papers, people = ask.world.papers, ask.world.people
    rows = (
        papers.where("number", ask.code.encode())
        if ask.kind == "document"
        else [row for person in ask.persons() for row in papers.where("owner", person)]
    )
    found = []
    for row in rows:
        if kinds[papers.kind[row]] != "driving licence":
            continue
        owner = int(papers.owner[row])
        categories = (
            ["AM", "B"] + (["A"] if owner % 9 == 0 else []) + (["C", "CE"] if owner % 23 == 0 else [])
        )
        expired = papers.expires[row] < days(today)
        found.append(
            {
                "holder": _licences.person(people, owner),
                "licenceNumber": text(papers.number[row]),
                "categories": categories,
                "validUntil": _licences.date(day(papers.expires[row])),
                "status": "expired" if expired else statuses[papers.status[row]],
                **_licences.as_of(),
            }
        )
    return found


@register(
    "driving-bans",
    "Rijverboden (Mercurius)",
    by_number("/rijverbod/{value}"),
    by_plate("/rijverbod/kenteken/{value}"),
    by_name("/rijverbod", naam="surname", voornaam="given", persoon="name", geboortedatum="birth"),
    wrap="vervallenverklaringen",
    none="hit",
    key="X-Api-Key",
    ms=75,
)
def driving_bans(ask: Ask) -> list[Record]:
    shelf = ask.world.justice["driving_bans"]
    return [
        {
            "persoon": _bans.person(ask.world.people, p),
            "van": _bans.date(ban["since"]),
            "tot": _bans.date(ban["until"]),
            "vanKracht": ban["until"] >= today,
            "rechtbank": ban["court"],
            "categorieën": ban["categories"],
            "kenmerk": ban["id"],
            **_bans.as_of(),
        }
        for p in ask.persons()
        for ban in shelf.where("person", p)
    ]


@register(
    "disabled-parking-cards",
    "Parkeerkaarten handicap",
    Endpoint("document", "/parkeerkaarten/{value}"),
    by_number("/parkeerkaarten/houder/{value}"),
    wrap="kaarten",
    none="empty",
    key="X-Api-Key",
    ms=60,
)
def disabled_parking_cards(ask: Ask) -> list[Record]:
    papers = ask.world.papers
    rows = (
        papers.where("number", ask.code.encode())
        if ask.kind == "document"
        else [row for person in ask.persons() for row in papers.where("owner", person)]
    )
    return [
        {
            "kaart": text(papers.number[row]),
            "houder": _blue.person(ask.world.people, int(papers.owner[row])),
            "geldigTot": _blue.date(day(papers.expires[row])),
            "toestand": statuses[papers.status[row]],
            **_blue.as_of(),
        }
        for row in rows
        if kinds[papers.kind[row]] == "parking card"
    ]

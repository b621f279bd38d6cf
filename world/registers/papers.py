"""Sources about identity papers."""

from __future__ import annotations

from datetime import timedelta

from world.chance import day
from world.columns import text
from world.records.papers import kinds, statuses

from .asking import Ask
from .base import Endpoint, Record, by_number, register
from .record_formatter import Formatter

_belpic = Formatter("identity-cards", "en", "%Y%m%d", old=timedelta(hours=2))
_passports = Formatter("passports", "nl", "%d/%m/%Y", slips=0.03, old=timedelta(days=1))


def _paper(ask: Ask, kind: str) -> list[tuple[int, int]]:
    """(row of the paper, its owner) for a number or for a person."""
    papers = ask.world.papers
    if ask.kind == "document":
        rows = papers.where("number", ask.code.encode())
    else:
        rows = [row for person in ask.persons() for row in papers.where("owner", person)]
    return [(row, int(papers.owner[row])) for row in rows if kinds[papers.kind[row]] == kind]


@register(
    "identity-cards",
    "Identiteitskaarten",
    Endpoint("document", "/cards/{value}"),
    by_number("/holders/{value}/cards"),
    wrap="cards",
    none="404",
    key="X-Api-Key",
    ms=45,
)
def identity_cards(ask: Ask) -> list[Record]:
    return [_written_paper(ask, _belpic, row, owner) for row, owner in _paper(ask, "identity card")]


def _written_paper(ask: Ask, pen: Formatter, row: int, owner: int) -> Record:
    papers = ask.world.papers
    return {
        "holder": pen.person(ask.world.people, owner),
        "number": text(papers.number[row]),
        "issued": pen.date(day(papers.issued[row])),
        "expires": pen.date(day(papers.expires[row])),
        "status": statuses[papers.status[row]],
        **pen.as_of(),
    }


@register(
    "passports",
    "Paspoorten",
    Endpoint("document", "/paspoorten/{value}"),
    by_number("/houders/{value}/paspoorten"),
    wrap="list",
    none="empty",
    key="X-Api-Key",
    ms=130,
)
def passports(ask: Ask) -> list[Record]:
    papers, people = ask.world.papers, ask.world.people
    words = {"valid": "geldig", "lost": "verloren", "stolen": "gestolen", "withdrawn": "ingetrokken"}
    return [
        {
            "paspoortnummer": text(papers.number[row]),
            "houder": _passports.person(people, owner),
            "geldigTot": _passports.date(day(papers.expires[row])),
            "toestand": words[statuses[papers.status[row]]],
            **_passports.as_of(),
        }
        for row, owner in _paper(ask, "passport")
        if people.nationality[owner] == 0
    ]

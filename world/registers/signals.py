"""Sources that stop people, vehicles and papers: wanted, stolen, lost, missing, Schengen, Interpol."""

from __future__ import annotations

from datetime import timedelta

from world.chance import day, draw
from world.columns import text
from world.records.papers import kinds, statuses
from world.records.vehicles import grouped_plate, models

from .asking import Ask
from .base import Endpoint, Record, by_name, by_number, by_plate, register
from .mobility import vehicles_asked
from .record_formatter import Formatter, nationality

_ang = Formatter("wanted-persons", "nl", "%Y-%m-%d", old=timedelta(minutes=2))
_sis = Formatter("sis-persons", "en", "%Y-%m-%d", slips=0.25, old=timedelta(minutes=5), number="")
_sis_things = Formatter("sis-vehicles", "en", "%Y-%m-%d", old=timedelta(minutes=5))
_interpol = Formatter("interpol-nominals", "en", "%Y/%m/%d", slips=0.30, old=timedelta(hours=4), number="")
_missing = Formatter("missing-persons", "nl", "%d/%m/%Y", old=timedelta(minutes=15))


@register(
    "wanted-persons",
    "Signalering personen (ANG)",
    by_number("/signaleringen/persoon/{value}"),
    by_plate("/signaleringen/titularis/{value}"),
    by_name(
        "/signaleringen/zoek",
        method="POST",
        naam="surname",
        voornaam="given",
        persoon="name",
        geboortedatum="birth",
    ),
    wrap="signaleringen",
    none="hit",
    key="X-ANG-Key",
    ms=60,
)
def wanted_persons(ask: Ask) -> list[Record]:
    shelf = ask.world.justice["wanted"]
    return [
        {
            "persoon": _ang.person(ask.world.people, p),
            "maatregel": record["measure"],
            "sinds": _ang.date(record["since"]),
            "overheid": record["authority"],
            "feit": record["offence"],
            "gevaarlijk": record["danger"],
            "kenmerk": record["id"],
            **_ang.as_of(),
        }
        for p in ask.persons()
        for record in shelf.where("person", p)
    ]


@register(
    "sis-persons",
    "Schengen: personen (SIS)",
    by_name(
        "/sis/persons/search",
        method="POST",
        fullName="name",
        surname="surname",
        forename="given",
        dateOfBirth="birth",
    ),
    Endpoint("document", "/sis/persons/by-document/{value}"),
    wrap="alerts",
    none="hit",
    key="X-SIS-Key",
    ms=180,
)
def sis_persons(ask: Ask) -> list[Record]:
    shelf, papers = ask.world.justice["sis"], ask.world.papers
    persons = (
        [int(papers.owner[row]) for row in papers.where("number", ask.code.encode())]
        if ask.kind == "document"
        else ask.persons()
    )
    actions = {
        "26": "arrest for surrender",
        "24": "refuse entry",
        "32": "missing: protect",
        "34": "locate for court",
        "36": "discreet check",
    }
    return [
        {
            "schengenId": f"{record['country']}{draw('sis', p) % 10**11:011d}",
            "person": _sis.person(ask.world.people, p),
            "article": record["article"],
            "action": actions[record["article"]],
            "entered": _sis.date(record["since"]),
            "issuingState": record["country"],
            **_sis.as_of(),
        }
        for p in dict.fromkeys(persons)
        for record in shelf.where("person", p)
    ]


@register(
    "sis-vehicles",
    "Schengen: voertuigen (SIS)",
    by_plate("/sis/vehicles/plate/{value}"),
    Endpoint("vin", "/sis/vehicles/vin/{value}"),
    wrap="alerts",
    none="hit",
    key="X-SIS-Key",
    ms=170,
)
def sis_vehicles(ask: Ask) -> list[Record]:
    vehicles = ask.world.vehicles
    found = [
        {
            "plate": grouped_plate(text(vehicles.plate[row])),
            "vin": text(vehicles.vin[row]),
            "make": models[vehicles.model[row]][0],
            "reason": "stolen",
            "action": "seize",
            "entered": _sis_things.date(day(vehicles.stolen[row])),
            "issuingState": "BE",
            **_sis_things.as_of(),
        }
        for row in vehicles_asked(ask)
        if vehicles.stolen[row]
    ]
    if ask.code == "CB1234AB":
        found.append(
            {
                "plate": "CB 1234 AB",
                "vin": None,
                "make": "Audi",
                "reason": "used in crime",
                "action": "discreet check",
                "entered": "2026-02-14",
                "issuingState": "BG",
                **_sis_things.as_of(),
            }
        )
    return found


def bad_papers(ask: Ask, *, only: tuple[str, ...]) -> list[int]:
    papers = ask.world.papers
    return [row for row in papers.where("number", ask.code.encode()) if statuses[papers.status[row]] in only]


@register(
    "sis-documents",
    "Schengen: documenten (SIS)",
    Endpoint("document", "/sis/documents/{value}"),
    wrap="alerts",
    none="hit",
    key="X-SIS-Key",
    ms=175,
)
def sis_documents(ask: Ask) -> list[Record]:
    papers = ask.world.papers
    return [
        {
            "number": text(papers.number[row]),
            "type": kinds[papers.kind[row]],
            "reason": "stolen",
            "action": "seize",
            "entered": _sis_things.date(day(papers.issued[row] + 100)),
            "issuingState": "BE",
            **_sis_things.as_of(),
        }
        for row in bad_papers(ask, only=("stolen",))
    ]


@register(
    "interpol-nominals",
    "Interpol: personen",
    by_name("/nominals", name="surname", forename="given", full_name="name", date_of_birth="birth"),
    wrap="data.notices",
    none="empty",
    key="Authorization",
    ms=280,
)
def interpol_nominals(ask: Ask) -> list[Record]:
    shelf = ask.world.justice["interpol"]
    return [
        {
            "entity": _interpol.person(ask.world.people, p),
            "notice": record["notice"],
            "issued": _interpol.date(record["since"]),
            "requesting_country": record["country"],
            "notice_id": f"2026/{p % 90_000 + 1_000}",
            **_interpol.as_of(),
        }
        for p in ask.persons()
        for record in shelf.where("person", p)
    ]


@register(
    "interpol-documents",
    "Interpol: gestolen documenten (SLTD)",
    Endpoint("document", "/sltd/{value}"),
    wrap="hits",
    none="404",
    key="Authorization",
    ms=260,
)
def interpol_documents(ask: Ask) -> list[Record]:
    papers = ask.world.papers
    return [
        {
            "document_number": text(papers.number[row]),
            "document_type": kinds[papers.kind[row]],
            "status": statuses[papers.status[row]],
            "country": nationality(ask.world.people, int(papers.owner[row])),
            "reported": _interpol.date(day(papers.issued[row] + 120)),
            **_interpol.as_of(),
        }
        for row in bad_papers(ask, only=("stolen", "lost"))
        if kinds[papers.kind[row]] in ("passport", "identity card")
    ]


@register(
    "missing-persons",
    "Vermiste personen",
    by_number("/vermist/{value}"),
    by_name("/vermist", naam="surname", voornaam="given", persoon="name", geboren="birth"),
    wrap="vermisten",
    none="empty",
    key="X-ANG-Key",
    ms=55,
)
def missing_persons(ask: Ask) -> list[Record]:
    shelf = ask.world.justice["missing"]
    return [
        {
            "persoon": _missing.person(ask.world.people, p),
            "vermistSinds": _missing.date(record["since"]),
            "onrustwekkend": record["worrying"],
            "laatstGezien": _missing.one_line(ask.world, record["seen_at"]),
            "beschrijving": record["description"],
            "leeftijd": ask.world.people.age_of(p),
            **_missing.as_of(),
        }
        for p in ask.persons()
        for record in shelf.where("person", p)
    ]

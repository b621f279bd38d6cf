"""Sources about who somebody is: national and other population registers, papers, telephones, addresses."""

from __future__ import annotations

from datetime import timedelta

from world.chance import day, share
from world.columns import text
from world.records.papers import kinds
from world.town.addresses import ward_name

from .asking import Ask
from .base import Endpoint, Record, by_address, by_name, by_number, register
from .record_formatter import Formatter, nationality

_rr = Formatter("national-register", "nl", "%Y-%m-%d", old=timedelta(days=6))
_bis = Formatter("bis-register", "fr", "%d/%m/%Y", slips=0.10, old=timedelta(days=9))
_town_hall = Formatter("municipal-population", "nl", "%d-%m-%Y", old=timedelta(days=1), number="grouped")
_foreigners = Formatter("foreigners-register", "fr", "%Y-%m-%d", slips=0.22, old=timedelta(days=3))
_asylum = Formatter("asylum", "en", "%Y-%m-%d", slips=0.30, old=timedelta(days=5), number="")
_phones = Formatter("phone-subscribers", "en", "%Y-%m-%d", slips=0.18, old=timedelta(days=2), number="")


@register(
    "national-register",
    "Rijksregister",
    by_number("/v2/personen/{value}"),
    by_name(
        "/v2/personen/zoek",
        method="POST",
        naam="surname",
        voornaam="given",
        volledigeNaam="name",
        geboortedatum="birth",
    ),
    by_address(
        "/v2/adressen/bewoners",
        straat="street",
        huisnummer="house",
        postcode="postcode",
        gemeente="place",
        adres="value",
    ),
    wrap="resultaten.personen",
    none="404",
    key="X-RR-Sleutel",
    ms=55,
)
def national_register(ask: Ask) -> list[Record]:
    people, world = ask.world.people, ask.world
    persons = residents(ask) if ask.kind == "address" else ask.persons()
    found = []
    for person in persons:
        if people.bis[person]:
            continue
        home = _rr.address(world, int(people.address[person]))
        before = int(people.previous[person])
        history = [{"vanaf": _rr.date(day(people.since[person])), "adres": home}]
        if before >= 0:
            history.append({"tot": _rr.date(day(people.since[person])), "adres": _rr.address(world, before)})
        found.append(
            {
                "persoon": _rr.person(people, person) | {"voornamen": people.all_given_names(person)},
                "nationaliteit": nationality(people, person),
                "hoofdverblijf": home,
                "adreshistoriek": history,
                "gezin": [f"{int(people.national[p]):011d}" for p in people.family(person)],
                "ookGeschrevenAls": _also(ask, person),
                **_rr.as_of(),
            }
        )
    return found


def _also(ask: Ask, person: int) -> list[str]:
    """Spellings the register knows from earlier papers."""
    given, surname, _ = _foreigners.name(ask.world.people, person)
    people = ask.world.people
    same = (given, surname) == (people.given_name(person), people.surname_of(person))
    return [] if same else [f"{given} {surname}"]


def residents(ask: Ask) -> list[int]:
    rows = ask.addresses()
    return [p for row in rows[:60] for p in ask.world.people.at_address(row)][:60]


@register(
    "bis-register",
    "BIS-register",
    Endpoint("bis_number", "/api/bis/{value}"),
    by_name("/api/bis", nom="surname", prenom="given", recherche="name", naissance="birth"),
    wrap="list",
    none="empty",
    key="X-Api-Key",
    ms=80,
)
def bis_register(ask: Ask) -> list[Record]:
    people = ask.world.people
    asked = Ask(ask.desk, ask.source, "national_number", ask.parts) if ask.kind == "bis_number" else ask
    return [
        _bis.person(people, p)
        | {
            "numeroBis": f"{int(people.national[p]):011d}",
            "nationalite": nationality(people, p),
            "adresseConnue": _bis.address(ask.world, _bis.home(ask.world, p)),
            **_bis.as_of(),
        }
        for p in asked.persons()
        if people.bis[p]
    ]


@register(
    "municipal-population",
    "Bevolking gemeente",
    by_number("/gezinnen/{value}"),
    by_address(
        "/gezinnen", straat="street", nr="house", gemeente="place", postcode="postcode", adres="value"
    ),
    wrap="gezinnen",
    none="empty",
    key="",
    ms=40,
)
def municipal_population(ask: Ask) -> list[Record]:
    people = ask.world.people
    persons = residents(ask) if ask.kind == "address" else ask.persons()
    found: dict[int, Record] = {}
    for person in persons:
        house = int(people.household[person])
        if house in found or people.bis[person]:
            continue
        members = people.table.where("household", house)
        found[house] = {
            "adres": _town_hall.address(ask.world, int(people.address[person])),
            "wijk": ward_name(int(ask.world.town.addresses.ward[people.address[person]])),
            "referentiepersoon": _town_hall.person(people, members[0]),
            "leden": [_town_hall.person(people, member) for member in members],
            "ingeschrevenOp": _town_hall.date(day(people.since[person])),
            **_town_hall.as_of(),
        }
    return list(found.values())


@register(
    "foreigners-register",
    "Vreemdelingenregister",
    by_number("/etrangers/{value}"),
    by_name("/etrangers", nom="surname", prenom="given", q="name", dateNaissance="birth"),
    Endpoint("document", "/etrangers/titres/{value}"),
    wrap="dossiers",
    none="404",
    key="Ocp-Apim-Subscription-Key",
    ms=120,
)
def foreigners_register(ask: Ask) -> list[Record]:
    people, papers = ask.world.people, ask.world.papers
    if ask.kind == "document":
        rows = [
            row
            for row in papers.where("number", ask.code.encode())
            if kinds[papers.kind[row]] == "residence card"
        ]
        persons = [int(papers.owner[row]) for row in rows]
    else:
        persons = [p for p in ask.persons() if people.nationality[p] != 0 or _also(ask, p)]
    found = []
    for person in persons:
        cards = [row for row in papers.where("owner", person) if kinds[papers.kind[row]] == "residence card"]
        found.append(
            _foreigners.person(people, person)
            | {
                "nationalite": nationality(people, person),
                "titreDeSejour": text(papers.number[cards[0]]) if cards else None,
                "valableJusque": _foreigners.date(day(papers.expires[cards[0]])) if cards else None,
                "adresse": _foreigners.address(ask.world, _foreigners.home(ask.world, person)),
                **_foreigners.as_of(),
            }
        )
    return found


@register(
    "asylum",
    "Wachtregister asiel",
    Endpoint("bis_number", "/applicants/by-number/{value}"),
    by_name(
        "/applicants/search",
        method="POST",
        fullName="name",
        lastName="surname",
        firstName="given",
        dateOfBirth="birth",
    ),
    wrap="applicants",
    none="empty",
    key="Authorization",
    ms=110,
)
def asylum(ask: Ask) -> list[Record]:
    people = ask.world.people
    asked = Ask(ask.desk, ask.source, "national_number", ask.parts) if ask.kind == "bis_number" else ask
    return [
        _asylum.person(people, p)
        | {
            "fileNumber": f"{8_000_000 + p}",
            "nationality": nationality(people, p),
            "state": ("pending", "granted", "refused")[p % 3],
            **_asylum.as_of(),
        }
        for p in asked.persons()
        if people.bis[p]
    ]


@register(
    "phone-subscribers",
    "Telefoonabonnees",
    Endpoint("phone", "/subscribers/{value}"),
    by_name("/subscribers", name="name", surname="surname", given="given"),
    wrap="data.subscribers",
    none="empty",
    key="Authorization",
    ms=160,
)
def phone_subscribers(ask: Ask) -> list[Record]:
    people = ask.world.people
    if ask.kind == "phone":
        digits = "".join(sign for sign in ask.value if sign.isdigit()).removeprefix("00")
        digits = "32" + digits[1:] if digits.startswith("0") else digits
        persons = people.table.where("phone", int(digits)) if digits else []
    else:
        persons = ask.persons(most=10)
    operators = ("Linde Mobile", "Scheldetel", "Zeno")
    return [
        {
            "msisdn": f"+{int(people.phone[p])}",
            "subscriber": _phones.person(people, p),
            "operator": operators[p % 3],
            "prepaid": share("prepaid", p) < 0.2,
            "address": _phones.one_line(ask.world, _phones.home(ask.world, p)),
            **_phones.as_of(),
        }
        for p in persons
        if people.phone[p]
    ]

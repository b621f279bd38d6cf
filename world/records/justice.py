"""What police and courts hold against or for a person: signals, conditions, bans, judgments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import numpy as np

from world.chance import draw, stream, today
from world.characters import numbers
from world.columns import Shelf
from world.people.population import Population

Record = dict[str, Any]

offences = (
    "diefstal",
    "inbraak",
    "slagen en verwondingen",
    "drugs: bezit",
    "drugs: handel",
    "rijden onder invloed",
    "rijden zonder rijbewijs",
    "heling",
    "bedreiging",
    "vandalisme",
    "oplichting",
    "weerspannigheid",
    "belaging",
)
wanted_measures = (
    "aanhouden op bevel",
    "ter beschikking stellen",
    "verhoren",
    "verblijfplaats meedelen",
    "betekenen vonnis",
)
condition_kinds = (
    "contactverbod",
    "verblijf op adres",
    "gebiedsverbod",
    "caféverbod",
    "therapie",
    "werk of opleiding",
    "drugstesten",
    "slachtoffer vergoeden",
    "rijverbod",
    "uurverbod",
    "meldingsplicht",
    "alcoholverbod",
)
issuers = ("onderzoeksrechter", "raadkamer", "strafuitvoeringsrechtbank", "justitiehuis", "parket")


def make_justice(people: Population) -> dict[str, Shelf]:
    """Shelves by name; each record has `person` (a row of the population) and dates as `date`."""
    makers: dict[str, tuple[float, Callable[[Population, int, np.random.Generator], Record]]] = {
        "wanted": (0.0025, _wanted),
        "sis": (0.0008, _sis),
        "interpol": (0.0003, _interpol),
        "missing": (0.0005, _missing),
        "conditions": (0.005, _conditions),
        "orders": (0.0008, _order),
        "driving_bans": (0.009, _driving_ban),
        "custody": (0.0010, _custody),
        "probation": (0.004, _probation),
        "entry_bans": (0.0007, _entry_ban),
        "stadium_bans": (0.0008, _stadium_ban),
        "seizures": (0.02, _seizure),
    }
    return {name: _shelf(people, name, share, make) for name, (share, make) in makers.items()} | {
        "convictions": Shelf(list(_convictions(people)))
    }


def _shelf(
    people: Population, name: str, part: float, make: Callable[[Population, int, np.random.Generator], Record]
) -> Shelf:
    from .cast_justice import cast_records

    chance = stream(people.seed, name)
    adults = people.adults[people.adults >= len(numbers)]
    chosen = adults[chance.random(len(adults)) < part].tolist()
    records = [_of_the_cast(people, key, record) for key, record in cast_records.get(name, ())]
    records += [{"person": person, **make(people, person, chance)} for person in chosen]
    for number, record in enumerate(records):
        record["id"] = f"{name[:3].upper()}-{record.get('since', today).year}-{number + 1:06d}"
    return Shelf(records)


def _of_the_cast(people: Population, key: str, record: Record) -> Record:
    """A copy of the written record with rows in place of keys, and the own home where none is named."""
    person = numbers[key]
    made = {"person": person, **record}
    for place in ("address", "seen_at"):
        if place in made and made[place] is None:
            made[place] = int(people.address[person])
    if made.get("protected"):
        made["protected"] = numbers[made["protected"]]
        made["address"] = int(people.address[made["protected"]])
    return made


def _ago(chance: np.random.Generator, most: int) -> date:
    return today - timedelta(days=int(chance.integers(1, most)))


def _pick(chance: np.random.Generator, choices: tuple[str, ...]) -> str:
    return choices[int(chance.integers(0, len(choices)))]


def _wanted(_people: Population, _person: int, chance: np.random.Generator) -> Record:
    return {
        "measure": _pick(chance, wanted_measures),
        "since": _ago(chance, 2_000),
        "authority": "parket Lindevallei",
        "offence": _pick(chance, offences),
        "danger": bool(chance.random() < 0.1),
    }


def _sis(_people: Population, _person: int, chance: np.random.Generator) -> Record:
    article = ("26", "24", "32", "34", "36")[int(chance.integers(0, 5))]
    return {
        "article": article,
        "since": _ago(chance, 1_500),
        "country": _pick(chance, ("FR", "DE", "NL", "PL", "BG", "IT", "RO")),
    }


def _interpol(_people: Population, _person: int, chance: np.random.Generator) -> Record:
    return {
        "notice": _pick(chance, ("red", "blue", "yellow", "green")),
        "since": _ago(chance, 2_500),
        "country": _pick(chance, ("BR", "TR", "RS", "GE")),
    }


def _missing(people: Population, person: int, chance: np.random.Generator) -> Record:
    return {
        "since": _ago(chance, 400),
        "worrying": bool(chance.random() < 0.3),
        "seen_at": int(people.address[person]),
        "description": "donkere jas, jeansbroek",
    }


def _conditions(people: Population, person: int, chance: np.random.Generator) -> Record:
    kinds = sorted({_pick(chance, condition_kinds) for _ in range(1 + int(chance.integers(0, 4)))})
    area = int(people.address[person]) if "gebiedsverbod" in kinds else None
    since = _ago(chance, 80)
    return {
        "kinds": kinds,
        "area_around": area,
        "area_name": "centrum" if area is not None else None,
        "since": since,
        "until": since + timedelta(days=90),
        "issuer": _pick(chance, issuers),
        "breached": bool(chance.random() < 0.06),
    }


def _order(people: Population, person: int, chance: np.random.Generator) -> Record:
    relatives = people.family(person)
    since = _ago(chance, 14)
    return {
        "protected": relatives[0] if relatives else None,
        "address": int(people.address[person]),
        "since": since,
        "until": since + timedelta(days=14),
        "issuer": "parket Lindevallei",
    }


def _driving_ban(_people: Population, _person: int, chance: np.random.Generator) -> Record:
    since = _ago(chance, 900)
    return {
        "since": since,
        "until": since + timedelta(days=int(chance.integers(15, 1_400))),
        "court": "politierechtbank Lindevallei",
        "categories": "alle",
    }


def _custody(_people: Population, _person: int, chance: np.random.Generator) -> Record:
    return {
        "since": _ago(chance, 1_200),
        "state": _pick(
            chance, ("in de inrichting", "in de inrichting", "penitentiair verlof", "elektronisch toezicht")
        ),
        "place": "gevangenis Vaartdonk",
    }


def _probation(_people: Population, _person: int, chance: np.random.Generator) -> Record:
    since = _ago(chance, 900)
    return {
        "since": since,
        "until": since + timedelta(days=1_095),
        "house": "justitiehuis Lindevallei",
        "offence": _pick(chance, offences),
    }


def _entry_ban(_people: Population, _person: int, chance: np.random.Generator) -> Record:
    since = _ago(chance, 1_000)
    return {"since": since, "until": since + timedelta(days=1_095), "article": "74/11"}


def _stadium_ban(_people: Population, _person: int, chance: np.random.Generator) -> Record:
    since = _ago(chance, 600)
    return {
        "since": since,
        "until": since + timedelta(days=730),
        "club": _pick(chance, ("KVV Lindebeek", "SK Molenheide")),
    }


def _seizure(_people: Population, _person: int, chance: np.random.Generator) -> Record:
    return {
        "since": _ago(chance, 1_500),
        "amount": int(chance.integers(200, 25_000)),
        "bailiff": "gerechtsdeurwaarder Vos",
    }


def _convictions(people: Population) -> Iterator[Record]:
    from .cast_justice import cast_records

    for key, record in cast_records.get("convictions", ()):
        yield {"person": numbers[key], **record}
    chance = stream(people.seed, "convictions")
    adults = people.adults[people.adults >= len(numbers)]
    for person in adults[chance.random(len(adults)) < 0.055].tolist():
        for turn in range(1 + draw("convictions", person) % 3):
            luck = draw(f"conviction {turn}", person)
            yield {
                "person": person,
                "on": today - timedelta(days=luck % 5_500 + 30),
                "offence": offences[luck // 5_500 % len(offences)],
                "sentence": ("geldboete", "werkstraf", "gevangenisstraf met uitstel", "gevangenisstraf")[
                    luck // 91 % 4
                ],
            }

"""What stands on a list is found when it is asked as it stands there, however many bear the name."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable

import pytest

from focus.modules.search.sources.protocol import SourceFailed
from tests.search.lists.files import HEADER, Listed, reading

MAKE = Callable[..., Listed]
GIVEN = (
    "Jan",
    "An",
    "Mohamed",
    "José",
    "Jean-Pierre",
    "Jan Pieter",
    "J.",
    "M.-C.",
    "Иван",
    "伟",
    "Ö",
    "Abd El Kader",
)
FAMILY = (
    "Peeters", "Van den Berghe", "El Amrani", "D'Hondt", "O'Neill", "Yılmaz", "Li", "Ó", "Петров", "Wu",
    "'t Kindt", "de la Cruz y Mendoza",
)  # fmt: skip


def people(count: int) -> list[dict[str, str]]:
    """Names of every sort, most of them many times, each with a birth date."""
    chance = random.Random(11)
    return [
        {
            "id": str(number),
            "family": chance.choice(FAMILY),
            "given": chance.choice(GIVEN),
            "born": f"19{chance.randint(30, 99)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            "number": "",
            "plate": "",
        }
        for number in range(count)
    ]


def lines(rows: list[dict[str, str]]) -> str:
    written = io.StringIO()
    sheet = csv.DictWriter(written, HEADER.strip().split(","), lineterminator="\n")
    sheet.writeheader()
    sheet.writerows(rows)
    return written.getvalue()


async def test_name_and_birth_date_as_they_stand_there_always_find(make: MAKE) -> None:
    listed, rows = make(), people(6_000)
    assert (await listed.load(lines(rows))).good == 6_000

    missed = []
    for row in random.Random(3).sample(rows, 150):
        for name in (f"{row['family']}, {row['given']}", f"{row['given']} {row['family']}"):
            found = await listed.ask(reading("name_birth", name=name, born=row["born"]))
            if row["id"] not in {record.id for record in found}:
                missed.append((name, row["born"]))
    assert missed == []


async def test_namesakes_are_all_shown_beyond_the_number_of_likely_ones(make: MAKE) -> None:
    listed = make()
    await listed.load(HEADER, *[f"{i},Peeters,Jan,19{40 + i}-01-01,,\n" for i in range(40)])

    assert len(await listed.named("Jan Peeters")) == 40


async def test_more_namesakes_than_can_be_shown_are_a_failure_and_never_a_part_of_them(make: MAKE) -> None:
    listed = make()
    await listed.load(HEADER, *[f"{i},Peeters,Jan,1950-01-{1 + i % 28:02},,\n" for i in range(150)])

    with pytest.raises(SourceFailed, match="too_large"):
        await listed.named("Jan Peeters")
    assert len(await listed.named("Jan Peeters", born="1950-01-03")) >= 5


async def test_whoever_shares_an_identifier_is_shown(make: MAKE) -> None:
    listed = make()
    await listed.load(HEADER, *[f"{i},Naam{i},Jan,1950-01-01,,1-ABC-123\n" for i in range(60)])

    assert len(await listed.ask(reading("plate", plate="1ABC123"))) == 60

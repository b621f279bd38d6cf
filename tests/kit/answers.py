"""Records changed at random and the server's answers, for comparing the app with it.

`python -m tests.kit.answers COUNT FILE [SEED]` writes one JSON a line; `node web/tools/compare-kit.mjs FILE`
gives the same to the app's rules and says where they differ. The file is not kept.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from focus.kit import calendar
from focus.kit.moving import due, move_faults
from focus.kit.validating import validate
from tests.kit.cases import CASES, VECTORS, circumstances, planned
from tests.kit.test_vectors import given

RECORDS = [(VECTORS["bases"][one["base"]]["case"], given(one)) for one in VECTORS["vectors"]]
NAMES = sorted(
    {name for case in CASES.values() for name in case.fields} | {"id", "at", "by", "x", "__proto__"}
)
IDS = [f"00000000-0000-4000-8000-00000000000{number}" for number in range(4)]
VALUES: list[Any] = [
    "", " ", "\u00a0a\t", "\x00", "\ud800", "cafe\u0301", "a\r\nb\rc", "toString", "9999-12-31", "2199-12-31",
    "2026-02-30", "2026-11-02", "2024-02-29", "2026-11-29", "1899-12-31", "2199-12-31T23:59:59Z",
    "0000-01-01T00:00:00Z", "2026-03-29T00:59:59Z", "2026-10-25T01:00:00Z", "2026-11-03T04:59:59Z",
    "2026-11-03T24:00:00Z", "other", "negative", "positive", "met", "absent", "refused", "red", "key",
    "engraving",
    "85073003328", "17073003384", "88422999979", "1-abc-123", "ß1", "be", "F", "a" * 600, 0, 1, -1, 3.0, 3.5,
    650.35, 1e-7, 2**53, -(2**70), 1e308, 5e-324, -0.0, 180.5, 5.19, 50.82, True, False, None, {}, [], [[]],
    [None], {"id": None}, [{}], {"family_name": "Claes"}, {"plate": "1ABC123"},
    {"longitude": 5.19, "latitude": 50.9},
    {"family_name": "Claes", "birth_date": "2012-02-29"}, *IDS,
]  # fmt: skip


def places(value: Any) -> Iterator[dict[str, Any] | list[Any]]:
    """Everything in a record that holds something."""
    if isinstance(value, dict | list):
        yield value
        for below in list(value.values() if isinstance(value, dict) else value):
            yield from places(below)


def mutated(chance: random.Random) -> tuple[str, Any]:
    """A vector's record with up to four places changed."""
    case, record = chance.choice(RECORDS)
    record = deepcopy(record)
    for _ in range(chance.randint(0, 4)):
        place = chance.choice([*places(record), record])
        value = deepcopy(chance.choice(VALUES))
        if isinstance(place, list):
            if place and chance.random() < 0.4:
                value = deepcopy(chance.choice(place))
            place.insert(chance.randint(0, len(place)), value)
        elif place and chance.random() < 0.25:
            del place[chance.choice(sorted(place))]
        else:
            known = sorted(place) if place and chance.random() < 0.6 else NAMES
            place[chance.choice(known)] = value
    return case, record


def answered(case: str, record: Any, told: dict[str, Any], before: Any) -> dict[str, Any]:
    """What the server says of a record, in every way that the app is asked too."""
    found = validate(planned(case), record, circumstances(told), before=before)
    moves = [(step, move) for step, state in CASES[case].steps.items() for move in state.moves]
    return {
        "data": found.data,
        "faults": list(found.faults),
        "hidden": sorted(found.hidden),
        "moves": [[step, move, move_faults(found, step, move)] for step, move in moves],
        "due": [[name, due(found, name)] for name in CASES[case].deadlines],
    }


def records(count: int, chance: random.Random) -> Iterator[dict[str, Any]]:
    """Mutated records, some with another day, another user, or a stored record before them."""
    for _ in range(count):
        case, record = mutated(chance)
        told: dict[str, Any] = {}
        if chance.random() < 0.3:
            today = date(2026, 1, 1) + timedelta(chance.randint(0, 2000))
            told = {"today": today.isoformat(), "now": f"{today}T{chance.randint(0, 23):02}:30:00Z"}
        if chance.random() < 0.2:
            told["user"] = {"id": "u2", "name": "Ann", "roles": ["chief"]}
        before = None
        if chance.random() < 0.3:
            before = validate(
                planned(case), chance.choice([one for one in RECORDS if one[0] == case])[1], circumstances()
            ).data
            before = before if all("id" in row for row in before.get("log", ())) else None
        sent = json.loads(json.dumps(record))
        yield {
            "case": case,
            "record": sent,
            "told": told,
            "before": before,
            "answer": answered(case, sent, told, before),
        }


def days(count: int, chance: random.Random) -> Iterator[dict[str, Any]]:
    """Functions of the calendar on days of all years, and past the edges."""
    first = date(calendar.FIRST_YEAR, 1, 1).toordinal()
    span = date(calendar.LAST_YEAR, 12, 31).toordinal() - first
    for _ in range(count):
        one, other = (date.fromordinal(first + chance.randint(0, span)).isoformat() for _ in range(2))
        some = chance.choice([0, 1, -1, 15, chance.randint(-2100, 2100), chance.randint(-150_000, 150_000)])
        moment = datetime(1900, 1, 1, tzinfo=UTC) + timedelta(seconds=chance.randint(0, span * 86_400))
        seconds = int(moment.timestamp())
        for name, args, seen in (
            ("days_after", (one, some), None),
            ("working_days_after", (one, some), None),
            ("months_after", (one, some), None),
            ("days_between", (one, other), None),
            ("age_on", (one, other), None),
            ("weekday_of", (one,), None),
            ("date_of", (moment,), seconds),
            ("part_of_day", (moment,), seconds),
        ):
            yield {
                "function": name,
                "args": list(args) if seen is None else [seen],
                "answer": _called(name, args),
            }


def _called(name: str, args: tuple[Any, ...]) -> Any:
    try:
        return getattr(calendar, name)(*args)
    except ValueError:
        return None


def main(count: int, file: Path, seed: int) -> None:
    """Writes `count` records and as many days."""
    chance = random.Random(seed)
    with file.open("w", encoding="utf-8") as out:
        for line in (*records(count, chance), *days(count, chance)):
            out.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)

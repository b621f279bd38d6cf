"""Cars on patrol: on their streets, at the pace of a car, in words that the product reads."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice, pairwise
from math import cos, hypot, radians

from focus.modules.tak.reading import read
from world.patrols import EVERY_S, SPEED, drive, event
from world.town.addresses import build_town


def test_a_car_drives_no_faster_than_a_car_and_turns_up_near_where_it_was() -> None:
    places = list(islice(drive(build_town(households=2_000), seed=7), 400))
    for (lon, lat, *_), (lon2, lat2, *_) in pairwise(places):
        metres = hypot((lon2 - lon) * 111_320 * cos(radians(51.03)), (lat2 - lat) * 110_574)
        assert metres < 70 * EVERY_S
    assert {speed for *_, speed in places} and all(SPEED[0] <= speed <= SPEED[1] for *_, speed in places)


def test_what_a_car_says_is_read_as_it_was_meant() -> None:
    now = datetime(2026, 3, 14, 13, 5, 9, tzinfo=UTC)
    told = read(event("NO-2", (4.86, 51.03, 271.0, 9.0), now))
    assert (told.call_sign, told.longitude, told.latitude, told.heading, told.at) == (
        "NO-2", 4.86, 51.03, 271.0, now,
    )  # fmt: skip
    assert told.is_friend

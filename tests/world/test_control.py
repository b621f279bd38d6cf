"""The control room's evening: repeatable, whole, with mistakes that lose nothing."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest

from world.control.evening import CREWS, HOURS, Evening, evening
from world.town.addresses import build_town


@pytest.fixture(scope="module")
def one() -> Evening:
    return evening(build_town(households=2_000))


def test_the_same_seed_is_the_same_evening_and_another_is_not(one: Evening) -> None:
    town = build_town(households=2_000)
    assert evening(town).sendings == one.sendings
    assert evening(town, seed=2).sendings != one.sendings


def test_two_hundred_incidents_with_forty_crews_in_an_evening(one: Evening) -> None:
    assert len(one.truths) == 200
    assert {sign for truth in one.truths for sign in truth.crews} == set(CREWS)
    assert len(CREWS) == 40
    assert max(sending.at for sending in one.sendings) < (HOURS + 6) * 3600


def test_every_message_arrives_at_least_once_whatever_goes_wrong(one: Evening) -> None:
    numbers: dict[str, set[int]] = defaultdict(set)
    for sending in one.sendings:
        if isinstance(sending.said, dict) and sending.mistake != "wrong":
            numbers[sending.said["incident_id"]].add(sending.said["sequence"])
    assert len(numbers) == 200
    assert all(found == set(range(1, len(found) + 1)) for found in numbers.values())


def test_each_sort_of_mistake_is_made(one: Evening) -> None:
    assert {sending.mistake for sending in one.sendings} == {"", "twice", "late", "broken", "wrong", "again"}


def test_a_crew_is_on_one_incident_at_a_time(one: Evening) -> None:
    spans: dict[str, list[tuple[float, float]]] = defaultdict(list)
    begins: dict[tuple[str, str], float] = {}
    for sending in sorted(one.sendings, key=lambda sending: sending.at):
        if sending.mistake or not isinstance(sending.said, dict):
            continue
        for resource in sending.said.get("resources", ()):
            key = (resource["name"], sending.said["incident_id"])
            state = resource["stages"][-1]["state"]
            if state == "assigned":
                begins[key] = sending.at
            elif state == "available" and key in begins:
                spans[key[0]].append((begins.pop(key), sending.at))
    for of_crew in spans.values():
        of_crew.sort()
        assert all(end <= begin for (_, end), (begin, _) in pairwise(of_crew))

"""What makes a position doubtful, and when it is believed all the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import cos, radians

from hypothesis import given
from hypothesis import strategies as st

from focus.modules.incidents import doubt
from focus.modules.incidents.doubt import Area, Fix, Memory, judged, metres, rounded

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
HOME = (4.86, 51.03)
BELGIUM = Area(2.5, 49.5, 6.4, 51.6)
places = st.tuples(st.floats(-179, 179), st.floats(-84, 84))
steps = st.lists(st.tuples(st.floats(-1, 1), st.floats(-1, 1), st.floats(1, 600)), min_size=1, max_size=30)


def fix(seconds: float, at: tuple[float, float] = HOME, within_m: float = 10) -> Fix:
    return Fix(at=NOON + timedelta(seconds=seconds), longitude=at[0], latitude=at[1], within_m=within_m)


def moved(at: tuple[float, float], *, east: float = 0, north: float = 0) -> tuple[float, float]:
    """So many metres away."""
    return (at[0] + east / (111_195 * cos(radians(at[1]))), at[1] + north / 111_195)


def row(*fixes: Fix, area: Area | None = None) -> list[bool]:
    memory, found = Memory(), []
    for one in fixes:
        memory, doubtful = judged(memory, one, area)
        found.append(doubtful)
    return found


@given(places, steps)
def test_whoever_drives_no_faster_than_a_car_is_never_doubted(
    start: tuple[float, float], way: list[tuple[float, float, float]]
) -> None:
    at, seconds, fixes = start, 0.0, [fix(0, start)]
    for east, north, wait in way:
        seconds += wait
        # A diagonal of both is 1.42 times as far: 45 m/s along each stays below 70.
        at = moved(at, east=45 * wait * east, north=45 * wait * north)
        if abs(at[1]) > 84 or abs(at[0]) > 179:
            break
        fixes.append(fix(seconds, at))
    assert not any(row(*fixes))


@given(st.floats(3_000, 1_000_000), st.floats(0, 30))
def test_a_jump_is_doubted_and_the_next_right_one_is_not(far: float, wait: float) -> None:
    there = moved(HOME, north=-far)
    assert row(fix(0), fix(wait, there), fix(wait + 15)) == [False, True, False]


@given(st.floats(20_000, 1_000_000), st.floats(5, 30))
def test_three_that_agree_are_believed_and_stay_so(far: float, wait: float) -> None:
    there = moved(HOME, north=-far)
    fixes = [fix(0), *(fix(wait * turn, there) for turn in range(1, 6))]
    assert row(*fixes) == [False, True, True, False, False, False]


def test_three_that_do_not_agree_are_not() -> None:
    one, other = moved(HOME, north=50_000), moved(HOME, north=-50_000)
    assert row(*(fix(15 * turn, (one, other)[turn % 2]) for turn in range(1, 7))) == [
        False, True, False, True, False, True,
    ]  # fmt: skip
    assert row(fix(0), *(fix(15 * turn, (one, other)[turn % 2]) for turn in range(1, 9))) == [
        False, *[True] * 8,
    ]  # fmt: skip


def test_a_right_one_between_breaks_the_row() -> None:
    there = moved(HOME, north=50_000)
    fixes = [fix(0), fix(15, there), fix(30, there), fix(45), fix(60, there), fix(75, there), fix(90, there)]
    assert row(*fixes) == [False, True, True, False, True, True, False]


def test_what_is_vague_is_never_believed_and_breaks_no_row() -> None:
    vague = [fix(15 * turn, within_m=2_001) for turn in range(1, 5)]
    assert row(fix(0), *vague, fix(75)) == [False, *[True] * 4, False]
    there = moved(HOME, north=50_000)
    fixes = [fix(0), fix(15, there), fix(20, there, 5_000), fix(30, there), fix(45, there)]
    assert row(*fixes) == [False, True, True, True, False]


def test_at_sea_where_nobody_works_it_is_doubted() -> None:
    sea = (0.0, 0.0)
    assert row(fix(0, sea), area=BELGIUM) == [True]
    assert row(fix(0, sea)) == [False]
    assert row(*(fix(15 * turn, sea) for turn in range(5)), area=BELGIUM) == [True, True, False, False, False]


def test_who_drives_back_in_is_believed_at_once_and_out_again_doubted() -> None:
    edge = (BELGIUM.east, HOME[1])
    out, back = moved(edge, east=300), moved(edge, east=-300)
    fixes = [fix(0, back), *(fix(15 * turn, out) for turn in range(1, 4)), fix(60, back), fix(75, out)]
    assert row(*fixes, area=BELGIUM) == [False, True, True, False, False, True]


@given(places, st.floats(0, 2_000))
def test_rounded_lies_near_says_how_near_and_says_nothing_more(
    at: tuple[float, float], within_m: float
) -> None:
    exact = fix(0, at, within_m)
    coarse = rounded(exact)
    off = metres(exact.longitude, exact.latitude, coarse.longitude, coarse.latitude)
    assert off <= coarse.within_m - within_m + 1
    again = rounded(coarse)
    assert metres(again.longitude, again.latitude, coarse.longitude, coarse.latitude) < 1


@given(places, st.floats(-1_000, 1_000), st.floats(-1_000, 1_000))
def test_metres_are_metres(at: tuple[float, float], east: float, north: float) -> None:
    other = moved(at, east=east, north=north)
    flat = (east**2 + north**2) ** 0.5
    assert abs(metres(*at, *other) - flat) <= 0.02 * flat + 0.01
    assert metres(*other, *at) == metres(*at, *other)


def test_the_box_of_the_wards_is_widened_on_all_sides() -> None:
    assert doubt.widened(Area(4, 51, 5, 52)) == Area(4 - 0.15, 51 - 0.15, 5 + 0.15, 52 + 0.15)

"""Messages that come late, twice or not at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus.modules.incidents.messages import eido, webhook
from focus.modules.incidents.messages.incident import Report
from focus.modules.incidents.messages.order import Known, Span, clock, decide
from focus.modules.incidents.messages.state import State, apply, now
from tests.incidents.messages import eido_example
from tests.incidents.messages.examples import octets

START = datetime(2026, 3, 14, 14, 0, tzinfo=UTC)


def message(number: int, **more: Any) -> Report:
    """The webhook's message of that number, sent so many seconds after the start."""
    base = {
        "version": 1,
        "id": f"msg_{number}",
        "source": "lindebeek",
        "incident_id": "LB-1",
        "kind": "update",
        "sequence": number,
        "sent_at": (START + timedelta(seconds=number)).isoformat(),
    }
    return webhook.read(octets(base | more))


def told(*reports: Report) -> tuple[list[str], State]:
    state, verdicts = State(), []
    for report in reports:
        verdict, state = apply(state, report)
        verdicts.append(verdict)
    return verdicts, state


def standing(*reports: Report) -> Report:
    found = now(told(*reports)[1])
    assert found
    return found


def test_each_message_counts_once() -> None:
    verdicts, state = told(message(1, title="Ruzie"), message(1, title="Ruzie"))

    assert verdicts == ["apply", "duplicate"]
    assert state == told(message(1, title="Ruzie"))[1]


def test_a_late_message_fills_and_does_not_overwrite() -> None:
    verdicts, _ = told(
        message(1), message(3, title="Vechtpartij"), message(2, title="Ruzie", text="In de tuin")
    )
    report = standing(
        message(1), message(3, title="Vechtpartij"), message(2, title="Ruzie", text="In de tuin")
    )

    assert verdicts == ["apply", "gap", "older"]
    assert (report.title, report.text, report.sequence) == ("Vechtpartij", "In de tuin", 3)


def test_a_gap_is_named_until_it_is_filled() -> None:
    _, state = told(message(2), message(5))
    assert state.known.missing == (Span(first=1, last=1), Span(first=3, last=4))

    _, state = told(message(2), message(5), message(3), message(1), message(4))
    assert state.known.missing == ()


def test_a_jump_to_a_very_large_number_costs_nothing() -> None:
    _, state = told(message(1), message(2, sequence=10**15))
    assert state.known.missing == (Span(first=2, last=10**15 - 1),)


def test_without_numbers_the_time_of_sending_decides() -> None:
    early, late = message(1, sequence=None, title="Ruzie"), message(2, sequence=None, title="Vechtpartij")

    assert standing(early, late).title == standing(late, early).title == "Vechtpartij"
    assert told(late, early)[0] == ["apply", "older"]


def test_a_message_that_tells_the_whole_hides_what_it_does_not_say() -> None:
    first = message(1, title="Ruzie", cautions=[{"text": "Mes"}], log=[{"text": "gebeld"}])
    whole = message(2, whole=True, title="Ruzie beëindigd", log=[{"text": "gesproken"}])
    report = standing(first, whole)

    assert (report.title, report.cautions) == ("Ruzie beëindigd", ())
    assert [line.text for line in report.log] == ["gebeld", "gesproken"]
    assert standing(whole, first) == report


def test_an_older_update_after_the_closing_does_not_open_it() -> None:
    close = message(3, kind="close", state="closed", result="pv")
    report = standing(message(1, state="open"), close, message(2, state="open", text="Nog een melder"))

    assert (report.state, report.result, report.text) == ("closed", "pv", "Nog een melder")


def test_an_acknowledgement_adds_its_answer_and_renames_nothing() -> None:
    answer = message(2, kind="acknowledgement", answer="accepted", title="Re: Ruzie")
    report = standing(message(1, title="Ruzie"), answer)

    assert (report.title, report.answer) == ("Ruzie", "accepted")


def test_states_of_a_crew_come_together_by_their_seconds() -> None:
    def crew(number: int, state: str, second: int) -> Report:
        at = (START + timedelta(seconds=second)).isoformat()
        return message(number, resources=[{"id": "lima-12", "stages": [{"state": state, "at": at}]}])

    report = standing(crew(3, "on_scene", 61), crew(1, "assigned", 3), crew(2, "en_route", 9))

    assert [stage.state for stage in report.resources[0].stages] == ["assigned", "en_route", "on_scene"]


def test_two_equal_entries_of_one_message_stay_two() -> None:
    report = standing(message(1, persons=[{"role": "witness"}, {"role": "witness"}]))
    assert len(report.persons) == 2


def test_a_replay_of_yesterday_changes_nothing() -> None:
    all_ = [message(number, title=f"titel {number}") for number in range(1, 40)]
    _, state = told(*all_)

    verdicts, again = [], state
    for report in all_:
        verdict, again = apply(again, report)
        verdicts.append(verdict)
    assert set(verdicts) == {"duplicate"} and again == state


def test_a_whole_eido_is_what_it_says() -> None:
    report = eido.read(octets(eido_example.eido()))
    assert standing(report) == report


def test_one_number_with_two_contents_is_kept_twice_and_the_later_rules() -> None:
    one = message(1, title="Ruzie")
    two = message(1, id="msg_1b", sent_at=(START + timedelta(seconds=9)).isoformat(), title="Vechtpartij")

    assert standing(one, two).title == standing(two, one).title == "Vechtpartij"


@pytest.mark.parametrize(
    ("hours", "expected"), [(48, "ahead"), (0.1, "right"), (-0.5, "right"), (-48, "behind")]
)
def test_a_clock_that_is_48_hours_off_is_noticed(hours: float, expected: str) -> None:
    received = message(1).sent_at - timedelta(hours=hours)
    assert clock(message(1), received) == expected


def test_what_is_known_is_not_changed_in_place() -> None:
    known = Known()
    decide(known, message(1))
    assert known == Known()


_CONTENT = st.fixed_dictionaries(
    {},
    optional={
        "whole": st.booleans(),
        "kind": st.sampled_from(["new", "update", "close", "remark", "status", "acknowledgement"]),
        "state": st.sampled_from(["open", "closed"]),
        "title": st.sampled_from(["Ruzie", "Vechtpartij", "Inbraak"]),
        "text": st.sampled_from(["In de tuin", "Op straat"]),
        "priority": st.fixed_dictionaries({"level": st.integers(1, 5)}),
        "sent_at": st.sampled_from([0, 0, 5, 90]).map(
            lambda late: (START + timedelta(seconds=late)).isoformat()
        ),
        "persons": st.lists(
            st.fixed_dictionaries(
                {"role": st.sampled_from(["caller", "victim"])}, optional={"id": st.just("p")}
            ),
            max_size=3,
        ),
        "log": st.lists(st.fixed_dictionaries({"text": st.sampled_from(["a", "b"])}), max_size=2),
        "resources": st.lists(
            st.fixed_dictionaries(
                {
                    "id": st.sampled_from(["lima-12", "lima-14"]),
                    "stages": st.lists(
                        st.fixed_dictionaries(
                            {"state": st.sampled_from(["en_route", "on_scene", "available"])}
                        ),
                        max_size=2,
                    ),
                }
            ),
            max_size=2,
        ),
    },
)


@given(data=st.data(), contents=st.lists(_CONTENT, min_size=1, max_size=7), numbered=st.booleans())
def test_any_order_and_any_repetition_end_in_the_same_state(
    data: st.DataObject, contents: list[dict[str, Any]], numbered: bool
) -> None:
    reports = [
        message(at, **content, **({} if numbered else {"sequence": None}))
        for at, content in enumerate(contents, 1)
    ]
    repeated = data.draw(st.lists(st.sampled_from(reports), max_size=6))
    shuffled = data.draw(st.permutations([*reports, *repeated]))
    verdicts, state = told(*shuffled)

    assert state == told(*reports)[1]
    assert now(state) == standing(*reports)
    assert verdicts.count("duplicate") == len(repeated)

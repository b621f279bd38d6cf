"""Our own webhook: its body."""

from __future__ import annotations

from typing import Any

import pytest

from focus.modules.incidents.messages import webhook
from focus.modules.incidents.messages.unreadable import Unreadable
from tests.incidents.messages import examples
from tests.incidents.messages.examples import octets
from tests.incidents.messages.schemas import faults

BODY = octets(examples.webhook())


def test_a_message_is_read_into_the_same_form() -> None:
    report = webhook.read(BODY)

    assert (report.system, report.message_id, report.sequence) == ("webhook", "msg_1", 1)
    assert (report.incident_kind, report.persons[0].family_name) == ("burglary", "Wouters")
    assert report.resources[0].stages[0].state == "en_route"
    assert {one.path: (one.value, one.empty) for one in report.rest} == {
        "/eigen_veld/kleur/0": ("rood", ""),
        "/eigen_veld/kleur/1": (None, ""),
        "/eigen_veld/leeg": (None, "object"),
    }


def test_null_and_empty_lists_say_nothing_and_are_kept() -> None:
    report = webhook.read(
        octets(examples.webhook(priority=None, vehicles=[], ecall={"at": "2026-03-14T14:05:09Z"}))
    )

    assert report.priority is None
    assert {(one.path, one.empty) for one in report.rest} >= {("/priority", ""), ("/vehicles", "list")}


def test_our_own_kind_comes_before_the_keywords() -> None:
    assert webhook.read(octets(examples.webhook(incident_kind="fight"))).incident_kind == "fight"


def test_the_example_is_valid_by_the_schema_that_is_published() -> None:
    schema = webhook.schema()
    assert list(faults(examples.webhook(), schema, schema)) == []
    assert list(faults(examples.webhook(sequence="1"), schema, schema)) != []


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        ({"version": 2}, "unknown_value", "/version"),
        ({"kind": "nieuw"}, "unknown_value", "/kind"),
        ({"incident_kind": "ruzie"}, "unknown_value", "/incident_kind"),
        ({"id": ""}, "missing", "/id"),
        ({"sent_at": "2026-03-14T14:05:09"}, "time_without_zone", "/sent_at"),
        ({"log": [{"text": "x", "at": "0001-01-01T00:00:00+14:00"}]}, "out_of_range", "/log/0/at"),
        ({"sent_at": "nu"}, "not_a_time", "/sent_at"),
        ({"sequence": 0}, "out_of_range", "/sequence"),
        (
            {"places": [{"point": {"latitude": 91, "longitude": 4}}]},
            "out_of_range",
            "/places/0/point/latitude",
        ),
        ({"places": [{"point": {"latitude": 51}}]}, "missing", "/places/0/point/longitude"),
        ({"log": [{"text": 5}]}, "wrong_type", "/log/0/text"),
    ],
)
def test_a_bad_body_is_refused_with_where(change: dict[str, Any], code: str, path: str) -> None:
    with pytest.raises(Unreadable) as problem:
        webhook.read(octets(examples.webhook() | change))
    assert (problem.value.code, problem.value.path) == (code, path)
    assert "nieuw" not in str(problem.value)

"""UCRI 2: what a control room hands over, and what it is told back."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest

from focus.modules.incidents.messages import ucri
from focus.modules.incidents.messages.ucri_answers import (
    write_acknowledgement,
    write_completion,
    write_sending,
)
from focus.modules.incidents.messages.unreadable import Unreadable
from tests.incidents.messages import examples
from tests.incidents.messages.examples import envelope, octets
from tests.incidents.messages.schemas import faults
from tests.incidents.messages.standards import document, needs_standards, ucri_schema

CET = timezone(timedelta(hours=1))
AT = datetime(2026, 3, 14, 14, 6, 9, tzinfo=CET)
TIME = "2026-03-14T14:05:09Z"
OURS = UUID(examples.INCIDENT)


def test_an_incident_says_who_sent_what_when() -> None:
    report = ucri.read(octets(envelope(examples.police_incident())))

    assert (report.system, report.source, report.kind, report.whole) == ("ucri", "1.2.3.4.5.6", "new", True)
    assert (report.incident_id, report.local_id) == (examples.INCIDENT, "LB-2026-01187")
    assert (report.message_id, report.delivery, report.sequence) == (examples.MESSAGE, 123456, None)
    assert report.sent_at == datetime(2026, 3, 14, 14, 5, 9, tzinfo=CET)
    assert report.acted_at == datetime(2026, 3, 14, 14, 5, 8, tzinfo=CET)
    assert report.started_at == datetime(2026, 3, 14, 13, 58, 15, tzinfo=CET)
    assert (report.incident_kind, report.keywords) == ("domestic_violence", ("Huiselijk geweld", "P1"))
    assert report.priority and report.priority.lights is True and report.priority.level is None


def test_a_place_has_its_floor_and_its_building() -> None:
    (place,) = ucri.read(octets(envelope(examples.police_incident()))).places

    assert place.address and (place.address.street, place.address.number) == ("Bosdreef", "31")
    assert place.point and (place.point.latitude, place.point.longitude) == (51.0311, 4.4812)
    assert (place.name, place.within, place.floor, place.room) == (
        "Residentie Ter Linde",
        "Lindepark",
        "2",
        "204",
    )


def test_name_is_the_family_name_and_surname_the_given_name() -> None:
    caller, accused, victim = ucri.read(octets(envelope(examples.police_incident()))).persons

    assert (caller.role, caller.family_name, caller.given_names) == ("caller", "Wouters", "Fien")
    assert (accused.role, accused.born) == ("accused", date(1984, 7, 2))
    assert (victim.role, victim.born, victim.born_as_given) == ("victim", None, "1987")


def test_a_caller_who_gave_only_a_number_does_not_lose_the_incident() -> None:
    message = examples.police_incident() | {"informers": [{"phone": "+32 470 00 00 03"}]}

    assert ucri.read(octets(envelope(message))).persons[0].phones == ("+32 470 00 00 03",)


def test_remarks_are_lines_of_the_log_with_their_seconds() -> None:
    first, second = ucri.read(octets(envelope(examples.police_incident()))).log

    assert first.at == datetime(2026, 3, 14, 14, 0, 2, tzinfo=CET)
    assert (first.text, first.category, first.display) == ("Melder fluistert, hangt op", "gesprek", True)
    assert second.display is False


def test_a_patients_infection_is_a_caution_and_means_are_requested() -> None:
    message = envelope(examples.resource_request(), app="resource_request", schema="resource_request")
    report = ucri.read(octets(message))

    assert [one.text for one in report.cautions] == ["Grippe"]
    assert [(one.name, one.request, one.stages[0].state) for one in report.resources] == [
        ("AMB-1", "10002003", "requested")
    ]


def test_an_answer_is_split_so_that_a_bad_message_keeps_no_good_one_back() -> None:
    good = envelope(examples.police_incident())
    parts = ucri.split(octets({"messages": [good, {"payload": 5}, good], "maxMessages": 5}))

    assert [json.loads(part) for part in parts] == [good, {"payload": 5}, good]
    with pytest.raises(Unreadable) as problem:
        ucri.read(parts[1])
    assert problem.value.path == "/payload"
    assert ucri.read(parts[2]).incident_id == examples.INCIDENT


@pytest.mark.parametrize("bad", [b"[]", b"{", b'{"messages": 5}', b"\xff", b'{"messages": [' + b"[" * 9_000])
def test_an_answer_that_is_none_is_refused(bad: bytes) -> None:
    with pytest.raises(Unreadable):
        ucri.split(bad)


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        ({"payload": {"appId": "incident_transfer_police"}}, "missing", "/payload/appVersion"),
        ({"messageId": None}, "missing", "/messageId"),
        ({"sequenceId": "5"}, "wrong_type", "/sequenceId"),
        ({"sentDate": "2026-03-14T14:05:09"}, "time_without_zone", "/sentDate"),
        ({"sentDate": "gisteren"}, "not_a_time", "/sentDate"),
        ({"sentDate": "2026-02-30T14:05:09Z"}, "not_a_time", "/sentDate"),
    ],
)
def test_a_bad_envelope_is_refused_with_where(change: dict[str, object], code: str, path: str) -> None:
    with pytest.raises(Unreadable) as problem:
        ucri.read(octets(envelope(examples.police_incident()) | change))
    assert (problem.value.code, problem.value.path) == (code, path)


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ({"contentType": "application/jose"}, "encrypted"),
        ({"contentType": "text/plain"}, "unknown_value"),
        ({"appVersion": "2.0"}, "unknown_version"),
        ({"appId": "classification_catalogue", "schemaId": "response"}, "unknown_message"),
        ({"data": "{"}, "malformed"),
        ({"data": "[]"}, "wrong_type"),
        ({"data": {}}, "wrong_type"),
    ],
)
def test_a_payload_that_is_none_of_ours_is_refused(payload: dict[str, object], code: str) -> None:
    message = envelope(examples.police_incident())
    message["payload"] |= payload

    with pytest.raises(Unreadable) as problem:
        ucri.read(octets(message))
    assert problem.value.code == code


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        ({"sharedIncidentId": "LB-1"}, "wrong_type", "/sharedIncidentId"),
        ({"missionLocation": {}}, "missing", "/missionLocation/address"),
        ({"missionLocation": {"coordinate": {"lat": 91}}}, "out_of_range", "/missionLocation/coordinate/lat"),
        ({"missionLocation": {"coordinate": {"lat": 51}}}, "missing", "/missionLocation/coordinate/lon"),
        ({"informers": {}}, "wrong_type", "/informers"),
        ({"informers": ["Fien"]}, "wrong_type", "/informers/0"),
        ({"classifications": [5]}, "wrong_type", "/classifications/0"),
        ({"flashingLights": "ja"}, "wrong_type", "/flashingLights"),
        ({"eCallData": {"timestamp": TIME, "vin": 1.5}}, "wrong_type", "/eCallData/vin"),
        ({"protocolRemarks": [{"message": "x"}]}, "missing", "/protocolRemarks/0/timestamp"),
    ],
)  # fmt: skip
def test_a_bad_incident_is_refused_with_where(change: dict[str, object], code: str, path: str) -> None:
    with pytest.raises(Unreadable) as problem:
        ucri.read(octets(envelope(examples.police_incident() | change)))
    assert (problem.value.code, problem.value.path) == (code, "/payload/data" + path)


def test_what_we_answer_is_read_back_as_it_was_meant() -> None:
    refused = write_acknowledgement(OURS, at=AT, accepted=False, cause="Niet ons gebied")
    ended = write_completion(OURS, at=AT, completed=True, text="Rust hersteld")
    answer = ucri.read(octets(envelope(refused.decode(), schema="acknowledgement")))
    close = ucri.read(octets(envelope(ended.decode(), schema="completion")))

    assert (answer.answer, answer.reason, answer.acted_at) == ("rejected", "Niet ons gebied", AT)
    assert (close.kind, close.state, close.reason, close.acted_at) == ("close", "closed", "Rust hersteld", AT)


def test_an_answer_needs_a_time_with_its_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        write_completion(OURS, at=AT.replace(tzinfo=None), completed=True)


@needs_standards
@pytest.mark.parametrize("text", ["", "Niet ons gebied"])
@pytest.mark.parametrize("yes", [True, False])
def test_what_we_answer_is_valid_by_the_standards_schemas(yes: bool, text: str) -> None:
    answers = {
        "acknowledgement": write_acknowledgement(OURS, at=AT, accepted=yes, cause=text),
        "completion": write_completion(OURS, at=AT.astimezone(UTC), completed=yes, text=text),
    }
    sending = document("ucri2/ucrm-client-2.0.0.json")
    for name, answer in answers.items():
        schema = ucri_schema("incident_transfer_police", name)
        assert list(faults(json.loads(answer), schema, schema)) == []
        sent = write_sending(answer, schema=name, message_id=OURS, source="1.2.3", destination="1.2.4")  # type: ignore[arg-type]
        assert (
            list(faults(json.loads(sent), sending["components"]["schemas"]["senderRequest"], sending)) == []
        )


@needs_standards
@pytest.mark.parametrize(
    ("app", "name"),
    [
        ("incident_transfer_police", "incident"),
        ("incident_transfer_police", "acknowledgement"),
        ("incident_transfer_police", "completion"),
        ("notification_text", "notification"),
        ("resource_request", "resource_request"),
        ("resource_request", "acknowledgement"),
        ("resource_request", "resource_deployed"),
    ],
)
def test_every_example_of_the_standard_is_read(app: str, name: str) -> None:
    for example in ucri_schema(app, name)["examples"]:
        report = ucri.read(octets(envelope(example, app=app, schema=name)))
        assert report.incident_id or report.request


@needs_standards
def test_our_own_incident_is_one_by_the_standards_schema_but_for_a_year_of_birth() -> None:
    schema = ucri_schema("incident_transfer_police", "incident")
    assert list(faults(examples.police_incident(), schema, schema)) == [
        "/victimPersons/0/dateOfBirth: no date"
    ]

"""NENA EIDO: what is read of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from focus.modules.incidents.messages import eido
from focus.modules.incidents.messages.incident import says_weapon
from focus.modules.incidents.messages.unreadable import Unreadable
from tests.incidents.messages import eido_example
from tests.incidents.messages.eido_example import part
from tests.incidents.messages.examples import octets
from tests.incidents.messages.schemas import faults
from tests.incidents.messages.standards import document, needs_standards

CET = timezone(timedelta(hours=1))
_GRAVE = part("c", cautionSeverity="5")


def _read(**more: Any) -> Any:
    return eido.read(octets(eido_example.eido() | more))


def test_an_incident_has_its_kind_priority_and_state() -> None:
    report = _read()

    assert (report.kind, report.state, report.whole) == ("update", "open", True)
    assert report.incident_id == "urn:emergency:uid:incidentid:lb1187:lindebeek.test"
    assert (report.source, report.local_id) == ("idx.lindebeek.test", "LB-1187")
    assert (report.title, report.incident_kind) == ("Violence intrafamiliale", "domestic_violence")
    assert report.priority and report.priority.as_given == ("P1", "1")
    assert (report.result, report.statuses) == ("Report", ("Active", "en cours"))


def test_a_closed_incident_closes() -> None:
    incident = eido_example.eido()["incidentComponent"] | {"incidentStatusCommonRegistryText": ["Closed"]}

    report = _read(incidentComponent=incident)
    assert (report.kind, report.state) == ("close", "closed")


def test_a_place_is_read_out_of_its_xml() -> None:
    (place,) = _read().places

    assert place.address and (place.address.street, place.address.number) == ("Bosdreef", "31B")
    assert [(one.name, one.value) for one in place.address.parts] == [("A2", "Antwerpen")]
    assert place.point and (place.point.latitude, place.point.longitude) == (51.0311, 4.4812)
    assert (place.point.uncertainty_m, place.point.confidence) == (35.5, 95.0)
    assert (place.role, place.floor, place.room, place.name) == ("incident", "2", "204", "Ter Linde")


@pytest.mark.parametrize(
    "broken",
    [
        eido_example.PIDF[:200],
        eido_example.PIDF.replace("51.0311", "951.0311"),
        eido_example.PIDF.replace("<presence", "<!DOCTYPE x [<!ENTITY a 'b'>]><presence"),
        "Bosdreef 31",
    ],
)
def test_a_place_that_cannot_be_read_is_kept_and_the_incident_is_not_lost(broken: str) -> None:
    place = part("loc-1", locationTypeDescriptionRegistryText="Incident", locationByValue=broken)
    report = _read(locationComponent=[place])

    assert {one.path: one.value for one in report.rest}["/locationComponent/0/locationByValue"] == broken
    assert report.places[0].point is None


def test_a_length_that_is_not_in_metres_is_no_uncertainty() -> None:
    feet = eido_example.PIDF.replace("EPSG::9001", "EPSG::9002")
    place = part("loc-1", locationTypeDescriptionRegistryText="Incident", locationByValue=feet)
    report = _read(locationComponent=[place])

    assert report.places[0].point.uncertainty_m is None
    assert any(one.value == "35.5" for one in report.rest)


def test_a_shape_in_other_coordinates_is_no_point_and_is_kept_with_their_name() -> None:
    lambert = eido_example.PIDF.replace("EPSG::4326", "EPSG::31370").replace(
        "51.0311 4.4812", "153000 170000"
    )
    place = part("loc-1", locationTypeDescriptionRegistryText="Incident", locationByValue=lambert)
    report = _read(locationComponent=[place])

    kept = {one.value for one in report.rest}
    assert report.places[0].point is None and report.places[0].address.city == "Lindebeek"
    assert {"urn:ogc:def:crs:EPSG::31370", "153000 170000"} <= kept


def test_a_person_has_the_gravest_role_and_the_number_to_call_back() -> None:
    (person,) = _read().persons

    assert (person.role, person.as_given) == ("victim", ("Caller", "Victim"))
    assert (person.family_name, person.given_names, person.born) == ("Wouters", "Fien", date(1987, 7, 2))
    assert (person.phones, person.uris) == (("+32470000001",), ("sip:fien@voorbeeld.test",))


def test_crews_cautions_things_and_notes_are_read() -> None:
    report = _read()
    (crew,), (caution,), (note,) = report.resources, report.cautions, report.log

    assert (crew.name, crew.members, crew.stages[0].state) == ("Lima 12", ("jo@lindebeek.test",), "en_route")
    assert crew.stages[0].at == datetime(2026, 3, 14, 14, 3, tzinfo=CET)
    assert (caution.severity, caution.weapon) == (2, True)
    assert says_weapon(report) and report.things[0].weapon is True
    assert (note.html, note.author) == (True, "an@lindebeek.test")
    assert (report.vehicles[0].plate, report.vehicles[0].make) == ("1-ABC-123", "Skoda")
    assert [(one.id, one.relation) for one in report.related] == [
        ("LB-1185", "REPLACING"),
        ("LB-0999", "RELATED"),
    ]


def test_references_are_links_between_ids() -> None:
    links = {(link.of, link.name, link.to) for link in _read().links}

    assert ("call-1", "personReference", "p-1") in links
    assert ("inc-1", "notesReference", "note-1") in links


def test_the_same_octets_are_the_same_message_and_others_are_not() -> None:
    assert _read().message_id == _read().message_id
    assert _read().message_id != _read(eidoExtensionId=["x"]).message_id


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        ({"eidoVersion": "2.0"}, "unknown_version", "/eidoVersion"),
        ({"$id": None}, "missing", "/$id"),
        ({"lastUpdateTimeStamp": None}, "missing", "/lastUpdateTimeStamp"),
        ({"lastUpdateTimeStamp": "2026-03-14T14:03:00"}, "time_without_zone", "/lastUpdateTimeStamp"),
        ({"callComponent": {}}, "wrong_type", "/callComponent"),
        ({"cautionComponent": [_GRAVE]}, "unknown_value", "/cautionComponent/0/cautionSeverity"),
        ({"mediaComponent": [part("m", uri=5)]}, "wrong_type", "/mediaComponent/0/uri"),
    ],
)  # fmt: skip
def test_a_bad_eido_is_refused_with_where(change: dict[str, Any], code: str, path: str) -> None:
    with pytest.raises(Unreadable) as problem:
        _read(**change)
    assert (problem.value.code, problem.value.path) == (code, path)


@needs_standards
def test_our_own_example_is_an_eido_by_the_standards_schema() -> None:
    whole = document("eido/eido-openapi.yaml")
    schema = whole["components"]["schemas"]["EmergencyIncidentDataObjectType"]

    assert list(faults(eido_example.eido(), schema, whole)) == []


@needs_standards
def test_the_standards_sample_is_a_call_with_its_caller() -> None:
    path = "eido/sample-call-transfer.json"
    report = eido.read(octets(document(path)))

    assert (
        report.calls[0].answered_at and report.calls[0].answered_at.isoformat() == "2021-04-30T14:42:00-04:00"
    )
    assert report.persons[0].role == "caller" and report.persons[0].phones == ("8195551212",)
    assert report.places[0].address and report.places[0].address.street == "W Cellular Street"

"""CAP 1.2: warnings."""

from __future__ import annotations

import pytest

from focus.modules.incidents.messages import cap
from focus.modules.incidents.messages.unreadable import Unreadable
from tests.incidents.messages.examples import CAP


def _read(old: str = "", new: str = "") -> object:
    assert old in CAP
    return cap.read(CAP.replace(old, new, 1).encode())


def test_a_warning_is_read_in_all_its_languages() -> None:
    report = cap.read(CAP.encode())

    assert report.alert
    french, dutch = report.alert.told
    assert (report.kind, report.whole, report.exercise, report.state) == ("update", True, False, "open")
    assert (french.language, french.event, french.text) == ("fr-BE", "Orage violent", "Grêle & vent")
    assert (dutch.language, dutch.event) == ("nl-BE", "Zwaar onweer")
    assert (report.title, report.incident_kind) == ("Orages violents jusqu'à 18 heures", "weather")


def test_an_area_is_in_degrees_and_metres() -> None:
    (area,) = cap.read(CAP.encode()).alert.told[0].areas  # type: ignore[union-attr]

    assert area.polygons == (((51.0, 4.4), (51.1, 4.4), (51.1, 4.5), (51.0, 4.4)),)
    assert (area.circles[0].latitude, area.circles[0].longitude, area.circles[0].radius_m) == (
        51.05,
        4.45,
        2500.0,
    )
    assert (area.altitude_ft, area.ceiling_ft) == (30, 900)


def test_an_update_is_of_the_oldest_message_that_it_names() -> None:
    report = cap.read(CAP.encode())

    assert report.incident_id == "meteo@lindebeek.test,LB-2026-5"
    assert [one.id for one in report.related] == ["LB-2026-5", "LB-2026-6", "orage-14"]


@pytest.mark.parametrize("status", ["Exercise", "Test", "Draft", "System"])
def test_what_is_not_actual_is_an_exercise(status: str) -> None:
    assert cap.read(CAP.replace(">Actual<", f">{status}<").encode()).exercise is True


def test_a_comment_or_a_section_inside_a_text_does_not_cut_it() -> None:
    split = "<event>Orage <!-- en deux -->vio<![CDATA[lent & fort]]></event>"
    report = cap.read(CAP.replace("<event>Orage violent</event>", split).encode())

    assert report.alert and report.alert.told[0].event == "Orage violent & fort"
    assert {one.path: one.value for one in report.rest}["/info/0/event/#comment"] == "en deux"


def test_a_cancellation_closes() -> None:
    report = cap.read(CAP.replace(">Update<", ">Cancel<").encode())
    assert (report.kind, report.state) == ("close", "closed")


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        (":cap:1.2", ":cap:1.1", "wrong_namespace", ""),
        (' xmlns="urn:oasis:names:tc:emergency:cap:1.2"', "", "wrong_namespace", ""),
        ("<identifier>LB-2026-7</identifier>", "", "missing", "/identifier"),
        (">Actual<", ">Echt<", "unknown_value", "/status"),
        (">Update<", ">Nieuw<", "unknown_value", "/msgType"),
        (">Immediate<", ">Meteen<", "unknown_value", "/info/0/urgency"),
        (">Safety<", ">Veilig<", "unknown_value", "/info/0/category"),
        ("<sent>2026-03-14T14:05:00+01:00", "<sent>2026-03-14T14:05:00", "time_without_zone", "/sent"),
        ("<sent>2026-03", "<sent>0001-03", "out_of_range", "/sent"),
        ("51.0,4.4 51.1,4.4 51.1,4.5 51.0,4.4", "51.0,4.4 51.1,4.4", "malformed", "/info/0/area/polygon"),
        ("51.05,4.45 2.5", "51.05,4.45", "out_of_range", "/info/0/area/circle"),
        ("51.05,4.45 2.5", "151.05,4.45 2", "out_of_range", "/info/0/area/circle"),
        ("51.05,4.45 2.5", "nan,4.45 2", "out_of_range", "/info/0/area/circle"),
        ("<size>1024", "<size>veel", "wrong_type", "/info/0/resource/size"),
        ("meteo@lindebeek.test,LB-2026-5,2026", "LB-2026-5,2026", "malformed", "/references"),
        ("<scope>Public</scope>", "<scope>Public</scope><scope>Private</scope>", "duplicate_name", "/scope"),
    ],
)
def test_a_bad_alert_is_refused_with_where(old: str, new: str, code: str, path: str) -> None:
    with pytest.raises(Unreadable) as problem:
        _read(old, new)
    assert (problem.value.code, problem.value.path) == (code, path)

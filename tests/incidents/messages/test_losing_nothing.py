"""Nothing of a message is dropped in silence: each value is mapped, or in the rest with its path."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focus.modules.incidents.messages import cap, eido, ucri, webhook
from focus.modules.incidents.messages.incident import Report
from tests.incidents.messages import eido_example, examples
from tests.incidents.messages.examples import envelope, octets
from tests.incidents.messages.losses import leaves, lost, other, told, with_value
from tests.incidents.messages.schemas import values
from tests.incidents.messages.standards import document, needs_standards, ucri_schema

Read = Callable[[bytes], Report]

UCRI_MESSAGES = {
    "incident": ("incident_transfer_police", "incident", examples.police_incident()),
    "refusal": (
        "incident_transfer_police",
        "acknowledgement",
        {
            "sharedIncidentId": examples.INCIDENT,
            "acknowledgedByDispatcherAt": "2026-03-14T14:06:09Z",
            "status": "rejected",
            "cause": "Lieu inconnu",
        },
    ),
    "completion": (
        "incident_transfer_police",
        "completion",
        {
            "sharedIncidentId": examples.INCIDENT,
            "completedAt": "2026-03-14T15:06:09Z",
            "status": "aborted",
            "additionalInformation": "Niemand aangetroffen",
        },
    ),
    "notification": (
        "notification_text",
        "notification",
        {
            "sharedIncidentId": examples.INCIDENT,
            "notifications": [
                {"timestamp": "2026-03-14T14:10:00Z", "message": "Porte ouverte", "silent": True}
            ],
        },
    ),
    "request": ("resource_request", "resource_request", examples.resource_request()),
    "grant": (
        "resource_request",
        "acknowledgement",
        {
            "resourceRequestId": "10002003",
            "acknowledgementStatus": "accepted",
            "acknowledgedAt": "2026-03-14T14:07:00Z",
            "comment": "in orde",
        },
    ),
    "deployed": (
        "resource_request",
        "resource_deployed",
        {
            "resourceRequestId": "10002003",
            "resourceId": "12",
            "resourceName": "AMB-1",
            "resourceType": "AMB",
            "deployedAt": "2026-03-14T14:08:01Z",
            "comment": "vertrokken",
        },
    ),
}


@pytest.mark.parametrize("name", UCRI_MESSAGES)
def test_each_value_of_a_ucri_message_counts(name: str) -> None:
    app, schema, message = UCRI_MESSAGES[name]

    def wrapped(inside: Any) -> bytes:
        return octets(envelope(inside, app=app, schema=schema))

    assert lost(ucri.read, message, wrapped) == []
    assert lost(ucri.read, envelope(message, app=app, schema=schema), octets) == []


def test_each_value_of_an_eido_counts() -> None:
    assert lost(eido.read, eido_example.eido(), octets) == []


@needs_standards
def test_each_value_of_the_eido_standards_sample_counts() -> None:
    assert lost(eido.read, document("eido/sample-call-transfer.json"), octets) == []


def test_each_value_of_a_webhook_counts() -> None:
    assert lost(webhook.read, examples.webhook(), octets) == []


def _changed_texts(document_: str) -> list[tuple[str, bytes]]:
    """The XML with one text or attribute changed, once for each."""
    made = []
    count = len(list(ElementTree.fromstring(document_).iter()))
    for at in range(count):
        root = ElementTree.fromstring(document_)
        element = list(root.iter())[at]
        for key in element.attrib:
            element.set(key, element.attrib[key] + "7")
            made.append((f"{element.tag}@{key}", ElementTree.tostring(root, "utf-8")))
        if (element.text or "").strip():
            root = ElementTree.fromstring(document_)
            element = list(root.iter())[at]
            element.text = f"{(element.text or '').strip()}7"
            made.append((element.tag, ElementTree.tostring(root, "utf-8")))
    return made


def test_each_text_and_attribute_of_an_alert_counts() -> None:
    changed = _changed_texts(examples.CAP)
    before = told(cap.read, ElementTree.tostring(ElementTree.fromstring(examples.CAP), "utf-8"))

    assert len(changed) > 50
    assert [name for name, one in changed if told(cap.read, one) == before] == []


def test_each_text_and_attribute_of_a_place_inside_an_eido_counts() -> None:
    def read(place: bytes) -> Report | None:
        message = eido_example.eido()
        message["locationComponent"][0]["locationByValue"] = place.decode()
        return told(eido.read, octets(message))

    before = read(ElementTree.tostring(ElementTree.fromstring(eido_example.PIDF), "utf-8"))
    unnoticed = [name for name, one in _changed_texts(eido_example.PIDF) if read(one) == before]
    assert unnoticed == []


def test_comments_and_foreign_elements_of_an_alert_are_kept() -> None:
    rest = {one.path: one.value for one in cap.read(examples.CAP.encode()).rest}
    signature = "{http:~1~1www.w3.org~12000~109~1xmldsig#}Signature"

    assert rest == {
        "/#comment": "avertissement d'exercice",
        "/info/0/resource/derefUri": "aGVsbG8=",
        f"/{signature}/@Id": "s1",
        f"/{signature}/{signature}Value": "AAAA",
    }


def test_what_is_unknown_stands_in_the_rest_under_its_path() -> None:
    rest = {one.path: (one.value, one.empty) for one in eido.read(octets(eido_example.eido())).rest}

    assert rest["/vendor~1extension~01/kleur"] == (None, "")
    assert rest["/vendor~1extension~01/leeg"] == (None, "list")
    assert rest["/vendor~1extension~01/diep/getal"] == (1.5, "")
    assert rest["/personComponent/0/ncPersonComponent/tattoo"] == ("roos", "")
    assert rest["/locationComponent/0/locationByValue/device/geopriv/method"] == ("GPS", "")


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.text(st.characters(codec="utf-8", exclude_characters="\0")),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(st.sampled_from("ab/~ é")), inner, max_size=3)
    ),
    max_leaves=6,
)
_READERS: dict[str, tuple[Read, Callable[[], Any]]] = {
    "ucri": (ucri.read, lambda: envelope(examples.police_incident())),
    "eido": (eido.read, eido_example.eido),
    "webhook": (webhook.read, examples.webhook),
}


def _pointer(steps: tuple[str | int, ...]) -> str:
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


@pytest.mark.parametrize("system", _READERS)
@given(data=st.data())
@settings(max_examples=60)
def test_whatever_is_added_anywhere_is_kept_as_it_came(system: str, data: st.DataObject) -> None:
    read, make = _READERS[system]
    message = make()
    objects = [steps[:-1] for steps, _ in leaves(message) if isinstance(steps[-1], str)]
    where = data.draw(st.sampled_from(objects))
    added = data.draw(_JSON)
    report = read(octets(with_value(message, (*where, "toegevoegd"), added)))

    kept = {
        one.path: [] if one.empty == "list" else {} if one.empty == "object" else one.value
        for one in report.rest
    }
    for steps, value in leaves(added, (*where, "toegevoegd")):
        assert kept[_pointer(steps)] == value


@needs_standards
@given(data=st.data())
@settings(max_examples=120)
def test_every_incident_that_the_schema_allows_is_read_without_loss(data: st.DataObject) -> None:
    schema = ucri_schema("incident_transfer_police", "incident")
    message = data.draw(values(schema, schema))
    before = told(ucri.read, octets(envelope(message)))
    steps, value = data.draw(st.sampled_from(list(leaves(message))))
    after = told(ucri.read, octets(envelope(with_value(message, steps, other(value)))))

    assert before is not None
    assert after != before, steps


@needs_standards
def test_the_schemas_own_examples_are_mapped_to_the_last_value() -> None:
    schema = ucri_schema("incident_transfer_police", "incident")
    report = ucri.read(octets(envelope(schema["examples"][0])))

    assert [one.path for one in report.rest if one.path.startswith("/payload")] == []
    assert json.loads(envelope(schema["examples"][0])["payload"]["data"]) == schema["examples"][0]

"""Messages written by hand, Dutch and French, and builders around them."""

from __future__ import annotations

import json
from typing import Any

MESSAGE = "f8c3de3d-1fea-4d7c-a8b0-29f63c4c3454"
INCIDENT = "550e8400-e29b-41d4-a716-446655440000"


def octets(tree: Any) -> bytes:
    """As JSON."""
    return json.dumps(tree, ensure_ascii=False).encode()


def envelope(
    data: Any, *, app: str = "incident_transfer_police", schema: str = "incident", **more: Any
) -> dict[str, Any]:
    """A UCRI envelope as a control room receives it, with a message inside; `more` goes over what it has."""
    payload = {"appId": app, "appVersion": "1.0", "schemaId": schema, "contentType": "application/json"}
    inside = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    return {
        "messageId": MESSAGE,
        "description": "Overdracht van 14.05 uur",
        "sentDate": "2026-03-14T14:05:09+01:00",
        "timeout": 300,
        "ack": "NACK",
        "source": "1.2.3.4.5.6",
        "destination": "1.2.3.4.5.7",
        "sequenceId": 123456,
        "tags": ["wijk-noord"],
        "payload": {**payload, "data": inside},
        "signature": "eyJhbGciOiJFUzI1NiJ9..bmlldA",
        **more,
    }


def police_incident() -> dict[str, Any]:
    """A quarrel in Lindebeek with everything that the standard has."""
    return {
        "sharedIncidentId": INCIDENT,
        "internalId": "LB-2026-01187",
        "classifications": ["Huiselijk geweld", "P1"],
        "issue": "Ruzie tussen ex-partners, mogelijk met mes",
        "flashingLights": True,
        "additionalInformation": "Twee kinderen aanwezig",
        "sentByDispatcherAt": "2026-03-14T14:05:08+01:00",
        "startTimestamp": "2026-03-14T13:58:15+01:00",
        "protocolRemarks": [
            {
                "timestamp": "2026-03-14T14:00:02+01:00",
                "message": "Melder fluistert, hangt op",
                "category": "gesprek",
                "silent": True,
            },
            {
                "timestamp": "2026-03-14T14:03:40+01:00",
                "message": "Teruggebeld, geen antwoord",
                "silent": False,
            },
        ],
        "missionLocation": {
            "coordinate": {"lat": 51.0311, "lon": 4.4812},
            "address": {
                "street": "Bosdreef",
                "houseNumber": "31",
                "postalCode": "2899",
                "city": "Lindebeek",
                "cityDistrict": "Noord",
                "state": "Antwerpen",
                "country": "BE",
                "additionalInformation": "bus 4",
            },
            "object": {"name": "Residentie Ter Linde", "additionalInformation": "ingang achteraan"},
            "superiorObject": {"name": "Lindepark", "additionalInformation": "slagboom, code bij conciërge"},
            "floor": "2",
            "room": "204",
            "additionalInformation": "bel defect",
        },
        "informers": [
            {
                "name": "Wouters",
                "surname": "Fien",
                "phone": "+32 470 00 00 01",
                "email": "fien@voorbeeld.test",
            }
        ],
        "accusedPersons": [
            {
                "name": "Maes",
                "surname": "Dirk",
                "dateOfBirth": "1984-07-02",
                "nationality": "BE",
                "phone": "+32 470 00 00 02",
                "additionalInformation": "contactverbod",
                "address": {"street": "Kouter", "houseNumber": "7", "city": "Lindebeek"},
            }
        ],
        "victimPersons": [
            {"name": "Wouters", "surname": "Lotte", "dateOfBirth": "1987", "email": "lotte@voorbeeld.test"}
        ],
        "eCallData": {
            "automaticActivation": False,
            "positionCanBeTrusted": True,
            "vehicleType": "M1",
            "vin": "1M8GDM9AXKP042788",
            "vehiclePropulsionStorageType": "dieselTank",
            "timestamp": "2026-03-14T13:58:15+01:00",
            "vehiclePosition": {"lat": 51.0311, "lon": 4.4812},
            "directionOfTravel": 90,
            "positionN1": {"lat": 51.0312, "lon": 4.4813},
            "positionN2": {"lat": 51.0313, "lon": 4.4814},
            "numberOfPassengers": 2,
        },
    }


def resource_request() -> dict[str, Any]:
    """Two means asked for, with a patient."""
    return {
        "sharedIncidentId": INCIDENT,
        "sentByDispatcherAt": "2026-03-14T14:05:08Z",
        "missionLocation": {"address": {"street": "Rue des Tilleuls"}},
        "patients": [
            {
                "name": "Lambert",
                "surname": "Noé",
                "gender": "Male",
                "dateOfBirth": "19801230",
                "age": 45,
                "infectionInformation": "Grippe",
                "infectionStatus": True,
                "healthInsuranceInformation": {"insuranceNumber": "S123"},
            }
        ],
        "requestedResources": [
            {"resourceRequestId": "10002003", "resourceType": "AMB", "resourceName": "AMB-1"}
        ],
    }


CAP = """<?xml version="1.0" encoding="UTF-8"?>
<!-- avertissement d'exercice -->
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>LB-2026-7</identifier><sender>meteo@lindebeek.test</sender>
  <sent>2026-03-14T14:05:00+01:00</sent><status>Actual</status><msgType>Update</msgType>
  <source>Centre de crise</source><scope>Public</scope><code>LBv1</code><note>n'importe</note>
  <references>meteo@lindebeek.test,LB-2026-5,2026-03-14T12:00:00+01:00
    meteo@lindebeek.test,LB-2026-6,2026-03-14T13:00:00+01:00</references>
  <incidents>orage-14</incidents>
  <info><language>fr-BE</language><category>Met</category><category>Safety</category>
    <event>Orage violent</event>
    <responseType>Shelter</responseType><urgency>Immediate</urgency><severity>Severe</severity>
    <certainty>Likely</certainty><audience>Riverains</audience>
    <eventCode><valueName>LB</valueName><value>ORG</value></eventCode>
    <effective>2026-03-14T14:05:00+01:00</effective><onset>2026-03-14T14:30:00+01:00</onset>
    <expires>2026-03-14T18:00:00+01:00</expires><senderName>Météo de Lindebeek</senderName>
    <headline>Orages violents jusqu'à 18 heures</headline>
    <description>Grêle &amp; vent</description>
    <instruction>Restez à l'abri</instruction><web>https://meteo.lindebeek.test</web>
    <contact>+32 3 000 00 00</contact>
    <parameter><valueName>rafales</valueName><value>95 km/h</value></parameter>
    <resource><resourceDesc>Carte</resourceDesc><mimeType>image/png</mimeType><size>1024</size>
      <uri>https://meteo.lindebeek.test/carte.png</uri><derefUri>aGVsbG8=</derefUri>
      <digest>2aae6c35</digest></resource>
    <area><areaDesc>Lindebeek</areaDesc><polygon>51.0,4.4 51.1,4.4 51.1,4.5 51.0,4.4</polygon>
      <circle>51.05,4.45 2.5</circle><geocode><valueName>NIS</valueName><value>11999</value></geocode>
      <altitude>30</altitude><ceiling>900</ceiling></area></info>
  <info><language>nl-BE</language><category>Met</category><event>Zwaar onweer</event>
    <urgency>Immediate</urgency>
    <severity>Severe</severity><certainty>Likely</certainty></info>
  <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="s1">
    <ds:SignatureValue>AAAA</ds:SignatureValue></ds:Signature>
</alert>"""


def webhook(**more: Any) -> dict[str, Any]:
    """A message of our own webhook; `more` goes over what it has."""
    return {
        "version": 1,
        "id": "msg_1",
        "source": "meldkamer.lindebeek.test",
        "incident_id": "LB-1187",
        "kind": "new",
        "sent_at": "2026-03-14T14:05:09+01:00",
        "sequence": 1,
        "title": "Inbraak",
        "keywords": ["Inbraak"],
        "priority": {"level": 1, "lights": True},
        "places": [
            {
                "address": {"street": "Bosdreef", "number": "31"},
                "point": {"latitude": 51.03, "longitude": 4.48, "uncertainty_m": 20},
            }
        ],
        "persons": [
            {"role": "caller", "family_name": "Wouters", "phones": ["+32 470 00 00 01"], "born": "1987-07-02"}
        ],
        "cautions": [{"text": "Mes", "weapon": True, "severity": 1}],
        "log": [{"id": "l1", "at": "2026-03-14T14:03:40+01:00", "text": "Melder ziet twee personen"}],
        "resources": [
            {"id": "lima-12", "stages": [{"state": "en_route", "at": "2026-03-14T14:05:07+01:00"}]}
        ],
        "eigen_veld": {"kleur": ["rood", None], "leeg": {}},
        **more,
    }

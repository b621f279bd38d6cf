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


def part(name: str, **more: Any) -> dict[str, Any]:
    """A component of an EIDO."""
    return {
        "$id": name,
        "lastUpdateTimeStamp": "2026-03-14T14:03:00+01:00",
        "updatedByAgencyReference": {"$ref": "112.lindebeek.test"},
        **more,
    }


PIDF = """<?xml version="1.0" encoding="UTF-8"?>
<presence xmlns="urn:ietf:params:xml:ns:pidf" xmlns:gp="urn:ietf:params:xml:ns:pidf:geopriv10"
  xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model" xmlns:gs="http://www.opengis.net/pidflo/1.0"
  xmlns:gml="http://www.opengis.net/gml"
  xmlns:con="urn:ietf:params:xml:ns:geopriv:conf" entity="pres:melder@lindebeek.test">
  <dm:device id="toestel-1"><gp:geopriv><gp:location-info>
    <gs:Circle srsName="urn:ogc:def:crs:EPSG::4326"><gml:pos>51.0311 4.4812</gml:pos>
      <gs:radius uom="urn:ogc:def:uom:EPSG::9001">35.5</gs:radius></gs:Circle>
    <con:confidence pdf="normal">95</con:confidence>
    <civicAddress xmlns="urn:ietf:params:xml:ns:pidf:geopriv10:civicAddr">
      <country>BE</country><A1>Vlaanderen</A1><A2>Antwerpen</A2><A3>Lindebeek</A3><RD>Bosdreef</RD><HNO>31</HNO>
      <HNS>B</HNS><PC>2899</PC><FLR>2</FLR><ROOM>204</ROOM><NAM>Ter Linde</NAM></civicAddress>
  </gp:location-info><gp:method>GPS</gp:method></gp:geopriv></dm:device></presence>"""


def eido() -> dict[str, Any]:
    """An incident with a component of every kind that is read, and some that are not."""
    return {
        **part("urn:emergency:uid:incidentid:lb1187:lindebeek.test"),
        "updatedByAgentReference": {"$ref": "an@lindebeek.test"},
        "eidoVersion": "1.0",
        "issuingElementIdentification": "idx.lindebeek.test",
        "incidentComponent": part(
            "inc-1",
            incidentTypeInternalCode="10-16",
            incidentTypeInternalText="Violence intrafamiliale",
            incidentTypeCommonRegistryText="Disturbance",
            incidentStatusCommonRegistryText=["Active"],
            incidentStatusInternalText=["en cours"],
            internalIncidentId="LB-1187",
            incidentPriorityInternalText="P1",
            incidentCommonPriorityNumber=1,
            beatOrDispatchGroupText="nord",
            locationReference=[{"$ref": "loc-1"}],
            notesReference=[{"$ref": "note-1"}],
            dispositionComponent=[
                part("dis-1", dispositionCommonRegistryCode="Report", dispositionPrimaryIndicator=True)
            ],
        ),
        "callComponent": [
            part(
                "call-1",
                standardPrimaryCallType="emergency",
                localCallType="gsm",
                direction="incoming",
                priorityIdentifier="high",
                callStateRegistryText="callEnd",
                callStartTimestamp="2026-03-14T13:58:15+01:00",
                answerDate="2026-03-14T13:58:19.5+01:00",
                personReference=[{"$ref": "p-1"}],
            )
        ],
        "callbackComponent": [
            part("cb-1", callBackInformationUri=["tel:+32470000001", "sip:fien@voorbeeld.test"])
        ],
        "locationComponent": [
            part(
                "loc-1",
                locationTypeDescriptionRegistryText="Incident",
                locationByValue=PIDF,
                locationDescriptionText="achterdeur",
            )
        ],
        "personComponent": [
            part(
                "p-1",
                personIncidentRoleRegistryText=["Caller", "Victim"],
                callIdentifier=["call-1"],
                callBackReference={"$ref": "cb-1"},
                ncPersonComponent={
                    "name": [
                        {"personGivenName": [{"value": "Fien"}], "personSurName": [{"value": "Wouters"}]}
                    ],
                    "birthDate": [{"date": [{"value": "1987-07-02"}]}],
                    "hairColor": [{"value": "bruin"}],
                    "tattoo": "roos",
                },
            )
        ],
        "vehicleComponent": [
            part(
                "v-1",
                vehicleRelationshipType=["Suspect Vehicle"],
                vehicleRelationshipTimeStamp="2026-03-14T14:00:00+01:00",
                ncVehicleComponent={
                    "registrationPlateIdentification": [{"identificationID": "1-ABC-123"}],
                    "makeName": "Skoda",
                    "doorQuantity": 5,
                },
            )
        ],
        "itemComponent": [part("i-1", ncItemType={"name": "couteau de cuisine", "isWeapon": True})],
        "cautionComponent": [
            part(
                "c-1",
                cautionTypeInternalText="Armé d'un couteau",
                cautionTypeCommonRegistryText="Weapons",
                cautionSeverity="high",
                startDate="2026-03-14T14:00:00+01:00",
            )
        ],
        "notesComponent": [
            part(
                "note-1",
                notesActionComments="<b>Melder</b> fluistert",
                agentReference={"$ref": "an@lindebeek.test"},
            )
        ],
        "emergencyResourceComponent": [
            part(
                "lima-12",
                emergencyResourceName="Lima 12",
                emergencyResourceTypeCommonRegistryText="Patrol",
                primaryUnitStatusRegistryText="En Route",
                secondaryUnitStatusRegistryText=["Lights"],
                resourceAttributeRegistryText=["K9"],
                agentReference=[{"$ref": "jo@lindebeek.test"}],
                eta="2026-03-14T14:11:00+01:00",
            )
        ],
        "mediaComponent": [
            part("m-1", uri="https://media.lindebeek.test/1", contentType="image/jpeg", label="voordeur")
        ],
        "mergeComponent": [
            part("mg-1", incidentTrackingIdentifier="LB-1185", incidentMergeDirectionCode="REPLACING")
        ],
        "linkComponent": [
            part(
                "ln-1",
                incidentTrackingIdentifier="LB-0999",
                linkDirectionCode="RELATED",
                transactionReasonText="même adresse",
            )
        ],
        "agencyComponent": [
            part("112.lindebeek.test", agencyType=["psap"], agencyRoleDescriptionRegistryText=["Dispatch"])
        ],
        "vendor/extension~1": {"kleur": None, "leeg": [], "diep": {"getal": 1.5}},
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

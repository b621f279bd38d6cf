"""An EIDO written by hand, with its place as PIDF-LO."""

from __future__ import annotations

from typing import Any


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

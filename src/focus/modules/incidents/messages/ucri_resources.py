"""UCRI 2: means that one control room asks of another, granted and on their way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from focus.modules.incidents.messages.form import Caution
from focus.modules.incidents.messages.incident import Report, Resource, Stage
from focus.modules.incidents.messages.parts import Part
from focus.modules.incidents.messages.ucri_incident import common, person_of, persons_of
from focus.modules.incidents.messages.unreadable import Unreadable


def request(said: Part, head: Mapping[str, Any]) -> Report:
    """An incident with patients, and the means that it needs. Health insurance and codes of diagnosis stay
    rest."""
    patients = said.parts("patients")
    return Report(
        **head,
        **common(said),
        kind="new",
        persons=(
            *persons_of(said, "informers", "caller"),
            *(person_of(one, "patient", "patients") for one in patients),
        ),
        cautions=tuple(
            Caution(text=one.text("infectionInformation"), kinds=("infectionInformation",))
            for one in patients
            if one.has("infectionInformation")
        ),
        resources=tuple(_requested(one) for one in said.parts("requestedResources")),
    )


def acknowledgement(said: Part, head: Mapping[str, Any]) -> Report:
    """The other side's answer to a request; it names no incident."""
    return Report(
        **head,
        kind="acknowledgement",
        whole=False,
        incident_id="",
        request=said.needed("resourceRequestId"),
        acted_at=said.needed_moment("acknowledgedAt"),
        answer=answer_of(said, "acknowledgementStatus"),
        reason=said.text("comment"),
    )


def deployed(said: Part, head: Mapping[str, Any]) -> Report:
    """Means that were asked for have left; the message names the request and no incident."""
    asked = said.needed("resourceRequestId")
    left = said.needed_moment("deployedAt")
    resource = Resource(
        id=said.text("resourceId"),
        name=said.text("resourceName"),
        category=said.text("resourceType"),
        request=asked,
        stages=(Stage(state="en_route", as_given=("resource_deployed",), at=left),),
        text=said.text("comment"),
    )
    return Report(
        **head,
        kind="status",
        whole=False,
        incident_id="",
        request=asked,
        acted_at=left,
        resources=(resource,),
    )


def answer_of(said: Part, name: str) -> Literal["accepted", "rejected"]:
    """Yes or no. Raises `Unreadable`."""
    found = said.choice(name, ("accepted", "rejected"))
    if not found:
        raise Unreadable("missing", said.path(name))
    return "accepted" if found == "accepted" else "rejected"


def _requested(said: Part) -> Resource:
    return Resource(
        request=said.text("resourceRequestId"),
        name=said.text("resourceName"),
        category=said.text("resourceType"),
        stages=(Stage(state="requested"),),
    )

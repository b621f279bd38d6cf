"""Door 3: who helps in another zone works on the host's incidents, and their numbers are his references."""

from __future__ import annotations

from typing import Any

from tests.incidents.town import Member
from tests.reinforcement.zones import Pair


async def started(member: Member, reference: str) -> Any:
    body = {"kind": "incident", "purpose": "incident", "title": "Overval", "reference": reference}
    return await member.phone.post("/api/purposes/start-task", body)


async def test_a_guests_reference_is_of_the_hosts_incident_and_not_of_his_own_zone(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    there, here = await pair.home.desk(), await pair.host.desk()
    await there.open("Thuis")
    await there.open("Thuis, een tweede")
    await here.open("Gewapende overval")
    _, helper = await pair.over(leader)
    answer = await started(helper, "I-0001")
    assert (answer.status_code, answer.json()["issuer"]) == (200, "incident")
    refused = await started(helper, "I-0002")
    assert (refused.status_code, refused.json()["code"]) == (422, "purposes.reason_missing")

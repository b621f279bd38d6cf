"""Door 3: whoever gave a lookup's reference stands in the log, above the results and in one's own lookups."""

from __future__ import annotations

import pytest

from tests.search.lookups.desk import CAR, CASE, Desk
from tests.search.lookups.test_own import mine

WITHOUT_REASON = {"code": CASE["code"], "reference": CASE["reference"]}


async def test_requirement_2_a_reference_that_nobody_knows_is_refused_without_a_reason(desk: Desk) -> None:
    bram = await desk.officer("Bram Vos")
    before = desk.started()
    answer = await bram.refused(CAR, purpose=WITHOUT_REASON)
    assert (answer.status, answer.code) == (422, "purposes.reason_missing")
    assert desk.started() == before
    (event,) = await desk.logged(bram)
    assert (event.kind, event.what["reason"]) == ("search.LookupRefused", "purposes.reason_missing")


async def test_a_self_declared_reference_is_marked_wherever_it_is_seen(desk: Desk) -> None:
    bram = await desk.officer("Bram Vos")
    lookup = await bram.ask(CAR, purpose=CASE)
    await desk.quiet()
    assert lookup.opened["purpose"]["issuer"] == "self"
    for event in await desk.logged(bram):
        assert event.purpose is not None
        assert (event.purpose.reference, event.purpose.issuer) == (CASE["reference"], "self"), event.kind
        assert event.purpose.reason == CASE["reason"]
    seen = (await mine(bram))[0]["purpose"]
    assert (seen["reference"], seen["issuer"], seen["reason"]) == (CASE["reference"], "self", CASE["reason"])


async def test_the_number_of_a_control_is_marked_as_the_controls(desk: Desk) -> None:
    lotte = await desk.officer()
    lookup = await lotte.ask(CAR)
    await desk.quiet()
    assert lookup.opened["purpose"]["issuer"] == "control"
    assert {event.purpose.issuer for event in await desk.logged(lotte) if event.purpose} == {"control"}
    assert (await mine(lotte))[0]["purpose"]["issuer"] == "control"


@pytest.mark.parametrize(
    ("language", "word"), [("nl", "dossier"), ("fr", "dossier"), ("de", "Akte"), ("en", "case")]
)
async def test_a_control_does_not_open_what_an_incident_opens(desk: Desk, language: str, word: str) -> None:
    lotte = await desk.officer()
    purpose = {"code": "incident", "reference": "C-1109", "reason": "Ladingdiefstal"}
    answer = await lotte.refused(CAR, purpose=purpose)
    assert (answer.status, answer.code) == (422, "purposes.reference_not_accepted")
    assert answer.body["accepts"] == ["incident", "case", "self"]
    said = desk.station.platform.texts.get(
        language, "error-purposes-reference-not-accepted", answer.body["params"]
    )
    assert word in said

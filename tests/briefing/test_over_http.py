"""What a desk's browser is told when something is wrong or a colleague was faster."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.briefing.zone import Zone
from tests.identity.phone import Phone
from tests.sync.outbox import Outbox

WRITTEN: dict[str, Any] = {"kind": "attention", "title": "Markt", "audience": {"whole": True}}


@pytest.fixture
async def browser(zone: Zone) -> Phone:
    someone = await zone.house.someone(zone.id, function="information_desk")
    return await zone.house.signed_in(someone, kind="desk")


async def saved(browser: Phone, **changed: Any) -> dict[str, Any]:
    body = {"draft": str(uuid4()), "content": {**WRITTEN, **changed}}
    answer = await browser.post("/api/briefing/save-draft", body)
    assert answer.status_code == 200, answer.text
    return {"draft": answer.json()["draft"], "version": answer.json()["version"]}


async def test_faults_are_named_by_field(browser: Phone) -> None:
    answer = await browser.post("/api/briefing/publish", await saved(browser, title=""))
    said = answer.json()
    assert (answer.status_code, said["code"]) == (422, "briefing.item_invalid")
    assert [(one["path"], one["code"]) for one in said["fields"]] == [
        ("content.title", "briefing.title_missing")
    ]


async def test_who_was_slower_is_given_what_the_other_wrote(browser: Phone) -> None:
    made = (await browser.post("/api/briefing/publish", await saved(browser))).json()
    change = {"item": made["item"], "version": 1, "content": {**WRITTEN, "title": "eerst"}}
    assert (await browser.post("/api/briefing/revise", change)).status_code == 200
    late = {**change, "content": {**WRITTEN, "title": "daarna"}}
    answer = await browser.post("/api/briefing/revise", late)
    said = answer.json()
    assert (answer.status_code, said["code"], said["version"]) == (409, "briefing.item_changed", 2)
    assert said["theirs"]["title"] == "eerst"


async def test_an_officer_may_not_write(zone: Zone) -> None:
    phone = await zone.house.signed_in(await zone.house.someone(zone.id))
    body = {"draft": str(uuid4()), "content": WRITTEN}
    answer = await phone.post("/api/briefing/save-draft", body)
    assert (answer.status_code, answer.json()["code"]) == (403, "gate.not_permitted")


async def test_a_revision_delivered_late_is_refused_with_both_and_done_over_the_new_version(
    browser: Phone,
) -> None:
    made = (await browser.post("/api/briefing/publish", await saved(browser))).json()
    outbox = await Outbox.of(browser)
    change = {"item": made["item"], "version": 1, "content": {**WRITTEN, "title": "zonder netwerk"}}
    outbox.keep("briefing.revise", change)
    first = {**change, "content": {**WRITTEN, "title": "eerst"}}
    assert (await browser.post("/api/briefing/revise", first)).status_code == 200
    (refused,) = await outbox.deliver()
    told = refused["problem"]
    assert (refused["status"], refused["final"], told["code"]) == (409, True, "briefing.item_changed")
    assert told["record"] == f"briefing.item/{made['item']}"
    assert (told["expected"], told["version"], told["theirs"]["title"]) == (1, 2, "eerst")
    over = outbox.keep("briefing.revise", {**change, "version": told["version"]})
    (done,) = await outbox.deliver([over])
    assert (done["status"], done["answer"]["version"]) == (200, 3)


async def named(browser: Phone, command: UUID, change: dict[str, Any]) -> Any:
    """A revision under the name that the app gave it."""
    path, body = "/api/briefing/revise", json.dumps(change).encode()
    headers = {
        "Authorization": f"DPoP {browser.token}",
        "DPoP": browser.proof("POST", path, body),
        "Content-Type": "application/json",
        "Focus-Command": str(command),
    }
    return await browser.http.post(path, content=body, headers=headers)


async def test_a_revision_whose_answer_was_lost_is_done_once(browser: Phone) -> None:
    made = (await browser.post("/api/briefing/publish", await saved(browser))).json()
    outbox, command = await Outbox.of(browser), uuid4()
    change = {"item": made["item"], "version": 1, "content": {**WRITTEN, "title": "eenmaal"}}
    assert (await named(browser, command, change)).status_code == 200
    outbox.keep("briefing.revise", change, id=command)
    (again,) = await outbox.deliver()
    assert (again["status"], again["answer"]["version"]) == (200, 2)

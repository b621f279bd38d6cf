"""What a desk's browser is told when something is wrong or a colleague was faster."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from tests.briefing.zone import Zone
from tests.identity.phone import Phone

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

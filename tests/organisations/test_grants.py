"""Sharing between organisations ends by itself, or at once."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from focus.core import clock
from focus.core.ids import new_id
from focus.core.organisations import errors
from focus.core.organisations.actions.sharing import give_grant, revoke_grant
from focus.core.organisations.public import granted
from focus.core.organisations.views import grants as grants_view
from tests.organisations.town import Town

BASIS = "WPA art. 44/11/4"
HOUR = timedelta(hours=1)


async def give(town: Town, owner: UUID, recipient: UUID, **more: object) -> UUID:
    chief = await town.someone(owner, function="zone_administrator")
    event = await town.act(chief, give_grant, recipient=recipient, what="briefing.item", basis=BASIS, **more)
    return UUID(event["grant"])


async def test_a_grant_counts_for_its_recipient_until_it_ends_by_itself(town: Town) -> None:
    owner, recipient, now = await town.organisation(), await town.organisation(), clock.now()
    grant = await give(town, owner, recipient, starts_at=now, ends_at=now + 4 * HOUR)
    async with town.platform.database.transaction(recipient) as tx:
        found = [
            await granted(tx, owner=owner, what="briefing.item", at=now + HOUR * when)
            for when in (-1, 0, 3.99, 4)
        ]
    assert [one and one.id for one in found] == [None, grant, grant, None]


async def test_a_grant_opens_nothing_to_a_third_organisation(town: Town) -> None:
    owner, recipient, third = [await town.organisation() for _ in range(3)]
    await give(town, owner, recipient)
    async with town.platform.database.transaction(third) as tx:
        assert await granted(tx, owner=owner, what="briefing.item") is None


async def test_a_grant_for_one_record_opens_no_other(town: Town) -> None:
    owner, recipient, record = await town.organisation(), await town.organisation(), new_id()
    grant = await give(town, owner, recipient, subject=record)
    async with town.platform.database.transaction(recipient) as tx:
        found = [
            await granted(tx, owner=owner, what="briefing.item", subject=subject)
            for subject in (record, new_id(), None)
        ]
    assert [one and one.id for one in found] == [grant, None, None]


async def test_a_revoked_grant_ends_at_once_and_its_past_stays_known(town: Town) -> None:
    owner, recipient = await town.organisation(), await town.organisation()
    grant = await give(town, owner, recipient, starts_at=clock.now() - HOUR)
    chief = await town.someone(owner, function="zone_administrator")
    await town.act(chief, revoke_grant, grant=grant, reason="Einde van de opdracht")
    async with town.platform.database.transaction(recipient) as tx:
        assert await granted(tx, owner=owner, what="briefing.item") is None
        past = await granted(tx, owner=owner, what="briefing.item", at=clock.now() - HOUR / 2)
    assert past is not None and past.revoked_reason == "Einde van de opdracht"
    with pytest.raises(errors.GrantEnded):
        await town.act(chief, revoke_grant, grant=grant)


async def test_both_sides_see_the_grant(town: Town) -> None:
    owner, recipient = await town.organisation(), await town.organisation()
    grant = await give(town, owner, recipient)
    giver = await town.someone(owner, function="zone_administrator")
    taker = await town.someone(recipient, function="zone_administrator")
    assert grant in {one.id for one in (await town.read(giver, grants_view)).given}
    assert grant in {one.id for one in (await town.read(taker, grants_view)).received}


@pytest.mark.parametrize("wrong", ["self", "nobody", "no basis", "no record type", "reversed"])
async def test_a_grant_that_cannot_be_is_refused(town: Town, wrong: str) -> None:
    owner, recipient, now = await town.organisation(), await town.organisation(), clock.now()
    chief = await town.someone(owner, function="zone_administrator")
    given: dict[str, object] = {"recipient": recipient, "what": "briefing.item", "basis": BASIS}
    cases: dict[str, tuple[dict[str, object], type[Exception]]] = {
        "self": ({"recipient": owner}, errors.RecipientUnknown),
        "nobody": ({"recipient": new_id()}, errors.RecipientUnknown),
        "no basis": ({"basis": "  "}, errors.GrantInvalid),
        "no record type": ({"what": "everything"}, errors.GrantInvalid),
        "reversed": ({"starts_at": now, "ends_at": now}, errors.PeriodReversed),
    }
    changed, problem = cases[wrong]
    with pytest.raises(problem):
        await town.act(chief, give_grant, **{**given, **changed})


async def test_the_log_says_all_that_a_grant_opens(town: Town) -> None:
    owner, recipient, record = await town.organisation(), await town.organisation(), new_id()
    chief = await town.someone(owner, function="zone_administrator")
    given = {"fields": ["title"], "subject": record, "purpose": "incident", "onward": True}
    event = await town.act(chief, give_grant, recipient=recipient, what="briefing.item", basis=BASIS, **given)
    assert {name: event[name] for name in given} == {**given, "subject": str(record)}

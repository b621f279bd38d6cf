"""What somebody may, now and at any moment before."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from focus.core import clock
from focus.core.organisations import errors
from focus.core.organisations.actions import people, sharing, structure
from focus.core.organisations.public import permissions_of, post_of, posts_held
from focus.core.organisations.store import people as store
from tests.organisations.town import LONG_AGO, Town

HOUR = timedelta(hours=1)


async def permissions(town: Town, post: UUID, ago: timedelta = timedelta()) -> frozenset[str]:
    async with town.platform.database.unscoped() as tx:
        return await permissions_of(tx, post, at=clock.now() - ago)


async def test_a_post_permits_what_its_function_and_itself_add_without_what_is_withdrawn(town: Town) -> None:
    zone = await town.organisation()
    person = await town.person(zone)
    post = await town.post(
        person, zone, function="officer", added=["fieldwork.visit"], withdrawn=["organisations.read"]
    )
    assert await permissions(town, post) == {"fieldwork.visit"}


async def test_a_right_that_is_taken_away_was_still_there_before(town: Town) -> None:
    zone = await town.organisation()
    chief = await town.someone(zone, function="zone_administrator")
    officer = await town.someone(zone, "fieldwork.visit")
    await town.act(chief, people.edit_post, post=officer.post_id, units=[], wards=[], added=[], withdrawn=[])
    assert "fieldwork.visit" not in await permissions(town, officer.post_id)
    assert "fieldwork.visit" in await permissions(town, officer.post_id, HOUR)


async def test_a_function_that_changes_changes_everybody_in_it_from_then_on(town: Town) -> None:
    zone = await town.organisation()
    chief = await town.someone(zone, function="zone_administrator")
    officer = await town.someone(zone, function="dispatcher")
    await town.act(
        chief,
        structure.edit_function,
        function="dispatcher",
        names={"nl": "Operator"},
        permissions=["fieldwork.visit"],
    )
    assert await permissions(town, officer.post_id) == {"fieldwork.visit"}
    assert "fieldwork.visit" not in await permissions(town, officer.post_id, HOUR)


async def test_a_function_out_of_use_permits_nothing(town: Town) -> None:
    zone = await town.organisation()
    chief = await town.someone(zone, function="zone_administrator")
    officer = await town.someone(zone, function="dispatcher")
    await town.act(
        chief,
        structure.edit_function,
        function="dispatcher",
        names={"nl": "Operator"},
        permissions=["fieldwork.visit"],
        active=False,
    )
    assert await permissions(town, officer.post_id) == frozenset()


async def test_a_permission_that_no_module_declares_is_refused_by_name(town: Town) -> None:
    zone = await town.organisation()
    chief = await town.someone(zone, function="zone_administrator")
    with pytest.raises(errors.PermissionUnknown) as refused:
        await town.act(
            chief, people.create_post, person=chief.person_id, function="officer", added=["fieldwork.fly"]
        )
    assert refused.value.params == {"permission": "fieldwork.fly"}


async def test_a_post_begins_and_ends_by_itself(town: Town) -> None:
    zone, now = await town.organisation(), clock.now()
    person = await town.person(zone)
    post = await town.post(person, zone, starts_at=now + HOUR, ends_at=now + 2 * HOUR)
    async with town.platform.database.unscoped() as tx:
        there = [await post_of(tx, post, at=now + HOUR * when) is not None for when in (0, 1, 1.99, 2)]
    assert there == [False, True, True, False]


async def test_a_post_that_ends_now_permits_nothing_any_more(town: Town) -> None:
    zone = await town.organisation()
    chief, officer = await town.someone(zone, function="zone_administrator"), await town.someone(zone)
    await town.act(chief, people.end_post, post=officer.post_id)
    assert await permissions(town, officer.post_id) == frozenset()
    with pytest.raises(errors.AlreadyClosed):
        await town.act(chief, people.end_post, post=officer.post_id)


async def test_a_post_cannot_end_before_it_begins(town: Town) -> None:
    zone = await town.organisation()
    chief, officer = await town.someone(zone, function="zone_administrator"), await town.someone(zone)
    with pytest.raises(errors.PeriodReversed):
        await town.act(chief, people.end_post, post=officer.post_id, at=clock.now() - timedelta(days=3))


async def test_a_person_who_leaves_loses_all_his_posts_after_his_last_day(town: Town) -> None:
    zone = await town.organisation()
    chief, officer = await town.someone(zone, function="zone_administrator"), await town.someone(zone)
    yesterday = clock.now().astimezone(clock.BRUSSELS).date() - timedelta(days=1)
    await town.act(chief, people.close_person, person=officer.person_id, last_day=yesterday)
    assert await permissions(town, officer.post_id) == frozenset()


async def test_a_person_of_another_organisation_holds_a_post_only_while_he_is_lent(town: Town) -> None:
    home, host = await town.organisation(), await town.organisation()
    person = await town.person(home)
    with pytest.raises(errors.NotLent):
        await town.post(person, host, home=home)
    lender = await town.someone(home, function="zone_administrator")
    grant = await town.act(
        lender, sharing.give_grant, recipient=host, what="organisations.person", basis="WPA art. 44/1"
    )
    post = await town.post(person, host, home=home, starts_at=clock.now())
    assert await permissions(town, post) != frozenset()
    await town.act(lender, sharing.revoke_grant, grant=UUID(grant["grant"]))
    assert await permissions(town, post) == frozenset()


async def test_a_lent_person_is_shown_with_his_name_where_he_works(town: Town) -> None:
    home, host = await town.organisation(), await town.organisation()
    person, other = await town.person(home), await town.person(home)
    lender = await town.someone(home, function="zone_administrator")
    await town.act(
        lender,
        sharing.give_grant,
        recipient=host,
        what="organisations.person",
        subject=person,
        basis="WPA art. 44/1",
    )
    await town.post(person, host, home=home, starts_at=clock.now())
    async with town.platform.database.transaction(host) as tx:
        holders = {post.holder.id: post.holder for post in await store.posts(tx, at=clock.now())}
    assert holders[person].name == "An Van den Proef" and other not in holders
    with pytest.raises(errors.NotLent):
        await town.post(other, host, home=home, starts_at=clock.now())


async def test_posts_in_several_organisations_are_offered_with_the_own_one_first(town: Town) -> None:
    home, host = await town.organisation(), await town.organisation()
    lender = await town.someone(home, function="zone_administrator")
    await town.act(
        lender, sharing.give_grant, recipient=host, what="organisations.person", basis="WPA art. 44/1"
    )
    person = await town.person(home)
    abroad = await town.post(person, host, home=home, starts_at=clock.now())
    at_home = await town.post(person, home)
    async with town.platform.database.unscoped() as tx:
        assert [held.post_id for held in await posts_held(tx, person)] == [at_home, abroad]


async def test_nobody_holds_the_same_function_twice_from_the_same_moment(town: Town) -> None:
    zone, now = await town.organisation(), clock.now()
    person = await town.person(zone)
    await town.post(person, zone, starts_at=now)
    with pytest.raises(errors.PostTaken):
        await town.post(person, zone, starts_at=now)


async def test_two_people_of_an_organisation_never_share_a_personnel_number(town: Town) -> None:
    zone = await town.organisation()
    chief = await town.someone(zone, function="zone_administrator")
    known = {"personnel_number": "44 01", "family_name": "Maes", "given_names": "Lotte", "language": "nl"}
    await town.act(chief, people.add_person, **known)
    with pytest.raises(errors.NumberTaken):
        await town.act(chief, people.add_person, **{**known, "personnel_number": "4401"})


@pytest.mark.parametrize(
    ("field", "value"),
    [("email", "lotte@"), ("phone", "12"), ("family_name", "  "), ("given_names", "7" * 9)],
)
async def test_what_is_wrong_with_a_person_is_named_by_field(town: Town, field: str, value: str) -> None:
    draft = {
        "personnel_number": "1",
        "family_name": "Maes",
        "given_names": "Lotte",
        "language": "nl",
        "valid_from": LONG_AGO,
    }
    with pytest.raises(errors.PersonInvalid) as refused:
        store.PersonDraft(**{**draft, field: value}).checked()  # type: ignore[arg-type]
    assert [problem.path for problem in refused.value.fields] == [field]

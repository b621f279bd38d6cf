"""Every action, view and route that is not public, against everybody who must not pass."""

from __future__ import annotations

from dataclasses import replace

import pytest

from focus.core.registry import View
from tests.matrices import refusals
from tests.matrices.house import GUARDED, PLANTED, TARGETS, B, C, House
from tests.matrices.targets import Target

CHECKS = [
    refusals.without_token,
    refusals.with_stolen_token,
    refusals.replayed,
    refusals.while_locked,
    refusals.without_permission,
    refusals.without_step_up,
    refusals.without_log,
]

PUBLIC = {
    "/api/identity/enrol/begin",
    "/api/identity/enrol/finish",
    "/api/identity/sign-in/begin",
    "/api/identity/sign-in/finish",
    "/api/identity/sign-in/choose",
    "/api/identity/oidc/begin",
    "/api/identity/oidc/finish",
    "/api/sync/deliver",  # signed by an enrolled device; each item proves its author, and runs as his
    "/api/incidents/in/{feed_id:uuid}",  # signed by a control room; the same 401 for feeds that are not there
    "/api/cameras/in/{feed_id:uuid}",  # signed by a camera system, as above
    "/api/demo/open",  # with the token printed at start, from this machine
    "/api/demo/people",
    "/api/demo/begin",
    "/api/demo/sign-in",
}
"""Reviewed: what anybody may call. A new public route is added here by whoever looked at it."""

OWN_DATA = {
    "organisations.organisation",
    "organisations.directory",
    "identity.lock",
    "identity.revoke_device",
    "identity.change_language",
    "identity.me",
    "identity.my_devices",
    "identity.my_sessions",
    "identity./api/identity/unlock/begin",
    "identity./api/identity/unlock/finish",
    "identity./api/identity/agree",
    "identity./api/identity/step-up/begin",
    "identity./api/identity/step-up/finish",
    "identity./api/identity/sign-out",
    "identity./api/identity/change-post/begin",  # to another post of one's own, which is checked
    "identity./api/identity/change-post/finish",
    "identity./api/demo/verify",
    "purposes.start_task",
    "purposes.end_task",
    "purposes.purposes",
    "purposes.my_task",
    "search.my_lookups",
    "sync./api/sync/pull",  # each record by its own type's permission and bucket
    "sync./api/sync/stream",
    "sync./api/sync/key",
    "push.subscribe",
    "push.unsubscribe",
    "push.push_key",
}
"""Reviewed: what anybody signed in may call, because it is about himself or public."""

WHILE_LOCKED = {
    "/api/identity/unlock/begin",
    "/api/identity/unlock/finish",
    "/api/identity/sign-out",
    "/api/demo/verify",
}
"""Reviewed: what a locked session may call."""


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("target", GUARDED, ids=str)
async def test_nobody_passes_who_must_not(house: House, target: Target, check: refusals.Check) -> None:
    assert await check(house, target, B) == []


@pytest.mark.parametrize("target", [target for target in GUARDED if target.switchable], ids=str)
async def test_a_module_that_is_off_is_not_there(house: House, target: Target) -> None:
    assert await refusals.while_off(house, target, C) == []


def unreviewed(targets: list[Target]) -> list[str]:
    """Doors that are open to more people than somebody has looked at."""
    return [
        *(f"{t} is public" for t in targets if t.public and t.path not in PUBLIC),
        *(f"{t} needs nothing" for t in targets if not t.public and not t.needs and t.name not in OWN_DATA),
        *(f"{t} works while locked" for t in targets if t.while_locked and t.path not in WHILE_LOCKED),
    ]


def test_every_door_that_is_wide_open_was_reviewed() -> None:
    assert unreviewed(list(TARGETS)) == []


def test_the_matrix_is_not_empty() -> None:
    assert len(GUARDED) > 50 and sum(1 for target in GUARDED if target.switchable) >= 5


# Each matrix fails when it should: the module `trespass` has one defect for each.


def planted(name: str, **claimed: object) -> Target:
    """A defective door under the claim that it is like any other."""
    return replace(PLANTED[name], **claimed)  # type: ignore[arg-type]


@pytest.mark.parametrize("check", CHECKS[:4], ids=lambda check: check.__name__)
async def test_a_door_that_asks_nobody_is_found(house: House, check: refusals.Check) -> None:
    found = await check(house, planted("/api/trespass/open", public=False), B)
    assert found and all("/api/trespass/open" in fault for fault in found)


async def test_a_door_that_asks_no_permission_is_found(house: House) -> None:
    found = await refusals.without_permission(house, planted("write_anything", needs="trespass.write"), B)
    assert len(found) == 2 and "gets 200" in found[0] and "not logged" in found[1]


async def test_a_door_that_asks_no_step_up_is_found(house: House) -> None:
    assert await refusals.without_step_up(house, planted("diaries", step_up=True), B)


async def test_a_door_that_stays_open_while_its_module_is_off_is_found(house: House) -> None:
    assert await refusals.while_off(house, planted("diaries", switchable=True), C)


async def test_a_view_that_shows_without_log_is_found(house: House) -> None:
    silent = planted("diaries")
    claimed = View(silent.declared.function, needs="trespass.read")  # type: ignore[union-attr]
    found = await refusals.without_log(house, replace(silent, declared=claimed), B)
    assert found == ["GET /api/trespass/diaries: without log, a call gets 200 , not 503 log.unavailable"]


def test_a_door_that_nobody_reviewed_is_found() -> None:
    assert unreviewed([PLANTED["write_anything"], PLANTED["/api/trespass/open"]]) == [
        "POST /api/trespass/open is public",
        "POST /api/trespass/write-anything needs nothing",
    ]

"""Requirement 9, the server's part: a session locks and ends at its limits; only its person opens it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from focus.core import clock
from focus.core.identity.authenticator import SessionAuthenticator
from focus.core.identity.nonces import NonceFile
from focus.core.identity.problems import Locked
from tests.identity.house import House, Someone, limits
from tests.identity.phone import Phone


def later(seconds: float) -> AbstractContextManager[None]:
    """That much later."""
    return clock.fixed(clock.now() + timedelta(seconds=seconds))


@pytest.mark.parametrize(("kind", "limit"), [("phone", 300), ("desk", 900)])
async def test_requirement_9_an_idle_session_locks_at_its_limit(
    house: House, ann: Someone, kind: str, limit: int
) -> None:
    phone = await house.signed_in(ann, kind=kind)
    with later(limit - 2):
        assert (await phone.me(bg=True)).status_code == 200
    with later(limit + 1):
        locked = await phone.me()
    assert (locked.status_code, locked.json()["code"]) == (423, "identity.locked")


async def test_activity_puts_the_lock_off(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    for seconds in (250, 500, 750):
        with later(seconds):
            assert (await phone.me()).status_code == 200


async def test_what_the_app_does_by_itself_does_not_put_the_lock_off(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    with later(250):
        assert (await phone.me(bg=True)).status_code == 200
    with later(310):
        assert (await phone.me()).status_code == 423


async def test_the_limit_is_the_organisations(house: House, ann: Someone) -> None:
    await house.change(ann.organisation, limits(lock_phone_s=60))
    phone = await house.signed_in(ann)
    with later(61):
        assert (await phone.me()).status_code == 423


async def test_a_longer_limit_set_later_opens_no_locked_session(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    with later(301):
        assert (await phone.me()).status_code == 423
        await house.change(ann.organisation, limits(lock_phone_s=1_800))
        assert (await phone.me()).status_code == 423


async def test_the_lock_holds_over_a_restart(house: House, ann: Someone, tmp_path: Path) -> None:
    phone = await house.signed_in(ann)
    await _locked(phone)
    restarted = SessionAuthenticator(
        house.platform.database, nonces=NonceFile(tmp_path), limits=house.identity.limits
    )
    path = "/api/identity/me"
    headers = {"authorization": f"DPoP {phone.token}", "dpop": phone.proof("GET", path, b"")}
    with pytest.raises(Locked):
        await restarted.authenticate(method="GET", path=path, headers=headers, body=b"")
    await restarted.close()


async def test_a_locked_session_does_nothing_but_unlock_and_sign_out(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    await _locked(phone)
    for path in ("/api/identity/lock", "/api/identity/step-up/begin", "/api/identity/issue-code"):
        assert (await phone.post(path)).status_code == 423
    assert (await phone.post("/api/identity/unlock/begin")).status_code == 200
    assert (await phone.post("/api/identity/sign-out")).status_code == 204
    assert (await phone.me()).json()["code"] == "identity.signed_out"


async def test_a_fresh_verification_unlocks_with_a_new_proof_key(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    before = phone.proof_key
    await _locked(phone)
    await phone.unlock()
    assert phone.proof_key != before
    assert (await phone.me(symmetric=True)).status_code == 200
    phone.proof_key = before
    assert (await phone.me(symmetric=True)).json()["params"]["reason"] == "key"


async def test_without_user_verification_it_stays_locked(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    await _locked(phone)
    phone.authenticator.verifies_user = False
    await phone.unlock(expect=403)
    assert (await phone.me()).status_code == 423


async def test_a_colleagues_passkey_does_not_unlock(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    colleague = await house.signed_in(await house.someone(ann.organisation))
    await _locked(phone)
    phone.authenticator = colleague.authenticator
    await phone.unlock(expect=403)
    assert (await phone.me()).status_code == 423


async def test_another_sessions_challenge_does_not_unlock(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    colleague = await house.signed_in(await house.someone(ann.organisation))
    other = (await colleague.post("/api/identity/unlock/begin")).json()
    await _locked(phone)
    refused = await phone.unlock(expect=403, ceremony=other["ceremony"])
    assert refused.json()["code"] == "identity.ceremony_over"


async def test_a_session_ends_after_twelve_hours_however_busy(house: House, ann: Someone) -> None:
    await house.change(ann.organisation, limits(lock_phone_s=1_800))
    phone = await house.signed_in(ann)
    start = clock.now()
    for minutes in range(25, 12 * 60, 25):
        with clock.fixed(start + timedelta(minutes=minutes)):
            assert (await phone.me()).status_code == 200
    with clock.fixed(start + timedelta(hours=12, seconds=1)):
        assert (await phone.me()).json()["code"] == "identity.signed_out"


async def test_activity_is_written_at_most_every_half_minute(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    await phone.me()
    begun = await _written(house, phone)
    with later(20):
        await phone.me()
    assert await _written(house, phone) == begun
    with later(31):
        await phone.me()
    assert (await _written(house, phone) - begun).total_seconds() > 30


async def test_signing_in_counts_as_a_step_up_for_five_minutes(house: House, ann: Someone) -> None:
    boss = await house.someone(ann.organisation, function="shift_leader")
    phone = await house.signed_in(boss, kind="desk")
    wanted = {"person": str(ann.id)}
    assert (await phone.post("/api/identity/issue-code", wanted)).status_code == 200
    with later(301):
        refused = await phone.post("/api/identity/issue-code", wanted)
        assert (refused.status_code, refused.json()["code"].rpartition(".")[2]) == (403, "step_up_needed")
        await phone.step_up()
        assert (await phone.post("/api/identity/issue-code", wanted)).status_code == 200


async def test_a_step_up_without_user_verification_is_none(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    phone.authenticator.verifies_user = False
    assert (await phone.step_up(expect=403)).json()["code"] == "identity.verification_refused"


async def test_a_limit_outside_the_law_is_no_setting() -> None:
    import msgspec

    from focus.core.identity.settings import IdentitySettings

    for wrong in ({"lock_phone_s": 1_801}, {"lock_desk_s": 10}, {"session_s": 43_201}, {"step_up_s": 301}):
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert(wrong, IdentitySettings)


async def _locked(phone: Phone) -> None:
    assert (await phone.post("/api/identity/lock")).status_code == 200
    assert (await phone.me()).status_code == 423


async def _written(house: House, phone: Phone) -> datetime:
    async with house.platform.database.transaction(UUID(phone.opened["organisation"])) as tx:
        written = await tx.fetchval(
            "select active_at from identity.session where id = $1", UUID(phone.opened["session"])
        )
    assert isinstance(written, datetime)
    return written


async def test_a_session_opened_in_the_future_is_none(house: House, ann: Someone) -> None:
    """The clock was 48 hours ahead while she signed in."""
    with later(48 * 3_600):
        phone = await house.signed_in(ann)
        assert (await phone.me()).status_code == 200
    house.identity.authenticator.forget("*")
    refused = await phone.me()
    assert (refused.status_code, refused.json()["code"]) == (401, "identity.signed_out")


async def test_activity_of_the_future_does_not_keep_a_session_open(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    with later(200):
        assert (await phone.me()).status_code == 200
    locked = await phone.me()
    assert (locked.status_code, locked.json()["code"]) == (423, "identity.locked")


async def test_a_session_of_a_worker_whose_clock_is_a_little_ahead_counts(house: House, ann: Someone) -> None:
    with later(50):
        phone = await house.signed_in(ann)
    assert (await phone.me()).status_code == 200

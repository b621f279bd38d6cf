"""Two workers over one database: what one does to a session, the other knows."""

from __future__ import annotations

import asyncio
from uuid import UUID

from focus.core.identity.authenticator import SessionAuthenticator
from focus.core.identity.identity import TOPIC
from focus.core.identity.nonces import NonceFile
from tests.identity.house import House, Someone
from tests.identity.phone import Phone

ME = "/api/identity/me"


def another_worker(house: House) -> SessionAuthenticator:
    """A second authenticator with a memory of its own, over the same database and nonces."""
    return SessionAuthenticator(
        house.platform.database,
        nonces=NonceFile(house.platform.settings.home / "run"),
        limits=house.identity.limits,
    )


async def outcome(worker: SessionAuthenticator, phone: Phone, *, symmetric: bool = False) -> str:
    """`in`, or the code of the refusal."""
    proof = phone.proof("GET", ME, b"", symmetric=symmetric)
    headers = {"authorization": f"DPoP {phone.token}", "dpop": proof}
    try:
        await worker.authenticate(method="GET", path=ME, headers=headers, body=b"")
    except Exception as refused:
        return str(refused)
    return "in"


async def test_a_proof_used_here_is_refused_there(house: House, ann: Someone) -> None:
    worker, phone = another_worker(house), await house.signed_in(ann)
    proof = phone.proof("GET", ME, b"")
    assert (await phone.me(proof=proof)).status_code == 200
    headers = {"authorization": f"DPoP {phone.token}", "dpop": proof}
    refused = await asyncio.gather(
        worker.authenticate(method="GET", path=ME, headers=headers, body=b""), return_exceptions=True
    )
    assert str(refused[0]) == "identity.proof_replayed"


async def test_unlocked_here_with_a_new_proof_key_is_open_there_at_once(house: House, ann: Someone) -> None:
    worker, phone = another_worker(house), await house.signed_in(ann)
    await phone.post("/api/identity/lock")
    assert await outcome(worker, phone) == "identity.locked"
    await phone.unlock()
    assert await outcome(worker, phone, symmetric=True) == "in"


async def test_a_wake_up_makes_a_revocation_known_there_before_its_memory_ages(
    house: House, ann: Someone
) -> None:
    worker, phone = another_worker(house), await house.signed_in(ann)
    house.platform.bus.subscribe(TOPIC, worker.forget)
    assert await outcome(worker, phone) == "in"
    await phone.post("/api/identity/revoke-device", {"device": str(phone.device)})
    assert await outcome(worker, phone) == "identity.signed_out"


async def test_activity_there_is_not_taken_for_idleness_here(house: House, ann: Someone) -> None:
    from datetime import timedelta

    from focus.core import clock

    worker, phone = another_worker(house), await house.signed_in(ann)
    start = clock.now()
    await phone.me()
    for seconds in (200, 400):
        with clock.fixed(start + timedelta(seconds=seconds)):
            assert await outcome(worker, phone) == "in"
    with clock.fixed(start + timedelta(seconds=500)):
        assert (await phone.me()).status_code == 200


async def test_a_stream_learns_that_its_session_was_locked_or_revoked(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    still_open, session = house.identity.authenticator.still_open, UUID(phone.opened["session"])
    assert await still_open(session)
    await phone.post("/api/identity/lock")
    assert not await still_open(session)
    await phone.unlock()
    assert await still_open(session)
    await phone.post("/api/identity/revoke-device", {"device": str(phone.device)})
    assert not await still_open(session)

"""A code enrols one device of one person, once, within ten minutes, and five wrong tries kill it."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from uuid import UUID

from focus.core import clock
from focus.core.identity import base64url
from tests.identity.house import House, Someone


async def test_a_supervisor_issues_a_code_that_enrols(house: House, ann: Someone) -> None:
    boss = await house.signed_in(await house.someone(ann.organisation, function="shift_leader"))
    issued = await boss.post("/api/identity/issue-code", {"person": str(ann.id)})
    assert issued.status_code == 200, issued.text
    done = await house.phone().enrol(issued.json()["code"])
    assert done.json()["person"] == str(ann.id)


async def test_an_officer_issues_no_codes(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    refused = await phone.post("/api/identity/issue-code", {"person": str(ann.id)})
    assert refused.json()["code"] == "gate.not_permitted"


async def test_no_code_for_people_of_another_organisation(house: House, ann: Someone) -> None:
    elsewhere = await house.someone(await house.organisation(), function="shift_leader")
    boss = await house.signed_in(elsewhere)
    refused = await boss.post("/api/identity/issue-code", {"person": str(ann.id)})
    assert refused.json()["code"] == "identity.no_post"


async def test_the_code_is_read_however_it_is_typed(house: House, ann: Someone) -> None:
    code = await house.code(ann)
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert (await house.phone().enrol(typed)).status_code == 200


async def test_a_code_serves_once(house: House, ann: Someone) -> None:
    code = await house.code(ann)
    await house.phone().enrol(code)
    assert (await house.phone().enrol(code, expect=403)).json()["code"] == "identity.code_refused"


async def test_two_phones_with_one_code_at_once_enrol_one(house: House, ann: Someone) -> None:
    code, phones = await house.code(ann), [house.phone(), house.phone()]
    begun = [
        (await phone.bare("/api/identity/enrol/begin", {"code": code, "device_key": phone.jwk})).json()
        for phone in phones
    ]
    finished = await asyncio.gather(
        *(
            phone.bare(
                "/api/identity/enrol/finish",
                {
                    "ceremony": facts["ceremony"],
                    "credential": phone.authenticator.create(facts["options"]),
                    "signature": phone.stated("focus-enrol-v1", facts, None),
                    "name": "One of two",
                },
            )
            for phone, facts in zip(phones, begun, strict=True)
        )
    )
    assert sorted(answer.status_code for answer in finished) == [200, 403]


async def test_a_code_is_over_after_ten_minutes(house: House, ann: Someone) -> None:
    code = await house.code(ann)
    with clock.fixed(clock.now() + timedelta(seconds=601)):
        assert (await house.phone().enrol(code, expect=403)).json()["code"] == "identity.code_refused"


async def test_five_wrong_tries_kill_the_code(house: House, ann: Someone) -> None:
    code = await house.code(ann)
    for _ in range(5):
        await house.phone().enrol(code[:5] + "0000-0000", expect=403)
    assert (await house.phone().enrol(code, expect=403)).json()["code"] == "identity.code_refused"


async def test_tries_side_by_side_are_counted_one_by_one(house: House, ann: Someone) -> None:
    code = await house.code(ann)
    await asyncio.gather(*(house.phone().enrol(code[:5] + "0000-0000", expect=403) for _ in range(12)))
    async with house.platform.database.transaction(ann.organisation) as tx:
        assert (
            await tx.fetchval("select max(tries) from identity.enrol_code where person_id = $1", ann.id) == 5
        )


async def test_four_wrong_tries_leave_it_alive(house: House, ann: Someone) -> None:
    code = await house.code(ann)
    for _ in range(4):
        await house.phone().enrol(code[:5] + "0000-0000", expect=403)
    assert (await house.phone().enrol(code)).status_code == 200


async def test_a_newer_code_kills_the_older_one(house: House, ann: Someone) -> None:
    older = await house.code(ann)
    await house.code(ann)
    assert (await house.phone().enrol(older, expect=403)).json()["code"] == "identity.code_refused"


async def test_the_code_stands_nowhere_in_the_database(house: House, ann: Someone) -> None:
    code = await house.code(ann)
    async with house.platform.database.transaction(ann.organisation) as tx:
        rows = await tx.fetch("select enrol_code::text as everything from identity.enrol_code")
    kept, secret = "".join(row["everything"] for row in rows), code.replace("-", "")[4:]
    assert str(ann.id) in kept
    assert secret not in kept
    assert secret.encode().hex() not in kept


async def test_a_device_key_enrols_once(house: House, ann: Someone) -> None:
    phone = await house.enrolled(ann)
    again = await phone.enrol(await house.code(ann), expect=409)
    assert again.json()["code"] == "identity.device_known"


async def test_who_cannot_sign_with_the_device_key_does_not_enrol_it(house: House, ann: Someone) -> None:
    phone, other = house.phone(), house.phone()
    begun = await phone.bare(
        "/api/identity/enrol/begin", {"code": await house.code(ann), "device_key": other.jwk}
    )
    facts = begun.json()
    refused = await phone.bare(
        "/api/identity/enrol/finish",
        {
            "ceremony": facts["ceremony"],
            "credential": phone.authenticator.create(facts["options"]),
            "signature": phone.stated("focus-enrol-v1", facts, None),
            "name": "Not mine",
        },
    )
    assert refused.json()["code"] == "identity.verification_refused"


async def test_a_point_beside_the_curve_is_no_device_key(house: House, ann: Someone) -> None:
    wrong = {"kty": "EC", "crv": "P-256", "x": base64url.encode(bytes(32)), "y": base64url.encode(bytes(32))}
    refused = await house.phone().bare(
        "/api/identity/enrol/begin", {"code": await house.code(ann), "device_key": wrong}
    )
    assert refused.json()["code"] == "identity.verification_refused"


async def test_a_revoked_device_is_out_at_once_and_its_passkey_with_it(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    other = await house.signed_in(ann)
    assert (await phone.me()).status_code == 200
    revoked = await other.post("/api/identity/revoke-device", {"device": str(phone.device)})
    assert revoked.json() == {"device": str(phone.device), "of": str(ann.id)}
    refused = (await phone.me()).json()
    assert (refused["code"], refused["params"]) == ("identity.signed_out", {"reason": "revoked"})
    assert (await phone.sign_in(expect=403)).json()["code"] == "identity.verification_refused"


async def test_a_colleagues_device_is_not_mine_to_revoke(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    colleague = await house.signed_in(await house.someone(ann.organisation))
    refused = await colleague.post("/api/identity/revoke-device", {"device": str(phone.device)})
    assert (refused.status_code, (await phone.me()).status_code) == (404, 200)


async def test_a_supervisor_revokes_a_lost_phone(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    boss = await house.signed_in(await house.someone(ann.organisation, function="shift_leader"))
    listed = (await boss.post("/api/identity/devices-of", {"person": str(ann.id)})).json()
    await boss.post("/api/identity/revoke-device", {"device": listed[0]["id"]})
    assert (await phone.me()).status_code == 401


async def test_a_supervisor_elsewhere_revokes_nothing_here(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    elsewhere = await house.someone(await house.organisation(), function="shift_leader")
    boss = await house.signed_in(elsewhere)
    refused = await boss.post("/api/identity/revoke-device", {"device": str(phone.device)})
    assert (refused.status_code, (await phone.me()).status_code) == (404, 200)


async def test_requirement_10_a_revocation_elsewhere_is_seen_within_ten_seconds(
    house: House, ann: Someone
) -> None:
    phone = await house.signed_in(ann)
    assert (await phone.me()).status_code == 200
    async with house.platform.database.transaction(ann.organisation) as tx:
        await tx.execute("update identity.device set revoked_at = now() where id = $1", phone.device)
    with clock.fixed(clock.now() + timedelta(seconds=10.5)):
        assert (await phone.me()).json()["code"] == "identity.signed_out"


async def test_who_loses_his_post_is_out_within_ten_seconds(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    async with house.platform.database.transaction(ann.organisation) as tx:
        await tx.execute("update organisations.post set ends_at = now() where id = $1", ann.post)
    with clock.fixed(clock.now() + timedelta(seconds=10.5)):
        assert (await phone.me()).json()["code"] == "identity.signed_out"


async def test_my_devices_and_sessions_are_listed_with_the_one_in_hand(house: House, ann: Someone) -> None:
    first, second = await house.signed_in(ann), await house.signed_in(ann)
    devices = (await second.call("GET", "/api/identity/my-devices")).json()
    sessions = (await second.call("GET", "/api/identity/my-sessions")).json()
    assert [UUID(one["id"]) for one in devices] == [second.device, first.device]
    assert [one["this"] for one in devices] == [one["this"] for one in sessions] == [True, False]


async def test_the_language_follows_the_person(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    await phone.post("/api/identity/change-language", {"language": "fr"})
    assert (await phone.me()).json()["language"] == "fr"

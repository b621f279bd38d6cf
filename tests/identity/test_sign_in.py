"""Requirement 7: no session without a passkey's user verification (or an identity provider's strong one)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric import ec

from focus.core import clock
from focus.core.identity import agreement, base64url
from tests.identity.house import House, Someone
from tests.identity.phone import EMPTY


async def test_an_enrolled_phone_signs_in_and_knows_who_it_is(house: House, ann: Someone) -> None:
    phone = await house.signed_in(ann)
    me = await phone.me()
    assert me.status_code == 200, me.text
    assert me.json()["person"]["id"] == str(ann.id)
    assert me.json()["device"]["id"] == str(phone.device)


async def test_the_proof_key_serves_as_well_as_the_device_key(house: House) -> None:
    phone = await house.signed_in()
    assert (await phone.me(symmetric=True)).status_code == 200
    assert (await phone.me(symmetric=False)).status_code == 200


async def test_without_user_verification_there_is_no_enrolment(house: House, ann: Someone) -> None:
    phone = house.phone()
    phone.authenticator.verifies_user = False
    refused = await phone.enrol(await house.code(ann), expect=403)
    assert refused.json()["code"] == "identity.verification_refused"


async def test_requirement_7_without_user_verification_there_is_no_session(
    house: House, ann: Someone
) -> None:
    phone = await house.enrolled(ann)
    phone.authenticator.verifies_user = False
    refused = await phone.sign_in(expect=403)
    assert refused.json()["code"] == "identity.verification_refused"


async def test_a_passkey_on_a_device_that_is_not_enrolled_gives_no_session(
    house: House, ann: Someone
) -> None:
    phone, other = await house.enrolled(ann), house.phone()
    other.authenticator = phone.authenticator
    refused = await other.sign_in(expect=403)
    assert refused.json()["code"] == "identity.device_unknown"


async def test_a_passkey_on_a_colleagues_device_gives_no_session(house: House, ann: Someone) -> None:
    phone = await house.enrolled(ann)
    colleague = await house.enrolled(await house.someone(ann.organisation))
    colleague.authenticator = phone.authenticator
    refused = await colleague.sign_in(expect=403)
    assert refused.json()["code"] == "identity.device_unknown"


async def test_a_signature_by_another_device_gives_no_session(house: House, ann: Someone) -> None:
    phone = await house.enrolled(ann)
    refused = await phone.sign_in(expect=403, signature=base64url.encode(bytes(64)))
    assert refused.json()["code"] == "identity.verification_refused"


async def test_an_agreement_key_that_the_device_did_not_sign_is_refused(house: House, ann: Someone) -> None:
    phone = await house.enrolled(ann)
    planted = agreement.public_half(ec.generate_private_key(ec.SECP256R1()))
    refused = await phone.sign_in(expect=403, agree=planted)
    assert refused.json()["code"] == "identity.verification_refused"


async def test_an_assertion_for_another_site_is_refused(house: House, ann: Someone) -> None:
    phone = await house.enrolled(ann)
    phone.authenticator.origin = "https://focus.phishing.example"
    refused = await phone.sign_in(expect=403)
    assert refused.json()["code"] == "identity.verification_refused"


async def test_an_assertion_serves_once(house: House, ann: Someone) -> None:
    phone = await house.enrolled(ann)
    begun = (await phone.bare("/api/identity/sign-in/begin", EMPTY)).json()
    agree = agreement.public_half(ec.generate_private_key(ec.SECP256R1()))
    content = {
        "ceremony": begun["ceremony"],
        "credential": phone.authenticator.get(begun["options"]),
        "device": phone.thumbprint,
        "agree": agree,
        "signature": phone.stated("focus-sign-in-v1", begun, agree),
    }
    first = await phone.bare("/api/identity/sign-in/finish", content)
    second = await phone.bare("/api/identity/sign-in/finish", content)
    assert (first.status_code, second.json()["code"]) == (200, "identity.ceremony_over")


async def test_a_challenge_is_over_after_two_minutes(house: House, ann: Someone) -> None:
    phone = await house.enrolled(ann)
    begun = (await phone.bare("/api/identity/sign-in/begin", EMPTY)).json()
    agree = agreement.public_half(ec.generate_private_key(ec.SECP256R1()))
    content = {
        "ceremony": begun["ceremony"],
        "credential": phone.authenticator.get(begun["options"]),
        "device": phone.thumbprint,
        "agree": agree,
        "signature": phone.stated("focus-sign-in-v1", begun, agree),
    }
    with clock.fixed(clock.now() + timedelta(seconds=121)):
        late = await phone.bare("/api/identity/sign-in/finish", content)
    assert late.json()["code"] == "identity.ceremony_over"


async def test_a_copied_authenticator_is_found_by_its_count(house: House, ann: Someone) -> None:
    phone = await house.enrolled(ann)
    await phone.sign_in()
    await phone.sign_in()
    phone.authenticator.residents[-1].count = 0
    refused = await phone.sign_in(expect=403)
    assert refused.json()["code"] == "identity.verification_refused"


async def test_an_authenticator_that_never_counts_may_sign_in_again_and_again(
    house: House, ann: Someone
) -> None:
    phone = await house.enrolled(ann)
    phone.authenticator.counts = False
    await phone.sign_in()
    await phone.sign_in()


async def test_garbage_in_place_of_an_assertion_is_refused_like_a_wrong_one(
    house: House, ann: Someone
) -> None:
    phone = await house.enrolled(ann)
    known = base64url.encode(phone.authenticator.residents[-1].credential_id)
    for garbage in (
        EMPTY,
        {"rawId": 5},
        {"rawId": "!!"},
        {"rawId": known},
        {"rawId": known, "id": known, "type": "public-key", "response": 7},
        {"rawId": known, "id": known, "type": "public-key", "response": {"clientDataJSON": "AA"}},
    ):
        refused = await phone.sign_in(expect=403, credential=garbage)
        assert refused.json()["code"] == "identity.verification_refused"


async def test_a_refused_passkey_stands_in_the_log(house: House, ann: Someone) -> None:
    phone = await house.enrolled(ann)
    phone.authenticator.verifies_user = False
    await phone.sign_in(expect=403)
    async with house.platform.database.transaction(ann.organisation) as tx:
        events = await house.platform.log.events_of(
            tx, person=ann.id, kinds=["identity.PasskeyRefused"], limit=9
        )
    assert len(events) == 1


async def test_who_holds_several_posts_chooses_one(house: House, ann: Someone) -> None:
    phone = await house.enrolled(ann)
    second = await house.post(ann.id, ann.organisation, function="shift_leader")
    choice = (await phone.sign_in()).json()
    assert {one["post"] for one in choice["choose"]} == {str(ann.post), str(second)}
    half = ec.generate_private_key(ec.SECP256R1())
    agree = agreement.public_half(half)
    content = {
        "ceremony": choice["ceremony"],
        "post": str(second),
        "device": phone.thumbprint,
        "agree": agree,
        "signature": phone.stated("focus-choose-v1", choice, agree),
    }
    opened = await phone.bare("/api/identity/sign-in/choose", content)
    phone.take(opened.json(), half, choice["challenge"])
    assert (await phone.me(symmetric=True)).json()["person"]["function"] == "shift_leader"


async def test_another_persons_post_cannot_be_chosen(house: House, ann: Someone) -> None:
    phone = await house.enrolled(ann)
    colleague = await house.someone(ann.organisation, function="zone_administrator")
    refused = await phone.sign_in(expect=403, post=str(colleague.post))
    assert refused.json()["code"] == "identity.no_post"


async def test_a_new_sign_in_ends_the_session_that_the_device_had(house: House, ann: Someone) -> None:
    phone = await house.enrolled(ann)
    await phone.sign_in()
    before = dict(phone.opened)
    await phone.sign_in()
    phone.opened, now = before, phone.opened
    house.identity.authenticator.forget("*")
    assert (await phone.me()).json()["code"] == "identity.signed_out"
    phone.opened = now
    assert (await phone.me()).status_code == 200


async def test_the_token_stands_nowhere_in_the_database(house: House) -> None:
    phone = await house.signed_in()
    async with house.platform.database.transaction(UUID(phone.opened["organisation"])) as tx:
        rows = await tx.fetch("select session::text as everything from identity.session")
    kept = "".join(row["everything"] for row in rows)
    assert phone.opened["session"] in kept
    assert phone.proof_key is not None
    assert phone.token not in kept
    assert base64url.decode(phone.token).hex() not in kept
    assert phone.proof_key.key.hex() not in kept

"""Through an organisation's own provider, a real one: strong factors only, and the device still signs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from focus.core.identity import agreement
from focus.core.identity.oidc import strong
from focus.core.identity.settings import IdentitySettings, OidcProvider
from focus.core.organisations.store import people
from focus.core.outside import Outside
from tests.identity.house import House, Someone, write_secret
from tests.identity.oidc_provider import SECRET, RunningProvider, provider_running
from tests.identity.phone import ORIGIN, Phone
from tests.identity.test_changing import lent

RETURN = f"{ORIGIN}/sign-in/return"


@pytest.fixture(scope="module")
async def provider() -> AsyncIterator[RunningProvider]:
    async with provider_running(return_to=RETURN) as running:
        yield running


@pytest.fixture
async def bea(house: House, provider: RunningProvider) -> Someone:
    """A person of an organisation that signs in through the provider."""
    house.identity.outside = Outside.of(f"{provider.issuer},http://localhost:9")
    settings = OidcProvider(issuer=provider.issuer, client_id="focus")
    zone = await house.organisation(IdentitySettings(provider=settings))
    await write_secret(house, zone, SECRET)
    return await house.someone(zone)


async def code_of(house: House, organisation: UUID) -> str:
    async with house.platform.database.unscoped() as tx:
        found = await tx.fetchval(
            "select code from organisations.directory() where organisation_id = $1", organisation
        )
    return str(found)


async def sign_in(
    house: House, provider: RunningProvider, phone: Phone, organisation: UUID, **changed: Any
) -> httpx.Response:
    """The whole way: to the provider, back, and the last request with `changed` members."""
    wanted = {"organisation": await code_of(house, organisation), "device": phone.thumbprint}
    answer = await phone.bare("/api/identity/oidc/begin", wanted)
    if answer.status_code != 200:
        return answer
    begun = answer.json()
    back = await provider.visit(begun["url"], until=RETURN)
    half = ec.generate_private_key(ec.SECP256R1())
    agree = agreement.public_half(half)
    content = {
        "ceremony": back["state"],
        "code": back["code"],
        "iss": back.get("iss"),
        "device": phone.thumbprint,
        "agree": agree,
        "signature": phone.stated("focus-oidc-v1", begun, agree),
        **changed,
    }
    answer = await phone.bare("/api/identity/oidc/finish", content)
    if answer.status_code == 200:
        phone.take(answer.json(), half, begun["challenge"])
    return answer


async def test_a_strong_sign_in_at_the_provider_opens_a_session(
    house: House, provider: RunningProvider, bea: Someone
) -> None:
    phone = await house.enrolled(bea)
    await provider.tell(subject=str(uuid4()), email=bea.email, acr="phr", amr=["hwk", "mfa"])
    assert (await sign_in(house, provider, phone, bea.organisation)).status_code == 200
    assert (await phone.me(symmetric=True)).json()["person"]["id"] == str(bea.id)


async def test_factors_may_be_attested_without_a_class(
    house: House, provider: RunningProvider, bea: Someone
) -> None:
    phone = await house.enrolled(bea)
    await provider.tell(subject=str(uuid4()), email=bea.email, amr=["fido", "mfa"])
    assert (await sign_in(house, provider, phone, bea.organisation)).status_code == 200


@pytest.mark.parametrize(
    "attested",
    [{"amr": ["pwd"]}, {"amr": ["pwd", "otp", "mfa"]}, {"acr": "1"}, {}, {"acr": "phr", "amr": ["pwd"]}],
)
async def test_requirement_7_a_password_never_suffices(
    house: House, provider: RunningProvider, bea: Someone, attested: dict[str, Any]
) -> None:
    phone = await house.enrolled(bea)
    await provider.tell(subject=str(uuid4()), email=bea.email, **attested)
    refused = await sign_in(house, provider, phone, bea.organisation)
    assert (refused.status_code, refused.json()["code"]) == (403, "identity.factor_too_weak")


async def test_without_an_enrolled_device_the_provider_is_not_even_asked(
    house: House, provider: RunningProvider, bea: Someone
) -> None:
    refused = await sign_in(house, provider, house.phone(), bea.organisation)
    assert refused.json()["code"] == "identity.device_unknown"


async def test_somebody_elses_account_at_the_provider_opens_nothing(
    house: House, provider: RunningProvider, bea: Someone
) -> None:
    phone, colleague = await house.enrolled(bea), await house.someone(bea.organisation)
    await provider.tell(subject=str(uuid4()), email=colleague.email, acr="phr")
    refused = await sign_in(house, provider, phone, bea.organisation)
    assert refused.json()["code"] == "identity.verification_refused"


async def test_an_address_that_is_not_verified_finds_nobody(
    house: House, provider: RunningProvider, bea: Someone
) -> None:
    phone = await house.enrolled(bea)
    await provider.tell(subject=str(uuid4()), email=bea.email, verified=False, acr="phr")
    refused = await sign_in(house, provider, phone, bea.organisation)
    assert refused.json()["code"] == "identity.verification_refused"


async def test_once_linked_the_address_no_longer_matters(
    house: House, provider: RunningProvider, bea: Someone
) -> None:
    phone, subject = await house.enrolled(bea), str(uuid4())
    await provider.tell(subject=subject, email=bea.email, acr="phr")
    await sign_in(house, provider, phone, bea.organisation)
    await provider.tell(subject=subject, email="married@police.example", acr="phr")
    assert (await sign_in(house, provider, phone, bea.organisation)).status_code == 200


async def test_an_address_that_was_given_to_another_account_is_refused(
    house: House, provider: RunningProvider, bea: Someone
) -> None:
    phone = await house.enrolled(bea)
    await provider.tell(subject=str(uuid4()), email=bea.email, acr="phr")
    await sign_in(house, provider, phone, bea.organisation)
    await provider.tell(subject=str(uuid4()), email=bea.email, acr="phr")
    refused = await sign_in(house, provider, phone, bea.organisation)
    assert refused.json()["code"] == "identity.verification_refused"


async def test_the_device_must_sign_here_too(house: House, provider: RunningProvider, bea: Someone) -> None:
    phone, thief = await house.enrolled(bea), house.phone()
    await provider.tell(subject=str(uuid4()), email=bea.email, acr="phr")
    signature = thief.stated("focus-oidc-v1", {"ceremony": str(uuid4()), "challenge": "AAAA"}, None)
    refused = await sign_in(house, provider, phone, bea.organisation, signature=signature)
    assert refused.json()["code"] == "identity.verification_refused"


async def test_a_code_that_the_provider_did_not_give_is_refused(
    house: House, provider: RunningProvider, bea: Someone
) -> None:
    phone = await house.enrolled(bea)
    await provider.tell(subject=str(uuid4()), email=bea.email, acr="phr")
    refused = await sign_in(house, provider, phone, bea.organisation, code="made-up")
    assert refused.json()["code"] == "identity.provider_refused"


@pytest.mark.parametrize("named", ["https://another.example", None, ""])
async def test_an_answer_that_another_provider_gave_is_refused_before_its_code_is_shown_to_anybody(
    house: House, provider: RunningProvider, bea: Someone, named: str | None
) -> None:
    phone = await house.enrolled(bea)
    await provider.tell(subject=str(uuid4()), email=bea.email, acr="phr", amr=["hwk"])
    answer = await sign_in(house, provider, phone, bea.organisation, iss=named)
    assert (answer.status_code, answer.json()["code"]) == (403, "identity.provider_refused")


async def test_a_code_from_another_ceremony_is_refused(
    house: House, provider: RunningProvider, bea: Someone
) -> None:
    phone = await house.enrolled(bea)
    await provider.tell(subject=str(uuid4()), email=bea.email, acr="phr")
    wanted = {"organisation": await code_of(house, bea.organisation), "device": phone.thumbprint}
    other = (await phone.bare("/api/identity/oidc/begin", wanted)).json()
    stolen = (await provider.visit(other["url"], until=RETURN))["code"]
    refused = await sign_in(house, provider, phone, bea.organisation, code=stolen)
    assert refused.json()["code"] == "identity.provider_refused"


async def test_a_public_client_signs_in_by_pkce_alone(
    house: House, provider: RunningProvider, bea: Someone
) -> None:
    public = OidcProvider(issuer=provider.issuer, client_id="focus-public")
    await house.change(bea.organisation, IdentitySettings(provider=public))
    phone = await house.enrolled(bea)
    await provider.tell(subject=str(uuid4()), email=bea.email, acr="phr")
    assert (await sign_in(house, provider, phone, bea.organisation)).status_code == 200


async def test_a_provider_that_does_not_answer_is_said_to_be_silent(
    house: House, provider: RunningProvider, bea: Someone
) -> None:
    gone = OidcProvider(issuer="http://localhost:9", client_id="focus-public")
    await house.change(bea.organisation, IdentitySettings(provider=gone))
    refused = await sign_in(house, provider, await house.enrolled(bea), bea.organisation)
    assert (refused.status_code, refused.json()["code"]) == (503, "identity.provider_silent")


async def test_whom_his_own_organisation_vouches_for_goes_over_where_it_lends_him_and_back(
    house: House, provider: RunningProvider, bea: Someone
) -> None:
    phone, host, third = await house.enrolled(bea), await house.organisation(), await house.organisation()
    there, elsewhere = await lent(house, bea, host), await lent(house, bea, third)
    await provider.tell(subject=str(uuid4()), email=bea.email, acr="phr", amr=["hwk", "mfa"])
    assert (await sign_in(house, provider, phone, bea.organisation)).status_code == 200
    for post, organisation in ((there, host), (elsewhere, third), (bea.post, bea.organisation)):
        await phone.change_post(post)
        assert (await phone.me()).json()["organisation"]["id"] == str(organisation)
    await phone.change_post(await house.post(bea.id, bea.organisation))
    async with house.platform.database.transaction(bea.organisation) as tx:  # as one opened before
        await tx.execute("update identity.session set vouched_by = null where ended_at is null")
    await phone.change_post(elsewhere)
    await phone.change_post(bea.post)
    async with house.platform.database.transaction(host) as tx:
        await people.set_end(tx, there, ends_at=None)
    answer = await phone.change_post(there, expect=403)
    assert answer.json()["code"] == "identity.no_post"


async def test_a_provider_of_where_he_helps_does_not_vouch_for_him_at_home(
    house: House, provider: RunningProvider, bea: Someone
) -> None:
    ann = await house.someone(await house.organisation())
    there, phone = await lent(house, ann, bea.organisation), await house.enrolled(ann)
    subject = str(uuid4())
    async with house.platform.database.transaction(bea.organisation) as tx:
        await tx.execute(
            """insert into identity.subject (organisation_id, issuer, subject, person_id, linked_at)
               values (focus.must_scope(), $1, $2, $3, now())""",
            provider.issuer, subject, ann.id,
        )  # fmt: skip
    await provider.tell(subject=subject, acr="phr", amr=["hwk", "mfa"])
    opened = await sign_in(house, provider, phone, bea.organisation)
    assert (opened.status_code, opened.json().get("post")) == (200, str(there))
    for post in (ann.post, await lent(house, ann, await house.organisation())):
        answer = await phone.change_post(post, expect=403)
        assert answer.json()["code"] == "identity.no_post"


async def test_an_organisation_without_a_provider_says_so(
    house: House, provider: RunningProvider, ann: Someone
) -> None:
    refused = await sign_in(house, provider, await house.enrolled(ann), ann.organisation)
    assert (refused.status_code, refused.json()["code"]) == (404, "identity.provider_none")


def test_no_setting_makes_a_password_enough() -> None:
    careless = OidcProvider(
        issuer="https://id.example",
        client_id="x",
        accepted_acr=("urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport", "0", "pwd"),
        accepted_amr=("pwd", "pwd otp mfa", ""),
    )
    for acr in careless.accepted_acr:
        assert not strong({"acr": acr}, careless)
    assert not strong({"amr": ["pwd", "otp", "mfa"]}, careless)
    assert not strong({"amr": []}, careless)

"""Through the organisation's own provider: a real one, in a real browser, from the app and back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import pytest
from playwright.async_api import Browser, expect

from focus.core.identity.providing import keep_secret
from focus.core.identity.settings import IdentitySettings, OidcProvider
from focus.core.outside import Outside
from tests.identity.house import House, Someone
from tests.identity.oidc_provider import SECRET, RunningProvider, provider_running
from tests.scenarios.house import enrol, house_served
from tests.scenarios.screen import PHONE, Screen, screen_of
from tests.support.server import free_port


@pytest.fixture(scope="module")
def origin() -> str:
    return f"http://localhost:{free_port()}"


@pytest.fixture(scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory, origin: str) -> AsyncIterator[House]:
    async with house_served(tmp_path_factory.mktemp("house"), port=int(origin.rpartition(":")[2])) as house:
        yield house


@pytest.fixture(scope="module")
async def provider(origin: str) -> AsyncIterator[RunningProvider]:
    async with provider_running(return_to=f"{origin}/sign-in/return") as running:
        yield running


@pytest.fixture
async def bea(house: House, provider: RunningProvider) -> Someone:
    """A person of an organisation that signs in through the provider."""
    house.identity.outside = Outside.of(provider.issuer)
    own = OidcProvider(issuer=provider.issuer, client_id="focus")
    zone = await house.organisation(IdentitySettings(provider=own))
    who = await house.someone(zone)
    async with house.platform.database.transaction(zone) as tx:
        await keep_secret(house.identity, tx, own, SECRET, by=who.id)
    return who


@pytest.fixture
async def phone(browser: Browser, house: House, bea: Someone, origin: str) -> AsyncIterator[Screen]:
    """Bea's phone, enrolled and signed out."""
    async with screen_of(browser, origin, **PHONE) as screen:
        await enrol(screen, house, bea)
        yield screen


async def code_of(house: House, who: Someone) -> str:
    async with house.platform.database.unscoped() as tx:
        found = await tx.fetchval(
            "select code from organisations.directory() where organisation_id = $1", who.organisation
        )
    return str(found)


async def go_to_provider(
    phone: Screen, house: House, provider: RunningProvider, who: Someone, **told: Any
) -> None:
    """From the sign-in page to the page of the provider."""
    attested = {"subject": str(uuid4()), "email": who.email, "acr": "phr", **told}
    await provider.tell(asks=True, **attested)
    await phone.button("Aanmelden via uw organisatie")
    await phone.page.get_by_label("Code van uw organisatie").fill(await code_of(house, who))
    await phone.button("Ga verder bij uw organisatie")
    await phone.sees_heading("Zone ID")


async def says(phone: Screen, text: str) -> None:
    """The sign-in page is there, and says this."""
    await phone.sees_heading("Meld u aan")
    await expect(phone.page.get_by_role("alert")).to_contain_text(text)


async def test_somebody_who_signs_in_at_his_provider_comes_back_signed_in(
    phone: Screen, house: House, provider: RunningProvider, bea: Someone
) -> None:
    await go_to_provider(phone, house, provider, bea)
    await phone.page.get_by_text("Sign in here").tap()
    await phone.sees_heading("Vandaag")


async def test_nothing_that_the_provider_sent_stays_in_the_address(
    phone: Screen, house: House, provider: RunningProvider, bea: Someone
) -> None:
    await go_to_provider(phone, house, provider, bea)
    await phone.page.get_by_text("Sign in here").tap()
    await phone.sees_heading("Vandaag")
    assert phone.page.url == f"{phone.origin}/"


async def test_a_session_from_the_provider_outlives_a_reload(
    phone: Screen, house: House, provider: RunningProvider, bea: Someone
) -> None:
    await go_to_provider(phone, house, provider, bea)
    await phone.page.get_by_text("Sign in here").tap()
    await phone.sees_heading("Vandaag")
    await phone.page.reload()
    await phone.sees_heading("Vandaag")


async def test_who_turns_back_at_the_provider_reads_so_and_may_try_again(
    phone: Screen, house: House, provider: RunningProvider, bea: Someone
) -> None:
    await go_to_provider(phone, house, provider, bea)
    await phone.page.get_by_text("Cancel").tap()
    await says(phone, "U bent niet aangemeld bij uw organisatie. Probeer opnieuw.")
    await go_to_provider(phone, house, provider, bea)
    await phone.page.get_by_text("Sign in here").tap()
    await phone.sees_heading("Vandaag")


async def test_a_password_at_the_provider_is_refused_in_words(
    phone: Screen, house: House, provider: RunningProvider, bea: Someone
) -> None:
    await go_to_provider(phone, house, provider, bea, acr="1", amr=["pwd"])
    await phone.page.get_by_text("Sign in here").tap()
    await says(phone, "De aanmelding van uw organisatie was niet sterk genoeg")


async def test_an_answer_that_another_tab_asked_for_is_refused(
    phone: Screen, house: House, provider: RunningProvider, bea: Someone
) -> None:
    await go_to_provider(phone, house, provider, bea)
    other = Screen(await phone.context.new_page(), phone.origin, touch=True)
    await other.page.goto(phone.page.url)
    await other.page.get_by_text("Sign in here").tap()
    await says(other, "Deze aanmelding is niet in dit venster begonnen")


async def test_an_answer_is_good_once(
    phone: Screen, house: House, provider: RunningProvider, bea: Someone
) -> None:
    answers: list[str] = []
    phone.page.on("framenavigated", lambda frame: answers.append(frame.url))
    await go_to_provider(phone, house, provider, bea)
    await phone.page.get_by_text("Sign in here").tap()
    await phone.sees_heading("Vandaag")
    again = next(url for url in answers if "/sign-in/return?" in url)
    await phone.page.goto(f"{phone.origin}/me")
    await phone.button("Meld af")
    await phone.sees_heading("Meld u aan")
    await phone.page.goto(again)
    await says(phone, "Deze aanmelding is niet in dit venster begonnen")


async def test_a_device_that_is_not_enrolled_is_told_so_before_it_leaves(
    browser: Browser, house: House, origin: str
) -> None:
    async with screen_of(browser, origin, **PHONE) as phone:
        await phone.page.goto(origin)
        await phone.button("Aanmelden via uw organisatie")
        await phone.sees("Dat kan pas als dit toestel ingeschreven is")


async def test_an_organisation_without_a_provider_says_so(phone: Screen, house: House, bea: Someone) -> None:
    other = await house.someone(await house.organisation())
    await phone.button("Aanmelden via uw organisatie")
    await phone.page.get_by_label("Code van uw organisatie").fill(await code_of(house, other))
    await phone.button("Ga verder bij uw organisatie")
    await says(phone, "Deze organisatie heeft geen eigen aanmelding.")

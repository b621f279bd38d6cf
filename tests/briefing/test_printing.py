"""Field asks, Briefing 9: paper says what the item says, word for word, in three languages."""

from __future__ import annotations

import io
from typing import Any
from uuid import UUID

import pytest
from pypdf import PdfReader

from focus.core.ids import new_id
from focus.modules.briefing.records import Audience, Contact, Draft, Subject
from tests.briefing.zone import Member, Zone, content
from tests.identity.phone import Phone

TEXTS = {
    "nl": "Man, ± 40 jaar, één meter tachtig.\nVluchtte „rechtsomkeert” richting Ringlaan; fluovest.",
    "fr": "Homme d’environ 40 ans, vêtu d’un gilet à l’effigie « Forêt ».\nÀ vélo, s’est enfui vers l’école.",
    "de": "Mann, etwa 40 Jahre, größer als üblich.\nFlüchtete über die Brücke; „Vorsicht“, hat ein Messer.",
}
TRICKY = "#sys.inputs *vet* _schuin_ $x^2$ [haak] \\ einde @ref <label> // weg"


def words(answer: Any) -> str:
    """The text of a PDF, its lines joined."""
    assert answer.headers["content-type"] == "application/pdf"
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def plain(text: str) -> str:
    return " ".join(text.split())


async def printed(phone: Phone, item: UUID) -> str:
    answer = await phone.call("GET", f"/api/briefing/print/{item}")
    assert answer.status_code == 200, answer.text
    return words(answer)


@pytest.fixture
async def phone(zone: Zone) -> Phone:
    return await zone.house.signed_in(await zone.house.someone(zone.id))


def written(language: str) -> Draft:
    return content(
        f"Titel {language}: Wie herkent deze man?",
        language=language,
        text=TEXTS[language],
        expected="Niet aanhouden, volgen op afstand",
        place="Ringlaan 12, Lindebeek",
        source="Parket Lindevallei, LI.30.F1.001/26",
        contact=Contact(name="Hanne Proef", phone="+3214000000"),
        subjects=(Subject(kind="vehicle", plate="1-ABC-123", described="grijze bestelwagen"),),
    )


@pytest.mark.parametrize("language", TEXTS)
async def test_9_the_text_of_the_paper_is_the_text_of_the_item(
    desk: Member, phone: Phone, language: str
) -> None:
    draft = written(language)
    paper = await printed(phone, await desk.publish(draft))
    said = (
        draft.title,
        draft.text,
        draft.expected,
        draft.place,
        draft.source,
        draft.contact.name,
        draft.contact.phone,
        "1-ABC-123",
        "grijze bestelwagen",
    )
    assert [one for one in map(plain, said) if one not in paper] == []


async def test_what_looks_like_markup_is_printed_as_it_is_written(desk: Member, phone: Phone) -> None:
    paper = await printed(phone, await desk.publish(content(TRICKY, text=TRICKY)))
    assert paper.count(TRICKY) == 2


async def test_a_long_item_is_printed_to_its_last_word(desk: Member, phone: Phone) -> None:
    text = " ".join(f"woord{n}" for n in range(440))
    assert text in await printed(phone, await desk.publish(content(text=text)))


async def test_the_roll_call_is_printed_in_its_order(desk: Member, phone: Phone) -> None:
    await desk.publish(content("Gewoon bericht"))
    await desk.publish(content("Dringend bericht", priority="urgent"))
    answer = await phone.call("GET", "/api/briefing/print-roll-call")
    paper = words(answer)
    assert 0 < paper.index("Dringend bericht") < paper.index("Gewoon bericht")


async def test_the_log_says_who_printed_what(zone: Zone, desk: Member, phone: Phone) -> None:
    item = await desk.publish()
    await printed(phone, item)
    (event,) = await zone.log("briefing.ItemPrinted")
    assert event.what["items"] == [str(item)]


async def test_what_is_not_for_somebody_is_not_printed(zone: Zone, desk: Member, phone: Phone) -> None:
    hidden = await desk.publish(content(audience=Audience(units=(await zone.unit("NORTH"),))))
    for item in (hidden, new_id()):
        answer = await phone.call("GET", f"/api/briefing/print/{item}")
        assert (answer.status_code, answer.json()["code"]) == (404, "briefing.item_unknown")
    proof = phone.proof("GET", "/api/briefing/print-roll-call", b"")
    answer = await phone.call("GET", "/api/briefing/print-roll-call?unit=x", proof=proof)
    assert answer.status_code == 404

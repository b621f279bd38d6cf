"""What the field may offer: own questions where the organisation lets it, and never what a source holds."""

from __future__ import annotations

from tests.search.lookups.desk import CAR, MAN, Desk


async def test_own_last_questions_may_be_offered_unless_the_organisation_says_no(desk: Desk) -> None:
    lotte = await desk.officer()
    answer = await lotte.get("/api/search/question-box")
    assert (answer.status, answer.body["recent"]) == (200, True)


async def test_kinds_that_an_open_source_takes_may_be_offered(desk: Desk) -> None:
    answer = await (await desk.officer()).get("/api/search/question-box")
    assert {"plate", "national_number", "name_birth"} <= set(answer.body["kinds"])


async def test_reading_a_question_asks_no_source(desk: Desk) -> None:
    lotte = await desk.officer()
    await desk.quiet()
    before = desk.started()
    for question in (CAR, MAN, "Verlinden, Jeroen 30/07/1985"):
        assert (await lotte.post("/api/search/understand", {"question": question})).status == 200
    assert desk.started() == before


async def test_a_reading_holds_nothing_but_what_was_typed(desk: Desk) -> None:
    read = await (await desk.officer()).post("/api/search/understand", {"question": "2-ZKV-318"})
    facts = read.body["readings"][0]["facts"]
    assert facts == {"plate": "2ZKV318", "plate_dashed": "2-ZKV-318", "country": "B"}

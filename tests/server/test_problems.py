"""Failures: problem details in the language of who asked, and silence about the inside."""

from __future__ import annotations

import logging

import pytest

from focus.core.ids import new_id
from focus.core.texts import LANGUAGES
from tests.support.device import Answer
from tests.support.station import Station, somebody

NOTE = "Grietje Geheim, 85.07.30-033-28"


async def break_down(station: Station, language: str = "en") -> Answer:
    who = somebody("lockers.use", language=language)
    return await station.ask(
        "POST", "/api/lockers/break-down", {"item": str(new_id()), "note": NOTE}, who=who
    )


async def test_a_problem_has_the_form_of_rfc_9457(station: Station) -> None:
    answer = await station.ask("GET", "/api/lockers/items")
    assert answer.headers["content-type"] == "application/problem+json"
    assert {key: answer.body[key] for key in ("type", "status", "code")} == {
        "type": "urn:focus:problem:doorman.signed_out",
        "status": 401,
        "code": "doorman.signed_out",
    }


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_problem_speaks_the_language_of_the_browser(station: Station, language: str) -> None:
    answer = await station.ask("GET", "/api/lockers/items", accept_language=f"{language}-BE,en;q=0.5")
    assert answer.body["title"] == f"doorman {language}: signed out"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_problem_speaks_the_language_of_the_person_first(station: Station, language: str) -> None:
    who = somebody("lockers.use", language=language)
    content = {"item": str(new_id()), "note": "x"}
    answer = await station.ask("POST", "/api/lockers/put-in-too-much", content, who=who, accept_language="en")
    assert answer.body["title"] == f"The locker 7 is full ({language})."


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("", "nl"),
        ("zh-CN,zh", "nl"),
        ("lb,fr;q=0.9,en;q=0.8", "fr"),
        ("*", "nl"),
        ("DE", "de"),
        ("\xe9", "nl"),
    ],
)
async def test_a_language_that_there_is_not_becomes_the_next_or_dutch(
    station: Station, accepted: str, expected: str
) -> None:
    answer = await station.ask("GET", "/api/lockers/hello", accept_language=accepted)
    assert answer.body["language"] == expected


@pytest.mark.parametrize("language", LANGUAGES)
async def test_fields_and_unknown_paths_are_translated(station: Station, language: str) -> None:
    texts = station.platform.texts
    fields = await station.ask("POST", "/api/lockers/label", {}, accept_language=language)
    nowhere = await station.ask("GET", "/api/nowhere", accept_language=language)
    assert fields.body["fields"][0]["message"] == texts.get(language, "error-core-field-missing")
    assert nowhere.body["title"] == texts.get(language, "error-core-not-found")


async def test_parameters_of_a_problem_reach_the_client(station: Station) -> None:
    content = {"item": str(new_id()), "note": "x"}
    answer = await station.ask("POST", "/api/lockers/put-in-too-much", content, who=somebody("lockers.use"))
    assert (answer.status, answer.body["params"]) == (409, {"locker": 7})


async def test_an_unexpected_failure_says_nothing_of_the_inside(station: Station) -> None:
    answer = await break_down(station)
    assert answer.status == 500 and set(answer.body) == {"type", "title", "status", "code", "incident"}
    assert NOTE not in str(answer) and "digest" not in str(answer) and "Error" not in str(answer)


async def test_an_unexpected_failure_names_its_log_line(
    station: Station, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = await break_down(station)
    assert answer.body["incident"] in caplog.text and "RuntimeError" in caplog.text


async def test_an_unexpected_failure_logs_no_value(
    station: Station, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        await break_down(station)
    assert caplog.text and "Grietje" not in caplog.text and "85.07.30" not in caplog.text


async def test_a_failure_of_the_database_quotes_no_row(
    station: Station, caplog: pytest.LogCaptureFixture
) -> None:
    """PostgreSQL names the key that exists already, with its values."""
    who, content = somebody("lockers.use"), {"item": str(new_id()), "note": NOTE}
    await station.ask("POST", "/api/lockers/put-in", content, who=who)
    with caplog.at_level(logging.DEBUG):
        answer = await station.ask("POST", "/api/lockers/put-in", content, who=who)
    assert answer.status == 500
    assert content["item"] not in str(answer) and content["item"] not in caplog.text


async def test_no_answer_of_the_api_may_be_kept(station: Station) -> None:
    who = somebody("lockers.use")
    answers = [
        await station.ask("GET", "/api/lockers/items", who=who),
        await station.ask("GET", "/api/lockers/items"),
        await station.ask("GET", "/api/nowhere"),
        await station.ask("POST", "/api/lockers/wake", who=who),
    ]
    assert {answer.headers.get("cache-control") for answer in answers} == {"no-store"}

"""The world's yente keeps to the documented API."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

IVAN = {"schema": "Person", "properties": {"name": ["Ivan Petrov"], "birthDate": ["1981-12-05"]}}


async def match(http: aiohttp.ClientSession, query: str = "", **queries: Any) -> tuple[int, dict[str, Any]]:
    async with http.post(f"/yente/match/default{query}", json={"queries": queries}) as answer:
        return answer.status, await answer.json()


async def get(http: aiohttp.ClientSession, path: str) -> tuple[int, dict[str, Any]]:
    async with http.get(f"/yente{path}") as answer:
        return answer.status, await answer.json()


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
async def test_it_says_that_it_is_well(http: aiohttp.ClientSession, path: str) -> None:
    assert await get(http, path) == (200, {"status": "ok"})


async def test_it_names_its_algorithms_and_datasets(http: aiohttp.ClientSession) -> None:
    (_, algorithms), (_, catalog) = await get(http, "/algorithms"), await get(http, "/catalog")

    names = [algorithm["name"] for algorithm in algorithms["algorithms"]]
    assert algorithms["default"] in names and algorithms["best"] in names
    assert [dataset["name"] for dataset in catalog["datasets"]] == catalog["current"] == ["lv_sanctions"]


async def test_a_batch_is_answered_query_by_query(http: aiohttp.ClientSession) -> None:
    nobody = {"schema": "Person", "properties": {"name": "Zzyzx Qwghlm"}}
    status, body = await match(http, ivan=IVAN, nobody=nobody)

    assert (status, sorted(body), body["limit"]) == (200, ["limit", "matcher", "responses"], 5)
    ivan, none = body["responses"]["ivan"], body["responses"]["nobody"]
    assert (ivan["status"], ivan["total"]["relation"], none["results"]) == (200, "eq", [])
    best = ivan["results"][0]
    assert (best["id"], best["match"], best["score"]) == ("lv-ivan", True, 1.0)
    assert set(best["features"]) <= set(body["matcher"])


async def test_the_threshold_decides_what_is_a_match_and_the_cutoff_what_is_told(
    http: aiohttp.ClientSession,
) -> None:
    near = {"schema": "Person", "properties": {"name": ["Ivan Petrow"]}}
    _, strict = await match(http, "?threshold=0.99&cutoff=0.5", q=near)
    _, cut = await match(http, "?threshold=0.99&cutoff=0.99", q=near)

    assert [r["match"] for r in strict["responses"]["q"]["results"] if r["id"] == "lv-ivan"] == [False]
    assert cut["responses"]["q"]["results"] == []


@pytest.mark.parametrize(
    ("query", "queries", "status"),
    [
        ("?algorithm=astrology", {"q": IVAN}, 400),
        ("", {}, 400),
        ("", {"q": {"schema": "Unicorn", "properties": {}}}, 400),
        ("", {"q": {"schema": "Person"}}, 422),
        ("?limit=many", {"q": IVAN}, 422),
        ("?limit=501", {"q": IVAN}, 422),
        ("?algorithm=best", {"q": IVAN}, 200),
    ],
)
async def test_a_wrong_question_is_refused_as_documented(
    http: aiohttp.ClientSession, query: str, queries: dict[str, Any], status: int
) -> None:
    said, body = await match(http, query, **queries)

    assert (said, "detail" in body) == (status, status != 200)


async def test_a_dataset_that_is_not_there_is_not_found(http: aiohttp.ClientSession) -> None:
    assert await get(http, "/search/elsewhere?q=x") == (404, {"detail": "No such dataset."})


async def test_a_search_has_pages_and_facets(http: aiohttp.ClientSession) -> None:
    _, all_ = await get(http, "/search/default?q=CB1234AB&schema=Vehicle")
    _, none = await get(http, "/search/default?q=CB1234AB&schema=Vehicle&countries=fr")
    _, second = await get(http, "/search/default?q=CB1234AB&schema=Vehicle&offset=1")

    assert ([r["id"] for r in all_["results"]], all_["total"]["value"]) == (["lv-car"], 1)
    assert all_["facets"]["countries"]["values"] == [{"name": "bg", "label": "bg", "count": 1}]
    assert (none["results"], second["results"], second["offset"]) == ([], [], 1)


async def test_an_entity_is_had_by_its_id(http: aiohttp.ClientSession) -> None:
    status, entity = await get(http, "/entities/lv-ivan")
    missing, _ = await get(http, "/entities/nobody")

    assert (status, entity["schema"], missing) == (200, "Person", 404)

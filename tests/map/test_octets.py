"""A base map's octets in ranges, for who may see the map and nobody else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from focus.modules.map import archives
from focus.modules.map.records import BaseMap
from tests.identity.house import House
from tests.identity.phone import Phone
from tests.map.conftest import archive


@pytest.fixture
def given(house: House, tmp_path: Path) -> tuple[BaseMap, bytes]:
    file = archive(tmp_path / "a.pmtiles", name="Lindevallei")
    return archives.add(house.platform.settings.home, file), file.read_bytes()


async def asked(phone: Phone, path: str, **headers: str) -> httpx.Response:
    proof = phone.proof("GET", path.partition("?")[0], b"")
    sent = {"authorization": f"DPoP {phone.token}", "dpop": proof, **headers}
    return await phone.http.get(path, headers=sent)


async def test_the_list_says_which_maps_there_are(phone: Phone, given: tuple[BaseMap, bytes]) -> None:
    listed: list[dict[str, Any]] = (await asked(phone, "/api/map/maps")).json()
    assert [one["sha256"] for one in listed] == [given[0].sha256]
    assert listed[0]["octets"] == len(given[1])


@pytest.mark.parametrize(("first", "last"), [(0, 126), (3, 3), (100, 10**9)])
async def test_a_range_is_answered_with_its_octets(
    phone: Phone, given: tuple[BaseMap, bytes], first: int, last: int
) -> None:
    found, content = given
    answer = await asked(phone, f"/api/map/octets/{found.sha256}", range=f"bytes={first}-{last}")
    end = min(last, len(content) - 1)
    assert answer.status_code == 206
    assert answer.content == content[first : last + 1]
    assert answer.headers["content-range"] == f"bytes {first}-{end}/{len(content)}"
    assert answer.headers["etag"] == f'"{found.sha256}"'


async def test_a_range_may_stand_in_the_query(phone: Phone, given: tuple[BaseMap, bytes]) -> None:
    answer = await asked(phone, f"/api/map/octets/{given[0].sha256}?bytes=5-9")
    assert answer.content == given[1][5:10]


async def test_who_has_the_file_is_told_so(phone: Phone, given: tuple[BaseMap, bytes]) -> None:
    tag = f'"{given[0].sha256}"'
    answer = await asked(phone, f"/api/map/octets/{given[0].sha256}", **{"if-none-match": tag})
    assert (answer.status_code, answer.content) == (304, b"")


@pytest.mark.parametrize("wrong", ["bytes=9-5", "bytes=999999999-", "bytes=-5", "lines=1-2", "bytes=0-1,4-5"])
async def test_a_range_that_is_not_there_is_refused(
    phone: Phone, given: tuple[BaseMap, bytes], wrong: str
) -> None:
    answer = await asked(phone, f"/api/map/octets/{given[0].sha256}", range=wrong)
    assert answer.status_code == 416
    assert answer.json()["code"] == "map.range_unsatisfiable"
    assert answer.headers["content-range"] == f"bytes */{len(given[1])}"


async def test_a_map_that_does_not_exist_is_said_to_be_none(phone: Phone) -> None:
    answer = await asked(phone, f"/api/map/octets/{'0' * 64}")
    assert answer.json()["code"] == "map.map_unknown"


async def test_without_a_session_there_is_no_map(house: House, given: tuple[BaseMap, bytes]) -> None:
    assert (await house.http.get(f"/api/map/octets/{given[0].sha256}")).status_code == 401

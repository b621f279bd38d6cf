"""After a scan its picture is in no place: not in the home, the database, the output or a file in passing."""

from __future__ import annotations

import base64
import secrets
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import pytest
from PIL import Image

from focus.core.database import Database
from focus.modules.search.scan.reader import installed
from focus.server.demo import demo_id
from tests.scenarios.papers import card, jpeg
from tests.search.scan.test_documents import LINES
from tests.support.device import Device
from tests.support.server import Served, served

pytestmark = [
    pytest.mark.skipif(not installed(), reason="the extra focus[ocr] is not installed"),
    pytest.mark.slow,
]

TABLES = """
select format('%I.%I', n.nspname, c.relname)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
"""


@dataclass(frozen=True)
class Planted:
    """A picture with a comment that nobody else has."""

    octets: bytes
    comment: bytes

    def traces(self) -> Iterator[bytes]:
        """Pieces of the comment, as they are, in hexadecimal and in base64 of each alignment."""
        for at in range(0, len(self.comment) - 48, 240):
            piece = self.comment[at : at + 48]
            yield piece
            yield piece.hex().encode()
            for shift in range(3):
                whole = base64.b64encode(piece[shift : shift + 42])
                yield from (whole, whole.replace(b"+", b"-").replace(b"/", b"_"))

    def within(self, content: bytes) -> bool:
        """Whether any piece is there."""
        return any(trace in content for trace in self.traces())


def planted(picture: Image.Image | None = None) -> Planted:
    """A picture, otherwise a readable card, with a comment drawn by lot: a piece of it proves its origin."""
    comment = secrets.token_bytes(4_000)
    octets = jpeg(picture or card(LINES, turned=1.0), comment=comment)
    assert comment in octets
    return Planted(octets, comment)


def files_with(picture: Planted, *folders: Path) -> list[str]:
    """Those that hold a piece of the picture."""
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file() and not path.is_symlink() and picture.within(path.read_bytes()):
                found.append(str(path.relative_to(folder)))
    return found


async def rows_with(needle: bytes | Planted, server: Served) -> list[str]:
    """Tables, seen past every policy, whose rows hold it."""
    found = []
    url = server.environment.get("FOCUS_DATABASE_URL")
    async with Database.open(server.home, url) as database:
        owner = await asyncpg.connect(database.url)
        try:
            for (table,) in await owner.fetch(TABLES):
                rows = await owner.fetch(f"select t::text as row from {table} t")
                text = "\n".join(row["row"] for row in rows).encode()
                if needle.within(text) if isinstance(needle, Planted) else needle in text:
                    found.append(table)
        finally:
            await owner.close()
    return found


@pytest.fixture(scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[Served, Path]]:
    """A server with a folder of its own for temporary files."""
    passing = tmp_path_factory.mktemp("passing")
    async with served(tmp_path_factory.mktemp("house") / "focus", TMPDIR=str(passing)) as server:
        yield server, passing


async def scan(server: Served, picture: bytes) -> tuple[int, str]:
    """Status and what was found, or the code of the refusal."""
    device = Device(server.base)
    try:
        await device.continue_as(str(demo_id("person", "lotte.maes")))
        path = "/api/search/scan"
        headers = {**device.headers("POST", path, picture), "content-type": "image/jpeg"}
        async with device.http.post(server.base + path, data=picture, headers=headers) as answer:
            body = await answer.json(content_type=None)
            return answer.status, body.get("found") or body["code"]
    finally:
        await device.close()


async def test_a_picture_that_was_read_is_in_no_place(house: tuple[Served, Path]) -> None:
    server, passing = house
    picture = planted()
    for _ in range(5):  # on a busy machine the reader may be late
        if (said := await scan(server, picture.octets))[0] == 200:
            break
    assert said == (200, "mrz")
    assert files_with(picture, server.home, passing) == []
    assert await rows_with(picture, server) == []


async def test_a_picture_that_was_refused_is_in_no_place(house: tuple[Served, Path]) -> None:
    server, passing = house
    picture = planted(Image.new("L", (5_000, 4_000), 90))
    assert await scan(server, picture.octets) == (413, "search.scan_too_large")
    assert files_with(picture, server.home, passing) == []
    assert await rows_with(picture, server) == []


async def test_the_hunt_would_find_it(house: tuple[Served, Path], tmp_path: Path) -> None:
    server, _ = house
    picture = planted()
    (tmp_path / "raw").write_bytes(b"before" + picture.comment[100:900])
    (tmp_path / "text").write_bytes(b'{"picture": "' + base64.b64encode(picture.octets) + b'"}')
    (tmp_path / "row").write_text("\\x" + picture.octets.hex(), "ascii")
    (tmp_path / "innocent").write_bytes(planted().octets)
    assert sorted(files_with(picture, tmp_path)) == ["raw", "row", "text"]
    assert await rows_with(b"5999", server) != []

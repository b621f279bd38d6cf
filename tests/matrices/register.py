"""A register of plates over HTTP and the file that makes it a source: lookups need something to ask."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web

FILE = """
name = "plates"
short = "DIV"
kind = "rest"
legal = ["KB 20.7.2001"]
data = ["vehicles"]
matters = ["plate"]
deadline_ms = 2000

[title]
nl = "Inschrijvingen"
fr = "Immatriculations"
de = "Zulassungen"
en = "Registrations"

[rest]
base = "http://127.0.0.1:{port}"

[[ask]]
for = ["plate"]
path = "/plates/{{plate}}"
empty_statuses = [404]

[[map]]
type = "vehicle"
each = "found"
id = "plate"
title = "{{plate}}"
identifiers = {{ plate = "plate" }}
"""


async def _plate(request: web.Request) -> web.Response:
    return web.json_response({"found": [{"plate": request.match_info["plate"]}]})


@asynccontextmanager
async def register(folder: Path) -> AsyncIterator[Path]:
    """Serve on a free port; yields the folder of its source file."""
    app = web.Application()
    app.router.add_get("/plates/{plate}", _plate)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plates.toml").write_text(FILE.format(port=port), "utf-8")
    try:
        yield folder
    finally:
        await runner.cleanup()

"""One picture in, what it asks out. The log says that somebody scanned; the picture is in no place."""

from __future__ import annotations

from time import monotonic

import msgspec

from focus.core.gate import Call
from focus.core.registry import Route
from focus.modules.search.lookups import log_entries
from focus.modules.search.scan.documents import ScanRead, document_in
from focus.modules.search.scan.pictures import examined
from focus.modules.search.scan.reader import READER, Reader, installed

SCANNED = "search.PictureScanned"
LARGEST = 2_000_000


class Ready(msgspec.Struct, frozen=True):
    """`reads`: false without the extra `focus[ocr]`; typing is the way then."""

    reads: bool


def reader_of(call: Call) -> Reader:
    """This process's reader of pictures."""
    return call.platform.service(READER)


async def scan(call: Call) -> ScanRead:
    """Read a machine readable zone or a plate from one JPEG of at most 2 MB; nobody is asked yet."""
    jpeg = examined(call.raw)
    began = monotonic()
    read = document_in(await reader_of(call).lines(jpeg, of=call.who.organisation_id))
    what = {"found": read.found, "octets": len(jpeg), "took_ms": round((monotonic() - began) * 1000)}
    await call.platform.log.commit_now(log_entries.entry(call.who, SCANNED, what))
    return read


async def ready(call: Call) -> Ready:
    """Make ready while the officer aims; says whether this server reads pictures."""
    reader_of(call).wake()
    return Ready(reads=installed())


ROUTES = (
    Route("POST", "/api/search/scan", scan, needs="search.ask", answer=ScanRead, body_limit=LARGEST),
    Route("POST", "/api/search/scan-ready", ready, needs="search.ask", answer=Ready),
)

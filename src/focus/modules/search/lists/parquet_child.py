"""Reads a Parquet file from its standard input and writes its rows to its standard output.

Started by `parquet`, never imported by the server. Before it looks at the file it shuts itself
(`focus.core.confined`).
"""

from __future__ import annotations

import importlib
import sys
import zoneinfo
from collections.abc import Callable, Iterator
from typing import IO, Any, Final

import msgspec

from focus.core.confined import Limits, leave_network, shut

LIMITS: Final = Limits(memory=1_500_000_000, cpu_s=1_800, wall_s=3_600)
"""Of a file: a group of its rows is unpacked at once."""
Read = Callable[[IO[bytes]], Iterator[dict[str, Any]]]


def main(load: Callable[[], Read]) -> None:
    """Each row, then `end`; or `fault` with what is wrong. `load` imports what reads."""
    read, zones = load(), _zones()
    shut(LIMITS, namespace=leave_network(), keep={0})
    try:
        for row in read(sys.stdin.buffer):
            _say({"row": row})
    except BaseException as problem:
        # The reader's own code panics over a broken file, which is no Exception.
        _say({"fault": f"{type(problem).__name__}: {problem}"[:300]})
        return
    _say({"end": len(zones)})


def parquet() -> Read:
    """A reader of Parquet, and what it would import only when a column asks for it."""
    for late in ("arro3.core", "datetime", "decimal"):
        importlib.import_module(late)
    from arro3.io import read_parquet

    def rows(file: IO[bytes]) -> Iterator[dict[str, Any]]:
        batches: Any = read_parquet(file)
        for batch in batches:
            names = batch.schema.names
            columns = [[value.as_py() for value in batch.column(at)] for at in range(len(names))]
            for values in zip(*columns, strict=True):
                yield dict(zip(names, values, strict=True))

    return rows


def _zones() -> list[zoneinfo.ZoneInfo]:
    """All that there are, held so that no file is opened for one: a column of moments may name any."""
    return [zoneinfo.ZoneInfo(name) for name in sorted(zoneinfo.available_timezones())]


def _say(what: Any) -> None:
    octets = msgspec.msgpack.encode(what, enc_hook=str)
    sys.stdout.buffer.write(len(octets).to_bytes(4, "big") + octets)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(parquet)

"""Rows of a Parquet file, read by a process of its own in a shut room: what it uses is bounded."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final

import msgspec

from focus.core.confined import bare, command

_CHILD: Final = "focus.modules.search.lists.parquet_child"
_LONGEST_S: Final = 3_600.0
"""Of the whole file; then the process is ended."""


class NoParquet(Exception):
    """The file cannot be read within what it may use."""


def rows(file: Path, *, child: str = _CHILD) -> Iterator[dict[str, Any]]:
    """Row by row. `child`: the module that reads. Raises `NoParquet`."""
    with file.open("rb") as octets, _running(octets, child) as process:
        assert process.stdout is not None
        decode = msgspec.msgpack.Decoder().decode
        while piece := _piece(process.stdout):
            said = decode(piece)
            if "row" not in said:
                if "end" in said:
                    return
                raise NoParquet(str(said.get("fault", ""))[:200])
            yield said["row"]
        raise NoParquet(f"its reader was ended ({process.wait()}): too large, or broken")


@contextmanager
def _running(octets: IO[bytes], child: str) -> Iterator[subprocess.Popen[bytes]]:
    """Without our environment, where secrets are; it gets the open file, and can open none."""
    with subprocess.Popen(  # noqa: S603 - our own program
        command(child),
        stdin=octets,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=bare(),
    ) as process:
        late = threading.Timer(_LONGEST_S, process.kill)
        late.daemon = True
        late.start()
        try:
            yield process
        finally:
            late.cancel()
            process.kill()


def _piece(stream: IO[bytes]) -> bytes:
    size = stream.read(4)
    return stream.read(int.from_bytes(size, "big")) if len(size) == 4 else b""

"""Rows of a Parquet file, read by a process of its own: what it uses is bounded, it sees nothing of ours."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final

import msgspec

_CHILD: Final = Path(__file__).with_name("parquet_child.py")
_LONGEST_S: Final = 3_600.0
"""Of the whole file; then the process is ended."""


class NoParquet(Exception):
    """The file cannot be read within what it may use."""


def rows(file: Path) -> Iterator[dict[str, Any]]:
    """Row by row. Raises `NoParquet`."""
    with _running(str(file)) as process:
        assert process.stdout is not None
        decode = msgspec.msgpack.Decoder().decode
        while octets := _piece(process.stdout):
            said = decode(octets)
            if "row" not in said:
                if "end" in said:
                    return
                raise NoParquet(str(said.get("fault", ""))[:200])
            yield said["row"]
        raise NoParquet(f"its reader was ended ({process.wait()}): too large, or broken")


def surroundings() -> dict[str, Any]:
    """What such a process sees of the machine: for the operator, and for tests."""
    with _running("--surroundings") as process:
        assert process.stdout is not None
        found: dict[str, Any] = msgspec.msgpack.decode(_piece(process.stdout))
        return found


@contextmanager
def _running(argument: str) -> Iterator[subprocess.Popen[bytes]]:
    """Without our environment, where secrets are."""
    command = [sys.executable, "-I", str(_CHILD), argument]
    with subprocess.Popen(  # noqa: S603 - our own program
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": "/usr/bin:/bin", "RAYON_NUM_THREADS": "1", "TOKIO_WORKER_THREADS": "1"},
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

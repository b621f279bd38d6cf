"""Reads a Parquet file and writes its rows to its standard output; started by `parquet`, never imported.

It imports nothing of FOCUS. Before it touches the file it gives up what it does not need: memory over 1.5 GB,
more than half an hour of computing, writing files, and, where the machine lets it, the network.
"""

from __future__ import annotations

import ctypes
import os
import resource
import sys
from typing import Any

import msgspec

MEMORY = 1_500_000_000
"""Bytes of address space."""
CPU_S = 1_800
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000


def main(argument: str) -> None:
    """Each row, then `end`; or `fault` with what is wrong."""
    network = _without_network()
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_S),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    if argument == "--surroundings":
        _say({"environment": sorted(os.environ), "memory": MEMORY, "cpu": CPU_S, "network": network})
        return
    try:
        _rows(argument)
    except BaseException as problem:
        # The reader's own code panics over a broken file, which is no Exception.
        _say({"fault": f"{type(problem).__name__}: {problem}"[:300]})
        return
    _say({"end": True})


def _rows(file: str) -> None:
    from arro3.io import read_parquet

    batches: Any = read_parquet(file)
    for batch in batches:
        names = batch.schema.names
        columns = [[value.as_py() for value in batch.column(at)] for at in range(len(names))]
        for values in zip(*columns, strict=True):
            _say({"row": dict(zip(names, values, strict=True))})


def _without_network() -> str:
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        cut = libc.unshare(_NEW_USER | _NEW_NET) == 0
    except (OSError, AttributeError):
        cut = False
    return "none" if cut else "not cut off: the machine does not allow it"


def _say(what: Any) -> None:
    octets = msgspec.msgpack.encode(what, enc_hook=str)
    sys.stdout.buffer.write(len(octets).to_bytes(4, "big") + octets)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(sys.argv[1])

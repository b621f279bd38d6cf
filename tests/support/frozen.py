"""Processes that hang: stopped by a signal, and going on afterwards."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress


@contextmanager
def frozen(processes: Iterable[int]) -> Iterator[None]:
    """Stop these for as long as the block runs. One that has just ended by itself is none to stop."""
    stopped: list[int] = []
    try:
        for process in processes:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGSTOP)
                stopped.append(process)
        yield
    finally:
        for process in stopped:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGCONT)

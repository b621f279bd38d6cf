"""A hang names itself: when a test passes its limit, every task of asyncio is written with where it waits.

The limit is pytest-timeout's (`timeout` in pyproject.toml, `@pytest.mark.timeout` for exceptions); it counts
set-up and teardown too, so that a session's fixtures that do not end are the last test's. It fails that test
and the run goes on. A process that cannot even do that ends itself, with the stacks of all its threads.
"""

from __future__ import annotations

import asyncio
import faulthandler
import gc
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import AsyncGeneratorType, CoroutineType, GeneratorType
from typing import Any

import pytest

GRACE_S = 15.0
"""From a test's limit to the end of its process, when the limit could not end the test."""
END_S = 45.0
"""From the last test to the end of the process."""
EARLY_S = 0.2
"""So long before its limit a test's tasks are written: they are gone afterwards."""
NAMED_S = 110.0
"""A test that may take longer is named by then all the same, and goes on."""

_timers: list[threading.Timer] = []


@pytest.hookimpl(tryfirst=True, optionalhook=True)
def pytest_timeout_set_timer(item: pytest.Item, settings: Any) -> None:
    """Beside pytest-timeout's own timer, which this leaves to it by returning None."""
    pytest_timeout_cancel_timer()
    if not settings.timeout or settings.timeout <= 0:
        return
    early = min(max(settings.timeout - EARLY_S, 0.1), NAMED_S)
    _begin(early, _tell, item, early, settings.timeout)
    _begin(settings.timeout + GRACE_S, _give_up, item)


@pytest.hookimpl(tryfirst=True, optionalhook=True)
def pytest_timeout_cancel_timer() -> None:
    """The test ended in time."""
    while _timers:
        _timers.pop().cancel()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Whatever still runs now has `END_S`; then the process ends with the stacks of its threads."""
    if hasattr(session.config, "workerinput"):
        return  # a worker that is done waits for the others; who distributes ends it, and has this limit
    faulthandler.dump_traceback_later(END_S, exit=True, file=sys.__stderr__)


def _begin(seconds: float, what: Any, *arguments: Any) -> None:
    timer = threading.Timer(seconds, what, arguments)
    timer.daemon = True
    timer.start()
    _timers.append(timer)


def _tell(item: pytest.Item, seconds: float, limit: float) -> None:
    """Its tasks, on the terminal itself: the report of a test that never ends is never written."""
    with _uncaptured(item):
        said = f"\n{item.nodeid} still runs after {seconds:.0f} s (limit: {limit:.0f} s)."
        os.write(2, f"{said} Tasks of asyncio:\n{tasks()}".encode())


def _give_up(item: pytest.Item) -> None:
    """The limit did not end it: it blocks where no signal comes through, or swallows what it is told."""
    with _uncaptured(item):
        said = f"\n{item.nodeid} did not end {GRACE_S:.0f} s after its limit, so this process ends."
        os.write(2, f"{said}\n{tasks()}".encode())
        faulthandler.dump_traceback(file=2, all_threads=True)
        os._exit(3)


@contextmanager
def _uncaptured(item: pytest.Item) -> Iterator[None]:
    capture = item.config.pluginmanager.getplugin("capturemanager")
    if capture is not None:
        capture.suspend_global_capture()
    yield
    if capture is not None:
        capture.resume_global_capture()


def tasks() -> str:
    """Every task that is not done, of every loop: its name and the places where it waits, outermost first."""
    found = [one for one in gc.get_objects() if isinstance(one, asyncio.Task) and not one.done()]
    lines = []
    for task in found:
        lines.append(f"  {task.get_name()}")
        lines += [f"    {place}" for place in waits_at(task.get_coro())]
    return "\n".join(lines) + "\n" if lines else "  none\n"


def waits_at(awaited: Any) -> Iterator[str]:
    """`file:line name` of each coroutine or generator that is awaited, the outermost first."""
    while awaited is not None:
        kind = next((kind for kind in ("cr", "gi", "ag") if hasattr(awaited, f"{kind}_frame")), None)
        if kind is None:
            # What `__await__` and `__anext__` give is a wrapper without a frame.
            awaited = next(filter(_has_frame, gc.get_referents(awaited)), None)
            continue
        frame = getattr(awaited, f"{kind}_frame")
        if frame is None:
            return
        yield f"{frame.f_code.co_filename}:{frame.f_lineno} {frame.f_code.co_qualname}"
        awaited = getattr(awaited, "gi_yieldfrom" if kind == "gi" else f"{kind}_await")


def _has_frame(found: object) -> bool:
    return isinstance(found, CoroutineType | GeneratorType | AsyncGeneratorType)

"""`focus list load` and `focus list status`: for those who keep an installation's lists."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TextIO

from focus.core import clock
from focus.core.database import Database
from focus.modules.search.lists import store
from focus.modules.search.lists.keeping import due, lists_of, without_index
from focus.modules.search.lists.loading import Loader, Outcome
from focus.modules.search.lists.source import ListSource
from focus.modules.search.sources.durations import duration
from focus.modules.search.sources.protocol import Source

SHOWN_BAD = 10
_TELL_S = 2.0


async def load_command(
    database: Database,
    sources: Sequence[Source],
    *,
    name: str = "",
    again: bool = False,
    dry: bool = False,
    out: TextIO | None = None,
) -> int:
    """Load one list, or without a name those that are due. 0 when none was refused or failed.

    `dry`: only say what would be loaded and what lost; 0 when nothing would be.
    """
    to = out or sys.stdout
    lists = await lists_of(database, sources)
    chosen = [each for each in lists if each.config.name == name] if name else await due(database, lists)
    if name and not chosen:
        known = ", ".join(each.config.name for each in lists) or "none"
        to.write(f"no list is called {name}; there are: {known}\n")
        return 2
    if dry:
        return max([await _rehearse(database, source, to) for source in chosen], default=0)
    for source in await without_index(database, lists):
        await Loader(database, source.config, source.settings, source.scope).index()
    bad = 0
    for source in chosen:
        loader = Loader(database, source.config, source.settings, source.scope)
        outcome = await loader.load(again=again, told=_progress(source.config.name, to))
        await _tell(database, source, outcome, to)
        bad += outcome.state in ("refused", "failed")
    return 1 if bad else 0


async def _rehearse(database: Database, source: ListSource, to: TextIO) -> int:
    name = source.config.name
    loader = Loader(database, source.config, source.settings, source.scope)
    outcome, bad = await loader.rehearse()
    for line, reason in bad:
        to.write(f"{name}: line {line}: {reason}\n")
    to.write(f"{name}: {outcome.lines:,} lines, {outcome.good:,} entries, {outcome.bad:,} bad\n")
    if outcome.state != "readable":
        to.write(f"{name}: would be {outcome.state}: {outcome.reason}\n")
        return 1
    to.write(f"{name}: would be loaded{', with the losses above' if outcome.bad else ''}\n")
    return 1 if outcome.bad else 0


def _progress(name: str, to: TextIO) -> Callable[[int, int, int], None]:
    began = last = time.monotonic()

    def told(lines: int, entries: int, bad: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _TELL_S:
            last = now
            pace = lines / max(now - began, 0.001)
            to.write(f"{name}: {lines:,} lines, {entries:,} entries, {bad:,} bad, {pace:,.0f} lines/s\n")
            to.flush()

    return told


async def _tell(database: Database, source: ListSource, outcome: Outcome, to: TextIO) -> None:
    name = source.config.name
    if outcome.state == "busy":
        to.write(f"{name}: somebody else is loading it\n")
        return
    if outcome.state == "unchanged":
        to.write(f"{name}: unchanged\n")
        return
    if outcome.load and outcome.bad:
        kept = await store.bad_lines(database, source.scope, outcome.load)
        for line, reason in kept[:SHOWN_BAD]:
            to.write(f"{name}: line {line}: {reason}\n")
        if outcome.bad > SHOWN_BAD:
            to.write(f"{name}: {outcome.bad - SHOWN_BAD:,} bad lines more: focus list status {name}\n")
    if outcome.state == "loaded":
        to.write(
            f"{name}: loaded, {outcome.good:,} entries, {outcome.removed:,} taken out, {outcome.bad:,} bad,"
            f" of {outcome.lines:,} lines\n"
        )
    else:
        to.write(f"{name}: {outcome.state}: {outcome.reason}\n")


async def status_command(
    database: Database, sources: Sequence[Source], *, name: str = "", out: TextIO | None = None
) -> int:
    """How many and how old, list by list; of one list also its last loads and every bad line kept."""
    to, now = out or sys.stdout, clock.now()
    lists = await lists_of(database, sources)
    for source in lists:
        if not name or source.config.name == name:
            to.write(await _standing(database, source, now) + "\n")
            if name:
                await _history(database, source, to)
    return 0 if not name or any(source.config.name == name for source in lists) else 2


async def _standing(database: Database, source: ListSource, now: datetime) -> str:
    here = await store.current(database, source.scope, source.config.name)
    whose = f" (of {source.place.organisation})" if source.place.organisation else ""
    if here is None:
        return f"{source.config.name}{whose}: not loaded"
    age = now - here.fresh_at
    old = " OLD" if age > duration(source.place.max_age) else ""
    return (
        f"{source.config.name}{whose}: {here.entries:,} entries, of {here.at:%Y-%m-%d %H:%M},"
        f" newest {_told(age)} ago{old}, looked at {_told(now - here.checked_at)} ago"
    )


def _told(age: timedelta) -> str:
    minutes = max(0, int(age.total_seconds() // 60))
    days, hours = minutes // 1440, minutes // 60
    return f"{days} d" if days > 1 else f"{hours} h" if hours > 1 else f"{minutes} min"


async def _history(database: Database, source: ListSource, to: TextIO) -> None:
    found = await store.loads(database, source.scope, source.config.name)
    for load in found:
        to.write(
            f"  {load.began:%Y-%m-%d %H:%M} {load.mode} {load.state}: {load.good:,} entries,"
            f" {load.removed:,} taken out, {load.bad:,} bad {load.reason}".rstrip()
            + "\n"
        )
    if found:
        for line, reason in await store.bad_lines(database, source.scope, found[0].id):
            to.write(f"    line {line}: {reason}\n")

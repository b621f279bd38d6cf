"""`focus source check` and `focus source test`, for those who write source files; where the lists' begin."""

from __future__ import annotations

import asyncio
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import TextIO

from focus.core import clock
from focus.core.database import Database
from focus.core.gate import Platform
from focus.core.gate import Settings as OperatorSettings
from focus.core.registry.operator import operator_settings
from focus.modules.search.configuration.configured import ConfiguredSource
from focus.modules.search.configuration.loader import load_sources, read_config, source_files
from focus.modules.search.connectors.client import Trace
from focus.modules.search.lists.commands import load_command, status_command
from focus.modules.search.lists.keeping import lists_of
from focus.modules.search.lists.source import ListSource
from focus.modules.search.lists.store import current
from focus.modules.search.operating import SearchOperator, folders_of, known_of
from focus.modules.search.questions import Reading, Understood
from focus.modules.search.records import Record
from focus.modules.search.sources.asker import asked_for
from focus.modules.search.sources.checking import Fault
from focus.modules.search.sources.config import SourceConfig
from focus.modules.search.sources.lines import located
from focus.modules.search.sources.own_words import DeclaredWords
from focus.modules.search.sources.protocol import Answer, SourceFailed
from focus.modules.search.sources.settings import Settings
from focus.modules.search.understanding import understand
from focus.modules.search.understanding.known import NOTHING_KNOWN, Known


def _home() -> Path:
    return Path(os.environ.get("FOCUS_HOME") or "var")


async def check(settings: OperatorSettings, _: Namespace) -> int:
    """See `check_command`."""
    return await check_command(folders_of(settings))


async def test(settings: OperatorSettings, arguments: Namespace) -> int:
    """See `test_command`."""
    known = known_of(operator_settings("search", SearchOperator, settings.variables))
    return await test_command(
        folders_of(settings), name=arguments.name, question=arguments.question, known=known
    )


async def load_list(platform: Platform, arguments: Namespace) -> int:
    """See `load_command`."""
    sources = load_sources(folders_of(platform.settings), home=platform.settings.home)
    return await load_command(
        platform.database, sources, name=arguments.name, again=arguments.again, dry=arguments.dry
    )


async def list_status(platform: Platform, arguments: Namespace) -> int:
    """See `status_command`."""
    sources = load_sources(folders_of(platform.settings), home=platform.settings.home)
    return await status_command(platform.database, sources, name=arguments.name)


async def check_command(folders: Sequence[Path], *, out: TextIO | None = None) -> int:
    """Read every file and name every fault. 0 when there is none; settings from outside are only told.

    Without a folder, or with one that is not there, 1: nothing was checked.
    """
    say = _Say(out)
    if not _folders_there(folders, say):
        return 1
    settings, faulty, lacking, names = Settings(_home()), 0, 0, dict[str, Path]()
    declared = DeclaredWords()
    for file in await asyncio.to_thread(source_files, folders):
        config, faults = read_config(file)
        outside = read_config(file, settings=settings)[1][len(faults) :]
        if config is not None:
            if config.name in names:
                faults.append(Fault("name", f'{names[config.name]} is called "{config.name}" too'))
            names.setdefault(config.name, file)
            faults += [] if faults else declared.clashes(config, file.name)
        for fault in located(file, faults):
            say(str(fault))
        for fault in located(file, outside if config else []):
            say(f"{fault} (needed to ask it)")
        faulty += len(faults)
        lacking += bool(outside and not faults)
    left_out = f"; {lacking} left out here for want of what is needed to ask" if lacking else ""
    say(f"{_counted(len(names), 'source')}, {_counted(faulty, 'fault')}{left_out}")
    return 1 if faulty else 0


def _folders_there(folders: Sequence[Path], say: _Say) -> bool:
    """Whether there is something to read, and if not what is amiss."""
    if not folders:
        say("FOCUS_SOURCES is not set here: no folder is read")
    for folder in folders:
        if not folder.is_dir():
            say(f"{folder}: there is no such folder (FOCUS_SOURCES)")
    return bool(folders) and all(folder.is_dir() for folder in folders)


def _counted(many: int, what: str) -> str:
    return f"{many} {what}" if many == 1 else f"{many} {what}s"


async def test_command(
    folders: Sequence[Path],
    *,
    name: str,
    question: str,
    known: Known = NOTHING_KNOWN,
    out: TextIO | None = None,
    database: Callable[[], AbstractAsyncContextManager[Database]] = Database.from_environment,
) -> int:
    """Ask one source: what was asked, what came, how it was mapped, how long it took. 0 when it answered.

    A list is asked as it was loaded last, in `database`.
    """
    say = _Say(out)
    if not _folders_there(folders, say):
        return 2
    source = await asyncio.to_thread(_find, folders, name, say)
    if source is None:
        return 2
    try:
        reading = _suiting(source, understand(question, known=known), say)
        if reading is None:
            return 2
        if not isinstance(source, ListSource):
            return await _ask(source, reading, say)
        async with database() as opened:
            return await _ask_list(opened, source, reading, say)
    finally:
        await source.close()


async def _ask_list(database: Database, source: ListSource, reading: Reading, say: _Say) -> int:
    """As an officer of the organisation whose list it is."""
    await lists_of(database, [source])
    asked_for.set(source.organisation)
    here = await current(database, source.scope, source.config.name)
    if here is not None:
        say(f"list      {here.entries:,} entries, of {here.at:%Y-%m-%d %H:%M}")
    return await _ask(source, reading, say)


class _Say:
    """Lines to a terminal."""

    def __init__(self, out: TextIO | None) -> None:
        self._out = out or sys.stdout
        self.hide: Callable[[str], str] = str
        """Blots out the secrets of the source that is asked."""

    def __call__(self, line: str = "") -> None:
        self._out.write(self.hide(line) + "\n")


def _find(folders: Sequence[Path], name: str, say: _Say) -> ConfiguredSource | ListSource | None:
    settings = Settings(_home())
    files = {file.stem: file for file in source_files(folders)}
    if name not in files:
        say(f"no source is called {name}; there are: {', '.join(sorted(files)) or 'none'}")
        return None
    settings = settings.beside(files[name])
    say.hide = settings.hide
    config, faults = read_config(files[name], settings=settings)
    for fault in faults:
        say(f"{files[name]}: {fault}")
    if config is None or faults:
        return None
    return ListSource(config, settings) if config.kind == "list" else ConfiguredSource(config, settings)


def _suiting(source: ConfiguredSource | ListSource, understood: Understood, say: _Say) -> Reading | None:
    """The likeliest reading that the source takes."""
    for reading in understood.readings:
        if source.accepts(reading):
            facts = ", ".join(f"{key}={value}" for key, value in reading.facts.items())
            say(f"question  {reading.kind}: {reading.normal}  ({facts})")
            return reading
    read_as = ", ".join(r.kind for r in understood.readings) or "nothing"
    say(f"{source.config.name} does not take this question; it reads as: {read_as}")
    for problem in understood.problems:
        say(f"  as {problem.kind}: {problem.code}")
    return None


async def _ask(source: ConfiguredSource | ListSource, reading: Reading, say: _Say) -> int:
    loop, trace = asyncio.get_running_loop(), Trace()
    began, answer, failed = loop.time(), Answer(()), None
    try:
        deadline = began + source.config.deadline_ms / 1000
        answer = await source.ask(reading, deadline=deadline, asked_at=clock.now(), trace=trace)
    except SourceFailed as problem:
        failed = problem
    took = (loop.time() - began) * 1000
    say(f"asked     {trace.asked}")
    if trace.status:
        say(f"came      {trace.status}, {trace.size} {_unit(source)}")
        if trace.beginning:
            say(f"          {trace.beginning}")
    if failed is not None:
        say(f"failed    {failed.reason}: {failed.detail}")
    else:
        say(f"mapped    {_counted(len(answer.records), 'record')}")
        for record in answer.records:
            _show(record, say)
    say(f"took      {took:.0f} ms of {source.config.deadline_ms}")
    say(f"officers  {_open_to(source.config)}")
    return 1 if failed else 0


def _open_to(config: SourceConfig) -> str:
    """Under which purposes it is asked for officers: else they wonder why it is not."""
    told = [f"ask it under a purpose that opens {' and '.join(config.data) or 'anything'}"]
    if "*" not in config.purposes:
        told.append(f"of {', '.join(config.purposes)}")
    if config.needs:
        told.append(f"with the permission {config.needs}")
    return ", ".join(told)


def _unit(source: ConfiguredSource | ListSource) -> str:
    return "rows" if source.config.sql or source.config.listed else "bytes"


def _show(record: Record, say: _Say) -> None:
    say(f"  {record.type} {record.title}{' · ' + record.subtitle if record.subtitle else ''}")
    say(f"    id {record.id}, true at {record.at.isoformat()}")
    if record.family_name:
        say(
            f"    name {record.family_name} / {record.given_names} ° {record.born or '?'} {record.sex or '?'}"
        )
    for identifier in record.identifiers:
        say(f"    {identifier.kind} = {identifier.value}")
    for fact in record.facts:
        say(f"    {fact.key}: {fact.value}  [{fact.kind}{', ' + fact.tone if fact.tone else ''}]")
    for warn in record.warnings:
        say(f"    ! {warn.code} ({warn.tone}, {warn.word}) {warn.params} {warn.action}")
    for relation in record.relations:
        known = ", ".join(f"{i.kind}={i.value}" for i in relation.identifiers)
        say(f"    → {relation.role}: {relation.type} {relation.title} {relation.subtitle} {known}")

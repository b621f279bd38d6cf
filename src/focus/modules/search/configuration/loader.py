"""Source files → sources. Every fault of every file is named, not only the first."""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from focus.modules.search.configuration.configured import ConfiguredSource
from focus.modules.search.configuration.left_out import left_out
from focus.modules.search.connectors.yente import with_yente
from focus.modules.search.lists.source import ListSource
from focus.modules.search.sources.access import unfilled_access
from focus.modules.search.sources.checking import Fault, FileFault, faults_of
from focus.modules.search.sources.config import SourceConfig
from focus.modules.search.sources.encryption import plain_places
from focus.modules.search.sources.ftm import with_ftm
from focus.modules.search.sources.lines import located
from focus.modules.search.sources.list_place import unfilled_place
from focus.modules.search.sources.own_words import DeclaredWords, with_own_words
from focus.modules.search.sources.protocol import Source
from focus.modules.search.sources.rules import broken_rules
from focus.modules.search.sources.settings import Settings, unfilled
from focus.modules.search.sources.unusable import Unusable

log = logging.getLogger(__name__)


class Loaded(msgspec.Struct, frozen=True):
    """Sources that are usable, and why the others are not."""

    sources: tuple[Source, ...]
    faults: tuple[FileFault, ...]
    left_out: tuple[Unusable, ...] = ()
    """In place of those whose files have faults."""


def load_sources(folders: Sequence[Path], *, home: Path | None = None) -> list[Source]:
    """All sources of the folders.

    One whose file has a fault, or whose WSDL is broken, stands among them as `Unusable`: it is not asked, and
    nothing is green without it.
    """
    loaded = read_sources(folders, home=home)
    for fault in loaded.faults:
        log.error("source left out: %s", fault)
    for source in loaded.sources:
        if isinstance(source, Unusable):
            log.error("source %s is not usable: %s", source.config.name, source.why)
        if getattr(source.config, "insecure", False):
            log.warning("source %s may be talked to without verified TLS", source.config.name)
    return [*loaded.sources, *loaded.left_out]


def read_sources(folders: Sequence[Path], *, home: Path | None = None) -> Loaded:
    """What can be used of the folders, in order of file names; a missing folder has no source."""
    settings, declared = Settings(home), DeclaredWords()
    sources: dict[str, Source] = {}
    wrong: list[tuple[Path, list[FileFault]]] = []
    for file in source_files(folders):
        config, found, outside = _read(file, settings)
        if config is not None and config.name in sources:
            found = [Fault("name", f'another file has the source "{config.name}" already')]
        if config is not None and not found:
            found = declared.clashes(config, file.name)
        if config is None or found:
            wrong.append((file, located(file, found)))
        elif outside:
            sources[config.name] = Unusable(config, located(file, outside))
        else:
            make = ListSource if config.kind == "list" else ConfiguredSource
            sources[config.name] = make(config, settings.beside(file))
    out: dict[str, Unusable] = {}
    for file, told in wrong:
        source = left_out(file, told, taken=sources.keys() | out.keys())
        out[source.config.name] = source
    faults = tuple(fault for _, told in wrong for fault in told)
    return Loaded(tuple(sources.values()), faults, tuple(out.values()))


def source_files(folders: Sequence[Path]) -> list[Path]:
    """The TOML files of the folders."""
    return [file for folder in folders for file in sorted(folder.glob("*.toml"))]


def read_config(file: Path, *, settings: Settings | None = None) -> tuple[SourceConfig | None, list[Fault]]:
    """The structure, or None, and the file's faults; with `settings`, what it takes from outside too."""
    config, faults, outside = _read(file, settings)
    return config, faults + outside


def _read(file: Path, settings: Settings | None) -> tuple[SourceConfig | None, list[Fault], list[Fault]]:
    """(structure, faults of the file, faults of what lies beside it)"""
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as problem:
        return None, [Fault("", f"no TOML: {problem}")], []
    except (OSError, UnicodeDecodeError) as problem:
        return None, [Fault("", f"cannot be read: {problem}")], []
    config, faults = check_config(content)
    if config is not None:
        if config.name != file.stem:
            faults.append(Fault("name", f'"{config.name}", but the file is called {file.name}'))
        if settings is not None:
            faults += _unfilled(config, settings)
    return config, faults, _wsdl(config, file) if config else []


def check_config(content: dict[str, Any]) -> tuple[SourceConfig | None, list[Fault]]:
    """The structure, or None when a field has the wrong type, and all faults."""
    content, faults = with_yente(with_ftm(with_own_words(content)))
    faults = faults or list(faults_of(content, SourceConfig))
    if faults:
        return None, faults
    try:
        config = msgspec.convert(content, SourceConfig)
    except msgspec.ValidationError as problem:
        return None, [Fault("", str(problem))]
    return config, list(broken_rules(config))


def _wsdl(config: SourceConfig, file: Path) -> list[Fault]:
    if config.soap is None:
        return []
    from focus.modules.search.connectors.soap import faults_of_wsdl

    return [Fault(path, what) for path, what in faults_of_wsdl(config, file.parent)]


def _unfilled(config: SourceConfig, settings: Settings) -> list[Fault]:
    faults: list[Fault] = list(unfilled_access(config.access, settings))
    faults += unfilled_place(config.listed, settings)
    faults += plain_places(config, settings)
    if config.rest:
        faults += unfilled("rest.base", config.rest.base, settings)
        for name, value in config.rest.headers.items():
            faults += unfilled(f"rest.headers.{name}", value, settings)
    if config.sql:
        faults += unfilled("sql.dsn", config.sql.dsn, settings)
    if config.soap:
        faults += unfilled("soap.address", config.soap.address, settings)
        for name, value in config.soap.headers.items():
            faults += unfilled(f"soap.headers.{name}", value, settings)
    if config.ldap:
        for field in ("url", "bind", "password"):
            faults += unfilled(f"ldap.{field}", getattr(config.ldap, field), settings)
    for at, ask in enumerate(config.ask):
        for name, value in ask.headers.items():
            faults += unfilled(f"ask[{at}].headers.{name}", value, settings)
    return faults

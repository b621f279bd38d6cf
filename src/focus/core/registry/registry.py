"""Finding the modules, putting them in order, and refusing what does not hold together."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from importlib import metadata, resources
from pathlib import Path

import msgspec

from focus.core import texts as texts_package
from focus.core.registry.declarations import (
    LONGEST_OFFLINE,
    Action,
    Job,
    Module,
    Operation,
    Route,
    Synced,
    View,
)
from focus.core.registry.operator import variable_of
from focus.core.texts import LANGUAGES, gaps, names_in

GROUP = "focus.modules"
log = logging.getLogger("focus.registry")

_IDENTIFIERS = re.compile(r"[a-z_]+\.[a-z_]+\.[a-z_]+")


class Misdeclared(Exception):
    """The installed modules do not hold together; each line says module, claim and reason."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


@dataclass(frozen=True)
class Registry:
    """The installed modules, each after those it requires."""

    modules: tuple[Module, ...]

    def __iter__(self) -> Iterator[Module]:
        return iter(self.modules)

    @cached_property
    def by_name(self) -> dict[str, Module]:
        """Modules by name."""
        return {module.name: module for module in self.modules}

    @cached_property
    def permissions(self) -> frozenset[str]:
        """Every permission that some module declares."""
        return frozenset(permission for module in self for permission in module.permissions)

    @cached_property
    def always_on(self) -> frozenset[str]:
        """Modules that no organisation can switch off."""
        return frozenset(module.name for module in self if module.always_on)

    @cached_property
    def reach(self) -> dict[str, frozenset[str]]:
        """By module: itself and everything that it requires, directly or through another."""
        found: dict[str, frozenset[str]] = {}
        for module in self:
            through = (found.get(name, frozenset()) for name in module.requires)
            found[module.name] = frozenset({module.name}).union(*through)
        return found

    @cached_property
    def synced(self) -> dict[str, Synced]:
        """Every kind of record that phones hold, by name."""
        return {kind.name: kind for module in self for kind in module.synced}

    @cached_property
    def offline(self) -> dict[str, tuple[Module, Action]]:
        """Every action that a phone may do without network, by `<module>.<name>`."""
        return {
            f"{module.name}.{one.name}": (module, one)
            for module in self
            for one in module.actions
            if one.offline
        }

    @property
    def text_folders(self) -> list[Path]:
        """Folders with Fluent files, the platform's own first."""
        return [texts_package.OWN, *(folder_of(module) / "texts" for module in self)]

    @property
    def words(self) -> dict[str, dict[str, str]]:
        """Texts that stand in declarations instead of folders, by language and key."""
        found: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
        for module in self:
            for language, texts in module.words.items():
                found[language].update(texts)
        return found

    @property
    def migration_folders(self) -> list[tuple[str, Path]]:
        """(stream, folder) of each module that has migrations, in order."""
        pairs = ((module.name, folder_of(module) / "migrations") for module in self)
        return [(name, folder) for name, folder in pairs if folder.is_dir()]


def folder_of(module: Module) -> Path:
    """The folder of a module's package."""
    return Path(str(resources.files(module.package)))


def path_of(module: Module, operation: Operation) -> str:
    """The URL of an action or view."""
    return f"/api/{module.name}/{operation.name.replace('_', '-')}"


def method_of(operation: Operation) -> str:
    """GET for views, POST for actions and for views whose parameters are private."""
    return "GET" if isinstance(operation, View) and not operation.private else "POST"


def calls_of(module: Module) -> Iterator[tuple[str, str]]:
    """(method, path) of everything in a module that can be called."""
    for operation in (*module.actions, *module.views):
        yield method_of(operation), path_of(module, operation)
    for route in module.routes:
        yield route.method, route.path


def variables_of(module: Module) -> list[str]:
    """The variables of the environment that a module reads."""
    fields = msgspec.structs.fields(module.operator) if module.operator else ()
    return [variable_of(module.name, field) for field in fields]


def discover() -> Registry:
    """The modules that the installed packages offer under the entry point group `focus.modules`."""
    found = []
    for entry in metadata.entry_points(group=GROUP):
        module: Module = entry.load()
        found.append(replace(module, package=entry.module.rpartition(".")[0]))
    return arrange(sound(found))


def sound(found: Iterable[Module]) -> list[Module]:
    """Modules without those that have faults, or require one that has; all that is wrong is logged."""
    kept = list(found)
    known = {module.name for module in kept}
    for module in kept:
        for fault in module.faults:
            log.error("%s is left out: %s", module.name, fault)
    kept = [module for module in kept if not module.faults]
    while True:
        missing = known - {module.name for module in kept}
        without = [module for module in kept if not missing.isdisjoint(module.requires)]
        if not without:
            return kept
        for module in without:
            needed = ", ".join(sorted(missing.intersection(module.requires)))
            log.error("%s is left out: it requires %s", module.name, needed)
        kept = [module for module in kept if module not in without]


def arrange(found: Iterable[Module]) -> Registry:
    """Modules in the order of `requires`, checked; raises `Misdeclared` with every fault."""
    found = list(found)
    modules = {module.name: module for module in found}
    faults = [f"{name}: declared {n} times" for name, n in Counter(m.name for m in found).items() if n > 1]
    faults += [
        f"{module.name}: requires {name}, which is not installed"
        for module in modules.values()
        for name in module.requires
        if name not in modules
    ]
    if faults:
        raise Misdeclared(faults)
    try:
        order = TopologicalSorter({name: module.requires for name, module in modules.items()}).static_order()
        registry = Registry(tuple(modules[name] for name in order))
    except CycleError as cycle:
        raise Misdeclared([f"modules require each other in a circle: {' → '.join(cycle.args[1])}"]) from None
    faults = [fault for module in registry for fault in faults_of(module, registry)]
    variables = Counter(name for module in registry for name in variables_of(module))
    faults += [f"{name}: two modules read it" for name, n in variables.items() if n > 1]
    faults += [f"{name}: does not begin with FOCUS_" for name in variables if not name.startswith("FOCUS_")]
    calls = Counter(call for module in registry for call in calls_of(module))
    faults += [f"{method} {path}: declared {n} times" for (method, path), n in calls.items() if n > 1]
    if faults:
        raise Misdeclared(faults)
    return registry


def faults_of(module: Module, registry: Registry) -> Iterator[str]:
    """What is wrong with one declaration."""
    path = folder_of(module) / "texts" / "nl.ftl"
    dutch = {*(names_in(path) if path.exists() else ()), *module.words.get("nl", ())}
    for permission in module.permissions:
        if not permission.startswith(f"{module.name}."):
            yield f"{module.name}: permission {permission} does not begin with the module's name"
        elif text_of(permission) not in dutch:
            yield f"{module.name}: permission {permission} has no text {text_of(permission)}"
    used: list[tuple[str, str | None]] = [(o.name, o.needs) for o in (*module.actions, *module.views)]
    used += [(route.path, route.needs) for route in module.routes]
    for name, needs in used:
        if needs is not None and needs not in registry.permissions:
            yield f"{module.name}: {name} needs {needs}, which no module declares"
    for operation in (*module.actions, *module.views):
        yield from _signature_faults(module, operation)
    for route in module.routes:
        yield from _route_faults(module, route)
    yield from _job_faults(module)
    for kind in module.synced:
        yield from (f"{module.name}: {kind.name} {fault}" for fault in _synced_faults(module, kind, registry))
    yield from _retention_faults(module)
    yield from (f"{module.name}: {fault}" for fault in module.faults)
    if path.exists() or not module.words:
        yield from (f"{module.name}: {gap}" for gap in gaps(folder_of(module) / "texts"))
    yield from _word_faults(module)


def _word_faults(module: Module) -> Iterator[str]:
    every = {key for texts in module.words.values() for key in texts}
    for language in LANGUAGES if module.words else ():
        for key in sorted(every - set(module.words.get(language, ()))):
            yield f"{module.name}: has no text {key} in {language}"


def text_of(permission: str) -> str:
    """The Fluent message of a permission: `search.ask` → `search-permission-ask`."""
    module, _, verb = permission.partition(".")
    return f"{module}-permission-{verb.replace('_', '-')}"


def _signature_faults(module: Module, operation: Operation) -> Iterator[str]:
    try:
        _ = operation.parameters, operation.answer
    except (NameError, KeyError, TypeError) as reason:
        yield f"{module.name}: {operation.name} has a signature that cannot be read: {reason}"
    if not operation.summary:
        yield f"{module.name}: {operation.name} has no docstring"
    expected = Action if operation in module.actions else View
    if not isinstance(operation, expected):
        yield f"{module.name}: {operation.name} is declared as {expected.__name__.lower()} but is none"


def _route_faults(module: Module, route: Route) -> Iterator[str]:
    if not route.path.startswith(("/api/", "/.well-known/")):
        yield f"{module.name}: route {route.path} does not begin with /api/"
    if route.public and route.needs:
        yield f"{module.name}: route {route.path} is public and yet needs {route.needs}"


def _job_faults(module: Module) -> Iterator[str]:
    names = Counter(job.name for job in module.jobs)
    yield from (f"{module.name}: job {name} is declared {n} times" for name, n in names.items() if n > 1)
    for job in module.jobs:
        if [job.every is not None, job.at is not None, job.queue].count(True) != 1:
            yield f"{module.name}: job {job.name} has not exactly one of every, at and queue"
        elif job.per_process and job.every is None:
            yield f"{module.name}: job {job.name} is per process, so it needs every"
        elif _too_often(job):
            yield f"{module.name}: job {job.name} is due more often than each second"


def _synced_faults(module: Module, kind: Synced, registry: Registry) -> Iterator[str]:
    if not kind.name.startswith(f"{module.name}."):
        yield "does not begin with the module's name"
    if sum(kind.name == other.name for other in module.synced) > 1:
        yield "is declared twice"
    if kind.needs not in registry.permissions:
        yield f"needs {kind.needs}, which no module declares"
    if "id" not in getattr(kind.record, "__struct_fields__", ()):
        yield "has records without an id"
    if not timedelta() < kind.offline <= LONGEST_OFFLINE:
        yield "is held without network for no time, or for more than 72 hours"


def _too_often(job: Job) -> bool:
    return job.periodic and job.every is not None and job.every < timedelta(seconds=1)


def _retention_faults(module: Module) -> Iterator[str]:
    for rule in module.retention:
        if not _IDENTIFIERS.fullmatch(f"{rule.table}.{rule.column}"):
            yield f"{module.name}: retention of {rule.table} has no name of a table and a column"
        elif not rule.table.startswith(f"{module.name}."):
            yield f"{module.name}: retention of {rule.table}, which is another module's"
        if isinstance(rule.days, str):
            if rule.days not in getattr(module.settings, "__struct_fields__", ()):
                yield f"{module.name}: retention of {rule.table} asks for {rule.days}, which is no setting"
            elif not rule.scoped:
                yield f"{module.name}: retention of {rule.table} has a setting and no organisation"

"""What a module adds to the command line: found and shown without importing the module.

`command_line.py` beside `module.py` holds `commands`, a tuple of `Command`, and imports nothing else of the
module: `focus --help` reads those files alone.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import metadata
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, Final

from focus.core.registry.declarations import imported

GROUP: Final = "focus.modules"
FILE: Final = "command_line.py"
BUILT_IN: Final = ("focus.core.jobs",)
"""Packages with commands that are no modules."""


class Argument:
    """One of a command, in argparse's words: `Argument("--again", action="store_true", help="…")`."""

    def __init__(self, *names: str, **options: Any) -> None:
        self.names, self.options = names, options


@dataclass(frozen=True)
class Command:
    """`Command(("list", "load"), "load a list", "package.module:name")`; without `run`, what a group is for.

    `run(platform, arguments)` is async and returns the exit status; what it prints is its answer. The
    arguments are an `argparse.Namespace`.
    """

    path: tuple[str, ...]
    help: str
    run: str = ""
    """`package.module:name` of an async function, imported when the command is given."""
    arguments: tuple[Argument, ...] = ()
    standing: bool = True
    """With a platform whose modules are not started: migrated, checked, logging. Otherwise `run` is given the
    operator's settings, and nothing is opened."""

    @cached_property
    def function(self) -> Callable[..., Awaitable[int]]:
        """What to call, imported now."""
        found: Callable[..., Awaitable[int]] = imported(self.run)
        return found


def commands_installed() -> Iterator[Command]:
    """Of everything that the installed packages offer as a module, and of what is built in."""
    offered = {entry.module.rpartition(".")[0] for entry in metadata.entry_points(group=GROUP)}
    for package in sorted({*offered, *BUILT_IN}):
        yield from commands_of(package)


def commands_of(package: str) -> tuple[Command, ...]:
    """Those of one package, which is not imported; empty when it has none."""
    spec = find_spec(package)
    for folder in (spec and spec.submodule_search_locations) or ():
        file = Path(folder) / FILE
        if file.is_file():
            found = spec_from_file_location(f"{package}.{file.stem}", file)
            assert found is not None and found.loader is not None
            module = module_from_spec(found)
            found.loader.exec_module(module)
            commands: tuple[Command, ...] = module.commands
            return commands
    return ()

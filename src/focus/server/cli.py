"""`focus`: the operator's command line; what modules add to it stands in their `command_line.py`."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import secrets
import sys
import threading
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from focus.core.registry.commands import Command, commands_installed

Run = Callable[[argparse.Namespace], int]


def main(arguments: list[str] | None = None) -> None:
    """Run one command; the exit status is its answer."""
    parser = parser_of(commands_installed())
    chosen = parser.parse_args(arguments)
    if not hasattr(chosen, "run"):
        parser.print_help()
        raise SystemExit(2)
    try:
        status = chosen.run(chosen)
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Exception as failure:
        reason = _reason(failure)
        if reason is None:
            raise
        print(f"focus: {reason}", file=sys.stderr)
        raise SystemExit(1) from None
    raise SystemExit(status)


def _reason(failure: Exception) -> str | None:
    """What the operator is told; None: it is a mistake of ours, which shows its trace."""
    from focus.core.database import DatabaseUnusable
    from focus.core.errors import Problem, text_key
    from focus.core.registry.registry import Misdeclared, discover
    from focus.core.texts import Texts

    if isinstance(failure, Problem):
        text = Texts(discover().text_folders).get("en", text_key(failure.code), failure.params)
        return f"{text} ({failure.code})"
    return (
        str(failure) if isinstance(failure, DatabaseUnusable | Misdeclared | ValueError | OSError) else None
    )


def parser_of(added: Any) -> argparse.ArgumentParser:
    """The server's own commands, and `added`: commands and the words above their groups, in any order."""
    parser = argparse.ArgumentParser(
        prog="focus", description="FOCUS, the field platform of a police service."
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    commands.add_parser("serve", help="run the server").set_defaults(run=_serve)
    commands.add_parser("migrate", help="bring the database up to date").set_defaults(run=_later(_migrate))
    walls = commands.add_parser("walls", help="what this machine shuts foreign files in; 1: not everything")
    walls.set_defaults(run=_walls)
    openapi = commands.add_parser("openapi", help="write the API's description")
    openapi.add_argument("file", nargs="?", type=Path, help="a file, or a folder for a file per module")
    openapi.set_defaults(run=_openapi)
    _begin_command(commands)
    groups: dict[tuple[str, ...], Any] = {(): commands}
    for command in sorted(added, key=lambda each: len(each.path)):
        _add(command, groups)
    return parser


def _add(command: Command, groups: dict[tuple[str, ...], Any]) -> None:
    *above, name = command.path
    parser = groups[tuple(above)].add_parser(name, help=command.help)
    if not command.run:
        groups[command.path] = parser.add_subparsers(metavar="COMMAND", required=True)
        return
    for argument in command.arguments:
        parser.add_argument(*argument.names, **argument.options)
    parser.set_defaults(run=lambda arguments: asyncio.run(_run(command, arguments)))


async def _run(command: Command, arguments: argparse.Namespace) -> int:
    from focus.server.running import standing
    from focus.server.settings import from_environment

    if not command.standing:
        return await command.function(from_environment(), arguments)
    async with standing(from_environment()) as platform:
        return await command.function(platform, arguments)


def _begin_command(commands: Any) -> None:
    begin = commands.add_parser("begin", help="the first organisation and its administrator")
    begin.add_argument("--kind", default="zone", help="zone, federal_unit, support …; default zone")
    begin.add_argument("--code", required=True, help="four digits of a zone, such as 5999")
    begin.add_argument("--name", required=True, help="of the organisation")
    begin.add_argument("--language", default="nl", choices=("nl", "fr", "de"))
    begin.add_argument("--given-names", required=True, help="of the administrator")
    begin.add_argument("--family-name", required=True)
    begin.add_argument("--personnel-number", required=True)
    begin.set_defaults(run=_later(_begin))


def _later(command: Callable[[argparse.Namespace], Coroutine[Any, Any, int]]) -> Run:
    return lambda arguments: asyncio.run(command(arguments))


def _serve(_: argparse.Namespace) -> int:
    import uvicorn

    from focus.core.identity.demo import OPEN
    from focus.core.registry.declarations import imported
    from focus.core.registry.operator import operator_settings
    from focus.core.registry.registry import discover
    from focus.server.connection import Connection
    from focus.server.settings import from_environment

    settings = from_environment()
    for module in discover():
        if module.operator:
            operator_settings(module.name, module.operator, settings.variables)
        if module.check:
            imported(module.check)(settings)
    if settings.demo and not settings.demo_token:
        os.environ["FOCUS_DEMO_TOKEN"] = token = secrets.token_urlsafe(18)  # the same in every worker
        print(f"Continue as synthetic people: {settings.origin}{OPEN}?token={token}", flush=True)
    threading.Thread(target=_say_walls, daemon=True).start()
    uvicorn.run(
        "focus.server.app:create",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=settings.workers,
        loop="uvloop",
        http=Connection,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
        log_level=os.environ.get("FOCUS_LOG_LEVEL", "info"),
    )
    return 0


def _walls(_: argparse.Namespace) -> int:
    from focus.core.confined import possible

    walls = possible()
    print(walls.told())
    return 0 if walls.whole else 1


def _say_walls() -> None:
    """One line in the server's output, while it starts."""
    from focus.core.confined import possible

    walls = possible()
    warning = "" if walls.whole else "WARNING: "
    print(f"{warning}Pictures and foreign files are read in a process with {walls.told()}", file=sys.stderr)


async def _migrate(_: argparse.Namespace) -> int:
    from focus.core.database import Database, migrate
    from focus.core.registry.registry import discover
    from focus.server.running import streams
    from focus.server.settings import from_environment

    settings = from_environment()
    settings.home.mkdir(parents=True, exist_ok=True)
    async with Database.open(
        settings.home, settings.database_url, app_url=settings.database_app_url
    ) as database:
        await migrate(database, streams(discover()))
    print("The database is up to date.")
    return 0


def _openapi(arguments: argparse.Namespace) -> int:
    from focus import __version__
    from focus.core.registry.registry import discover
    from focus.server.openapi import document, documents

    registry = discover()
    if arguments.file and arguments.file.is_dir():
        for name, api in documents(registry, version=__version__).items():
            (arguments.file / f"{name}.json").write_text(_as_json(api), "utf-8")
        return 0
    text = _as_json(document(registry, version=__version__))
    if arguments.file:
        arguments.file.write_text(text, "utf-8")
    else:
        sys.stdout.write(text)
    return 0


def _as_json(api: dict[str, Any]) -> str:
    return json.dumps(api, indent=1, ensure_ascii=False) + "\n"


async def _begin(arguments: argparse.Namespace) -> int:
    from focus.server.bootstrap import FirstOrganisation, bootstrap
    from focus.server.running import standing
    from focus.server.settings import from_environment

    settings = from_environment()
    first = FirstOrganisation(
        kind=arguments.kind,
        code=arguments.code,
        name=arguments.name,
        language=arguments.language,
        given_names=arguments.given_names,
        family_name=arguments.family_name,
        personnel_number=arguments.personnel_number,
    )
    async with standing(settings) as platform:
        code = await bootstrap(platform, first)
    print(f"Enrolment code: {code.code}")
    print(f"Open {settings.origin}/enrol on the administrator's device within ten minutes.")
    return 0

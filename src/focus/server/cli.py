"""`focus`: the operator's command line.

focus serve                         run the server
focus migrate                       bring the database up to date
focus openapi [FILE]                write the API's description; into a folder, one file per module
focus log verify | export           prove or take away an organisation's log
focus source check | test           read the source files; ask one source one question
focus list load | status            load the lists of the source files; how many and how old
focus import KIND FILE              organisations, units, people or posts from CSV
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any
from uuid import UUID

from focus.core.database import DatabaseUnusable, MigrationRefused, PoliciesBroken
from focus.core.errors import Problem, text_key
from focus.core.registry.registry import Misdeclared
from focus.server.settings import from_environment

Command = Callable[[argparse.Namespace], Coroutine[Any, Any, int]]


def main(arguments: list[str] | None = None) -> None:
    """Run one command; the exit status is its answer."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if not hasattr(chosen, "run"):
        parser.print_help()
        raise SystemExit(2)
    try:
        raise SystemExit(chosen.run(chosen))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Problem as problem:
        _say(_in_words(problem))
        raise SystemExit(1) from None
    except (DatabaseUnusable, MigrationRefused, PoliciesBroken, Misdeclared, ValueError, OSError) as reason:
        _say(str(reason))
        raise SystemExit(1) from None


def _in_words(problem: Problem) -> str:
    from focus.core.registry.registry import discover
    from focus.core.texts import Texts

    text = Texts(discover().text_folders).get("en", text_key(problem.code), problem.params)
    return f"{text} ({problem.code})"


def _say(text: str) -> None:
    print(f"focus: {text}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="focus", description="FOCUS, the field platform of a police service."
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    serve = commands.add_parser("serve", help="run the server")
    serve.set_defaults(run=_serve)

    migrate = commands.add_parser("migrate", help="bring the database up to date")
    migrate.set_defaults(run=_later(_migrate))

    openapi = commands.add_parser("openapi", help="write the API's description")
    openapi.add_argument("file", nargs="?", type=Path, help="a file, or a folder for a file per module")
    openapi.set_defaults(run=_openapi)

    _begin_command(commands)
    _log_commands(commands)
    _source_commands(commands)
    _list_commands(commands)

    load = commands.add_parser("import", help="organisations, units, people or posts from CSV")
    load.add_argument("kind", choices=("organisations", "units", "people", "posts"))
    load.add_argument("file", type=Path)
    load.add_argument("--organisation", help="code of the organisation, such as 5999")
    load.add_argument("--dry-run", action="store_true", help="say what is wrong and import nothing")
    load.add_argument("--keep-good", action="store_true", help="import the good lines although some are bad")
    load.set_defaults(run=_later(_import))
    return parser


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


def _log_commands(commands: Any) -> None:
    log = commands.add_parser("log", help="prove or take away an organisation's log").add_subparsers(
        metavar="verify|export", required=True
    )
    verify = log.add_parser("verify", help="recompute everything and compare")
    verify.add_argument("--organisation", help="code; without it every organisation")
    verify.add_argument(
        "--checkpoint", type=Path, action="append", default=[], help="a checkpoint that was kept elsewhere"
    )
    verify.set_defaults(run=_later(_log_verify))
    export = log.add_parser("export", help="a bundle that verifies without this server")
    export.add_argument("--organisation", required=True, help="code of the organisation, such as 5999")
    export.add_argument("--to", type=Path, required=True, help="a folder or .zip that does not exist yet")
    export.add_argument("--event", type=UUID, action="append", default=[], help="only these events, by id")
    export.set_defaults(run=_later(_log_export))


def _source_commands(commands: Any) -> None:
    source = commands.add_parser("source", help="read the source files; ask one source").add_subparsers(
        metavar="check|test", required=True
    )
    check = source.add_parser("check", help="read every source file and say what is wrong")
    check.set_defaults(run=_later(_source_check))
    test = source.add_parser("test", help="ask one source one question and show each step")
    test.add_argument("name")
    test.add_argument("question")
    test.set_defaults(run=_later(_source_test))


def _list_commands(commands: Any) -> None:
    lists = commands.add_parser("list", help="lists that are loaded into the database").add_subparsers(
        metavar="load|status", required=True
    )
    load = lists.add_parser("load", help="load a list; the old one answers until the new one is whole")
    load.add_argument("name", nargs="?", default="", help="without it: those that are due")
    load.add_argument("--again", action="store_true", help="also when it has not changed")
    load.set_defaults(run=_later(_list), load=True)
    status = lists.add_parser("status", help="how many entries, how old, what was wrong")
    status.add_argument("name", nargs="?", default="")
    status.set_defaults(run=_later(_list), load=False)


def _later(command: Command) -> Callable[[argparse.Namespace], int]:
    return lambda arguments: asyncio.run(command(arguments))


def _serve(_: argparse.Namespace) -> int:
    import uvicorn

    from focus.core.registry.registry import discover
    from focus.modules.search.configuration.loader import SourcesInvalid, load_sources

    settings = from_environment()
    discover()
    try:
        load_sources(settings.sources, home=settings.home)
    except SourcesInvalid as invalid:
        # A source that is left out would make "nothing known" a lie, so nothing is served.
        raise ValueError(f"some source files are not usable, so nothing is served\n{invalid}") from None
    uvicorn.run(
        "focus.server.app:create",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=settings.workers,
        loop="uvloop",
        http="httptools",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
        log_level=os.environ.get("FOCUS_LOG_LEVEL", "info"),
    )
    return 0


async def _migrate(_: argparse.Namespace) -> int:
    from focus.core.database import Database, migrate
    from focus.core.registry.registry import discover
    from focus.server.running import streams

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
    from focus.server.beginning import Beginning, begin
    from focus.server.running import standing

    settings = from_environment()
    beginning = Beginning(
        kind=arguments.kind,
        code=arguments.code,
        name=arguments.name,
        language=arguments.language,
        given_names=arguments.given_names,
        family_name=arguments.family_name,
        personnel_number=arguments.personnel_number,
    )
    async with standing(settings) as platform:
        code = await begin(platform, beginning)
    print(f"Enrolment code: {code.code}")
    print(f"Open {settings.origin}/enrol on the administrator's device within ten minutes.")
    return 0


async def _log_verify(arguments: argparse.Namespace) -> int:
    from focus.core.log.commands import verify_command
    from focus.server.running import standing

    async with standing(from_environment()) as platform:
        known = tuple(arguments.checkpoint)
        return await verify_command(
            platform.database, platform.keys, code=arguments.organisation, known=known
        )


async def _log_export(arguments: argparse.Namespace) -> int:
    from focus.core.log.commands import export_command
    from focus.server.running import standing

    async with standing(from_environment()) as platform:
        return await export_command(
            platform.database,
            platform.keys,
            log=platform.log,
            code=arguments.organisation,
            to=arguments.to,
            events=tuple(arguments.event),
        )


async def _source_check(_: argparse.Namespace) -> int:
    from focus.modules.search.commands import check_command

    return await check_command(from_environment().sources)


async def _source_test(arguments: argparse.Namespace) -> int:
    from focus.modules.search.commands import test_command

    return await test_command(from_environment().sources, name=arguments.name, question=arguments.question)


async def _list(arguments: argparse.Namespace) -> int:
    from focus.modules.search.configuration.loader import load_sources
    from focus.modules.search.lists.commands import load_command, status_command
    from focus.server.running import standing

    settings, name = from_environment(), arguments.name
    sources = load_sources(settings.sources, home=settings.home)
    async with standing(settings) as platform:
        if arguments.load:
            return await load_command(platform.database, sources, name=name, again=arguments.again)
        return await status_command(platform.database, sources, name=name)


async def _import(arguments: argparse.Namespace) -> int:
    from focus.core.organisations.commands import import_command
    from focus.server.running import standing

    async with standing(from_environment()) as platform:
        return await import_command(
            platform,
            kind=arguments.kind,
            file=arguments.file,
            organisation=arguments.organisation,
            dry_run=arguments.dry_run,
            keep_good=arguments.keep_good,
        )

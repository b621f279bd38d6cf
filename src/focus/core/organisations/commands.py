"""`focus import SUBJECT FILE`: the import of `actions/importing.py` for the operator, logged as his."""

from __future__ import annotations

import asyncio
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.ids import new_id
from focus.core.log import LogEvent
from focus.core.organisations.importing.report import ImportReport
from focus.core.organisations.importing.run import Subject, import_file
from focus.core.organisations.store.organisations import directory
from focus.core.organisations.wake import TOPIC

if TYPE_CHECKING:
    from focus.core.gate import Platform


async def import_by_operator(
    platform: Platform,
    organisation: UUID,
    subject: Subject,
    file: Path,
    *,
    dry_run: bool = False,
    keep_good: bool = False,
    language: str = "en",
) -> ImportReport:
    """Import a file into an organisation from the command line; messages in `language`.

    Raises OSError when the file cannot be read. An import that wrote something is in the log.
    """
    content = await asyncio.to_thread(file.read_bytes)
    async with platform.database.transaction(organisation) as tx:
        report = await import_file(
            tx,
            subject,
            content,
            permissions=platform.registry.permissions,
            dry_run=dry_run,
            keep_good=keep_good,
        )
        if report.imported:
            what = msgspec.to_builtins(msgspec.structs.replace(report, problems=[]))
            entry = LogEvent(
                id=new_id(),
                organisation_id=organisation,
                at=clock.now(),
                kind="organisations.FileImported",
                what={**what, "by": "operator"},
            )
            await platform.log.append(tx, entry)
            tx.after_commit(lambda: platform.bus.publish(TOPIC, str(organisation)))
    return report.translated(platform.texts, language)


async def import_(platform: Platform, arguments: Namespace) -> int:
    """See `import_command`."""
    return await import_command(
        platform,
        kind=arguments.kind,
        file=arguments.file,
        organisation=arguments.organisation,
        dry_run=arguments.dry_run,
        keep_good=arguments.keep_good,
    )


async def import_command(
    platform: Platform,
    *,
    kind: Subject,
    file: Path,
    organisation: str | None = None,
    dry_run: bool = False,
    keep_good: bool = False,
    language: str = "en",
) -> int:
    """Import and print the report; 0: all is well, 1: lines are bad, 2: no such organisation.

    `organisation` is a code or an id; it may be left out when there is one organisation only.
    """
    async with platform.database.unscoped(readonly=True) as tx:
        fitting = [
            entry.id
            for entry in await directory(tx)
            if organisation is None or organisation in {entry.code, str(entry.id)}
        ]
    if len(fitting) != 1:
        sys.stdout.write(f"{len(fitting)} organisations are meant; name one by its code or id.\n")
        return 2
    report = await import_by_operator(
        platform, fitting[0], kind, file, dry_run=dry_run, keep_good=keep_good, language=language
    )
    sys.stdout.write("\n".join(lines_of(report)) + "\n")
    return 1 if report.bad else 0


def lines_of(report: ImportReport) -> list[str]:
    """The report as lines of text: every problem as `line 7, column from: …`, then the sums."""
    told = []
    for problem in report.problems:
        where = f"line {problem.line}" + (f", column {problem.column}" if problem.column else "")
        told.append(f"{where}: {problem.message} [{problem.code}]")
    told.append(
        f"{report.subject}: {report.lines} lines ({report.encoding}, {report.separator}): {report.new} new,"
        f" {report.changed} changed, {report.unchanged} unchanged, {report.bad} bad"
    )
    done = "dry run, nothing imported" if report.dry_run else "nothing imported"
    told.append("imported" if report.imported else done)
    return told

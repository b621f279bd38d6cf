"""`focus log verify` and `focus log export`."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import Any
from uuid import UUID

from focus.core import clock
from focus.core.database import Database
from focus.core.keys import KeyStore
from focus.core.log.events import LogEvent
from focus.core.log.export import NothingToExport, export_organisation
from focus.core.log.log import Log
from focus.core.log.verify import Report, verify_organisation


async def verify(platform: Any, arguments: Namespace) -> int:
    """See `verify_command`."""
    known = tuple(arguments.checkpoint)
    return await verify_command(platform.database, platform.keys, code=arguments.organisation, known=known)


async def export(platform: Any, arguments: Namespace) -> int:
    """See `export_command`."""
    return await export_command(
        platform.database,
        platform.keys,
        log=platform.log,
        code=arguments.organisation,
        to=arguments.to,
        events=tuple(arguments.event),
    )


async def verify_command(
    database: Database, keys: KeyStore, *, code: str | None = None, known: tuple[Path, ...] = ()
) -> int:
    """Verify one organisation (code or id) or all; 0: every log is as it was signed, 1: not, 2: unknown code,
    3: as it was signed, but events wait for their seal since more than a minute.

    `known`: files with checkpoints kept elsewhere.
    """
    chosen = await _organisations(database, code)
    if not chosen:
        sys.stdout.write(f"No log of {code}.\n" if code else "Nothing was logged yet.\n")
        return 2 if code else 0
    notes = [path.read_text("utf-8") for path in known]
    good, waits = True, False
    for organisation, name in chosen:
        report = await verify_organisation(database, keys, organisation, known=notes)
        good, waits = good and report.ok, waits or report.waits_since is not None
        sys.stdout.write(_told(name, report))
    return (3 if waits else 0) if good else 1


async def export_command(
    database: Database,
    keys: KeyStore,
    *,
    log: Log,
    code: str | None = None,
    to: Path | None = None,
    events: tuple[UUID, ...] = (),
) -> int:
    """Write a bundle (folder, or file ending in .zip) of one organisation; 2: it is not clear which.

    The export is itself an event of that log.
    """
    chosen = await _organisations(database, code)
    if len(chosen) != 1:
        names = ", ".join(f"{name} ({organisation})" for organisation, name in chosen) or "none"
        sys.stdout.write(f"Say which organisation with --organisation: {names}.\n")
        return 2
    organisation, name = chosen[0]
    target = to or Path(f"focus-log-{name}-{clock.now():%Y%m%dT%H%M%SZ}")
    try:
        await export_organisation(database, keys, organisation, to=target, events=events)
    except NothingToExport:
        sys.stdout.write("Nothing is sealed yet.\n")
        return 1
    except FileExistsError:
        sys.stdout.write(f"{target} exists.\n")
        return 2
    await log.commit_now(_exported(organisation, target, events))
    sys.stdout.write(f"{target}\nVerify: python3 -I focus_log_verify.py {target}\n")
    return 0


def _exported(organisation: UUID, target: Path, events: tuple[UUID, ...]) -> LogEvent:
    what = {"bundle": target.name, "events": [str(event) for event in events] or "all", "by": "operator"}
    return LogEvent(organisation_id=organisation, kind="log.Exported", what=what)


def _told(name: str, report: Report) -> str:
    state = ("WAITING" if report.waits_since else "OK") if report.ok else "FAULTS"
    lines = [
        f"{state} {name}: {report.size} events sealed, {report.unsealed} waiting, {report.erased} erased, "
        f"{report.checkpoints} checkpoints",
        f"   key {report.key}",
    ]
    if report.waits_since:
        lines.append(
            f"   not sealed since {report.waits_since:%Y-%m-%d %H:%M:%S} UTC: no damage; "
            "the server seals these events within seconds of its start"
        )
    for finding in report.findings:
        place = f" at {finding.position} ({finding.event})" if finding.event else ""
        lines.append(f"   {finding.code}{place}: {finding.detail}")
    return "\n".join(lines) + "\n"


async def _organisations(database: Database, code: str | None) -> list[tuple[UUID, str]]:
    """Organisations that have a log, with the code they are known by; one without code goes by its id."""
    async with database.unscoped(readonly=True) as tx:
        logs = [row[0] for row in await tx.fetch("select organisation_id from log.organisations()")]
        codes: dict[UUID, str] = {}
        if await tx.fetchval("select to_regprocedure('organisations.directory()') is not null"):
            rows = await tx.fetch("select organisation_id, code from organisations.directory()")
            codes = {row[0]: row[1] for row in rows}
    named = [(organisation, codes.get(organisation, str(organisation))) for organisation in logs]
    return [pair for pair in named if code is None or code in (pair[1], str(pair[0]))]

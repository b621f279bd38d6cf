"""Import of CSV files through the app."""

from __future__ import annotations

from focus.core.gate import Actor, action, view
from focus.core.gate.gate import NotPermitted
from focus.core.organisations import events
from focus.core.organisations.errors import ImportRefused
from focus.core.organisations.importing import ImportReport, Subject
from focus.core.organisations.importing import import_file as run
from focus.core.organisations.wake import changed

_ALSO_NEEDS = {
    "organisations": "organisations.govern",
    "units": "organisations.manage",
    "people": "organisations.people",
    "posts": "organisations.rights",
}


def _permit(actor: Actor, subject: Subject) -> None:
    """A list changes nothing that its importer may not change one by one."""
    if _ALSO_NEEDS[subject] not in actor.principal.permissions:
        raise NotPermitted


@view(needs="organisations.import", private=True, consults=False)
async def check_file(actor: Actor, *, subject: Subject, content: bytes) -> ImportReport:
    """Read a CSV file (base64) without importing it, and name every bad line."""
    _permit(actor, subject)
    permissions = actor.platform.registry.permissions
    report = await run(actor.tx, subject, content, permissions=permissions, dry_run=True)
    return report.translated(actor.platform.texts, actor.language)


@action(needs="organisations.import", step_up=True)
async def import_file(
    actor: Actor, *, subject: Subject, content: bytes, keep_good: bool = False
) -> events.FileImported:
    """Import a CSV file (base64): all of it, or with `keep_good` its good lines."""
    _permit(actor, subject)
    permissions = actor.platform.registry.permissions
    report = await run(actor.tx, subject, content, permissions=permissions, keep_good=keep_good)
    if not report.imported:
        told = report.translated(actor.platform.texts, actor.language)
        raise ImportRefused(params={"bad": report.bad}, extra={"report": told})
    changed(actor)
    return imported(report)


def imported(report: ImportReport) -> events.FileImported:
    """The event of a report."""
    return events.FileImported(
        subject=report.subject,
        encoding=report.encoding,
        separator=report.separator,
        lines=report.lines,
        new=report.new,
        changed=report.changed,
        unchanged=report.unchanged,
        bad=report.bad,
    )

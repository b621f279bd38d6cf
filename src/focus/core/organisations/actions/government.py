"""Founding, naming, closing, merging and splitting organisations."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from focus.core import clock
from focus.core.gate import Actor, action
from focus.core.organisations import events
from focus.core.organisations.records import Languages, Names, OrganisationKind
from focus.core.organisations.store import organisations as store
from focus.core.organisations.wake import changed


@action(needs="organisations.govern", step_up=True)
async def found_organisation(
    actor: Actor,
    *,
    kind: OrganisationKind,
    code: str,
    names: Names,
    languages: Languages,
    valid_from: date | None = None,
    governs: bool = False,
) -> events.OrganisationFounded:
    """Found an organisation with the default functions and purposes of its kind."""
    made = await store.found(
        actor.tx,
        kind=kind,
        code=code,
        names=names,
        languages=languages,
        valid_from=valid_from or clock.now().astimezone(clock.BRUSSELS).date(),
        governs=governs,
    )
    changed(actor, made)
    return events.OrganisationFounded(organisation=made, kind=kind, code=code)


@action(needs="organisations.manage", step_up=True)
async def rename_organisation(
    actor: Actor, *, names: Names, languages: Languages, organisation: UUID | None = None
) -> events.OrganisationRenamed:
    """Change names and official languages: one's own, or another's when one's organisation governs."""
    target = organisation or actor.organisation
    await store.rename(actor.tx, target, names=names, languages=languages)
    changed(actor, target)
    return events.OrganisationRenamed(organisation=target)


@action(needs="organisations.govern", step_up=True)
async def close_organisation(
    actor: Actor, *, organisation: UUID, last_day: date
) -> events.OrganisationClosed:
    """End an organisation that has no successor; nobody works in it after its last day."""
    await store.close(actor.tx, organisation, last_day=last_day)
    changed(actor, organisation)
    return events.OrganisationClosed(organisation=organisation, last_day=last_day)


@action(needs="organisations.govern", step_up=True)
async def merge_organisations(
    actor: Actor, *, predecessors: list[UUID], successor: UUID, since: date
) -> events.OrganisationsMerged:
    """Several organisations become one on a day; each keeps its own records, closed."""
    await store.succeed(actor.tx, predecessors, [successor], since=since)
    changed(actor, *predecessors, successor)
    return events.OrganisationsMerged(predecessors=predecessors, successor=successor, since=since)


@action(needs="organisations.govern", step_up=True)
async def split_organisation(
    actor: Actor, *, predecessor: UUID, successors: list[UUID], since: date
) -> events.OrganisationSplit:
    """One organisation becomes several on a day."""
    await store.succeed(actor.tx, [predecessor], successors, since=since)
    changed(actor, predecessor, *successors)
    return events.OrganisationSplit(predecessor=predecessor, successors=successors, since=since)

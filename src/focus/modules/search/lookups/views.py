"""What an officer may read about searching: his sources, his own lookups, how a question is understood."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from uuid import UUID

import msgspec

from focus.core.gate import Actor, view
from focus.core.log import Issuer, LogEvent
from focus.core.organisations.public import settings_of
from focus.core.purposes.public import possible_purposes, purpose_of
from focus.modules.search.lookups import log_entries
from focus.modules.search.lookups.requests import UnderstoodShown
from focus.modules.search.lookups.selection import kinds_of
from focus.modules.search.lookups.service import SEARCH
from focus.modules.search.questions import KINDS, Kind
from focus.modules.search.settings import SearchSettings
from focus.modules.search.understanding import understand as read

PAGE = 30
ENDS = 3 * PAGE
"""Closing entries looked through for a page: a lookup has one more for each retry."""


class SourceShown(msgspec.Struct, frozen=True, kw_only=True):
    """A source as this officer may see it."""

    name: str
    short: str
    title: str
    matters: tuple[Kind, ...]
    legal: tuple[str, ...]
    open: bool
    """For at least one purpose that this officer may use."""
    reason: str = ""


class PurposeSeen(msgspec.Struct, frozen=True, kw_only=True):
    """The purpose as the log has it, with its title of today."""

    code: str
    title: str
    basis: str
    reference: str | None
    issuer: Issuer | None
    """Who gave it; None also where that was not written down yet."""
    reason: str | None


class SourcesSeen(msgspec.Struct, frozen=True, kw_only=True):
    """How many sources did what."""

    asked: int
    answered: int
    silent: int
    failed: int
    closed: int


class VerdictSeen(msgspec.Struct, frozen=True):
    """What the officer saw at the end."""

    level: str
    word: str


class MyLookup(msgspec.Struct, frozen=True, kw_only=True):
    """One own lookup, as oversight sees it."""

    id: UUID
    at: datetime
    question: str
    kind: str
    purpose: PurposeSeen
    task: UUID | None
    asked_at: datetime | None = None
    """When it was asked, where it waited for a network until `at`."""
    verdict: VerdictSeen | None
    sources: SourcesSeen


@view(needs="search.ask", private=True, consults=False)
async def understand(actor: Actor, *, question: str) -> UnderstoodShown:
    """How a question is understood; nobody is asked and nothing is looked up."""
    understood = read(question, known=actor.platform.service(SEARCH).known)
    return UnderstoodShown(readings=understood.readings, problems=understood.problems)


@view(needs="search.ask", consults=False)
async def sources(actor: Actor) -> list[SourceShown]:
    """The sources and whether this officer may ask them."""
    search = actor.platform.service(SEARCH)
    choices = await possible_purposes(actor.tx, actor.principal)
    purposes = [found for choice in choices if (found := await purpose_of(actor.tx, choice.code))]
    shown = []
    for source in await search.selection.seen_by(actor.principal):
        states = [
            search.selection.open_to(source, purpose.code, frozenset(purpose.opens), actor.principal)
            for purpose in purposes
        ]
        is_open = any(state == "asked" for state, _ in states)
        facts = source.config
        shown.append(
            SourceShown(
                name=facts.name,
                short=facts.short,
                title=getattr(facts.title, actor.language),
                matters=tuple(facts.matters),
                legal=tuple(facts.legal),
                open=is_open,
                reason="" if is_open else next((reason for _, reason in states), "purpose"),
            )
        )
    return shown


class QuestionBox(msgspec.Struct, frozen=True, kw_only=True):
    """What the question's field may offer this officer."""

    recent: bool
    """His own last questions."""
    kinds: tuple[Kind, ...]
    """Kinds of question that some source open to him takes: nothing of another kind is offered."""


@view(needs="search.ask", consults=False)
async def question_box(actor: Actor, *, purpose: str = "") -> QuestionBox:
    """What may be offered below the field; never anything that a source holds.

    `purpose`: the code of the one that the next question would be asked under; without it any of his.
    """
    settings = await settings_of(actor.tx, "search", SearchSettings)
    search = actor.platform.service(SEARCH)
    choices = await possible_purposes(actor.tx, actor.principal)
    codes = [choice.code for choice in choices if purpose in ("", choice.code)]
    meant = [found for code in codes if (found := await purpose_of(actor.tx, code))]
    takes = {
        kind
        for source in await search.selection.seen_by(actor.principal)
        if any(
            search.selection.open_to(source, one.code, frozenset(one.opens), actor.principal)[0] == "asked"
            for one in meant
        )
        for kind in kinds_of(source)
    }
    return QuestionBox(recent=settings.recent_questions, kinds=tuple(kind for kind in KINDS if kind in takes))


@view(needs=None, consults=False)
async def my_lookups(actor: Actor, *, before: UUID | None = None) -> list[MyLookup]:
    """One's own lookups, the newest first, as oversight sees them; `before`: id of the last one seen."""
    log = actor.platform.log
    tx, person = actor.tx, actor.person
    opened = await log.events_of(tx, person=person, kinds=(log_entries.OPENED,), before=before, limit=PAGE)
    if not opened:
        return []
    ends = await log.events_of(
        tx, person=person, kinds=(log_entries.CLOSED,), after=opened[-1].id, limit=ENDS
    )
    # The newest end stays: after a retry there is more than one.
    closed = {event.what["lookup"]: event for event in ends}
    titles = {choice.code: choice.title for choice in await possible_purposes(actor.tx, actor.principal)}
    return [_seen(event, closed.get(str(event.id)), titles) for event in opened]


def _seen(event: LogEvent, end: LogEvent | None, titles: dict[str, str]) -> MyLookup:
    stamp, what = event.purpose, event.what
    assert stamp is not None
    ended = end.what if end else {}
    counted = Counter({state: len(names) for state, names in ended.get("sources", {}).items()})
    verdict = ended.get("verdict")
    return MyLookup(
        id=event.id,
        at=event.at,
        question=what["normal"],
        kind=what["kind"],
        purpose=PurposeSeen(
            code=stamp.code,
            title=titles.get(stamp.code, stamp.code),
            basis=stamp.basis,
            reference=stamp.reference,
            issuer=stamp.issuer,
            reason=stamp.reason,
        ),
        task=stamp.task,
        asked_at=datetime.fromisoformat(what["asked_at"]) if "asked_at" in what else None,
        verdict=VerdictSeen(*verdict) if verdict else None,
        sources=SourcesSeen(
            asked=len(what["asked"]),
            answered=counted["answered"] + counted["empty"],
            silent=counted["silent"] + counted["cancelled"],
            failed=counted["failed"],
            closed=len(what["closed"]),
        ),
    )

"""One field: every family reads the text, the likeliest reading comes first."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import msgspec

from focus.core import clock
from focus.modules.search.questions import Kind, Reading, Understood, Unreadable
from focus.modules.search.understanding import (
    addresses,
    extra_terms,
    labels,
    numbers,
    papers,
    patterns,
    persons,
    phones,
    plates,
    several,
)
from focus.modules.search.understanding.guess import Found, Guess, Slip
from focus.modules.search.understanding.known import NOTHING_KNOWN, Known

LONGEST = 200
"""Signs of a question for one thing."""
PASTED = 10_000
"""Signs of a text in which several things are looked for; beyond them it is cut, and that is told."""
IN_TEXT = 0.96
"""The weight of an identifier among other words."""
BY_LABEL = 0.92
"""The weight of a document or an object that its label tells."""
_BY_LABEL: frozenset[Kind] = frozenset({"document", "object", "vin"})
SHOWN = 5
SURE = 0.9
"""From this weight a text is one question, whatever else may stand in it."""
_LINES = re.compile(r"[\n\r\t;|]+")
_EMPTY = Unreadable(kind="name", code="empty")


def understand(question: str, *, today: date | None = None, known: Known = NOTHING_KNOWN) -> Understood:
    """All readings of what was typed, the likeliest first; problems when something is nearly right.

    `known`: the streets of the address register, where there are any.
    """
    text = cleaned(question)
    if not text:
        return Understood(readings=(), problems=(_EMPTY,))
    today = today or clock.now().astimezone(clock.BRUSSELS).date()
    if paper := papers.read(text[:LONGEST], today):
        return _judged(paper)
    found: Found = _labelled(text, today, known) if len(text) <= LONGEST else []
    sure = any(isinstance(one, Guess) and (one.reading.certain or one.weight >= SURE) for one in found)
    return _judged(found) if sure else _looked_through(question, text, found, today, known)


def _looked_through(question: str, text: str, found: Found, today: date, known: Known) -> Understood:
    """A text that is no one question for sure: what stands in it, or what it may be as a whole."""
    lines = "\n".join(map(cleaned, _LINES.split(question)))
    parts = several.parts(
        lines[:PASTED], lambda part: _labelled(part, today, known) if len(part) <= LONGEST else []
    )
    cut = len(lines) > PASTED
    if len(parts.readings) > 1:
        told = several.problems(parts)
        told += (Unreadable(kind="name", code="text_cut", params={"read": str(PASTED)}),) if cut else ()
        return Understood(readings=tuple(parts.readings[: several.MOST]), problems=told)
    if parts.strong and parts.readings[0].asks != text:
        return _judged([_in_text(parts, cut=cut), *found])
    if len(text) > LONGEST:
        return Understood(readings=(), problems=(Unreadable(kind="name", code="too_long"),))
    return _judged([*found, *parts.slips])


def _in_text(parts: several.Parts, *, cut: bool) -> Guess:
    """The one identifier of a text, which asks for itself; the words around it describe."""
    reading = parts.readings[0]
    warnings = (*reading.warnings, "text_cut") if cut else reading.warnings
    return Guess(msgspec.structs.replace(reading, beside=parts.beside, asks="", warnings=warnings), IN_TEXT)


def _labelled(text: str, today: date, known: Known) -> Found:
    found = _read(text, today, known)
    if (inner := labels.bare(text)) != text and inner:
        found = _read(inner, today, known) + found
    for kinds, value in labels.labelled(inner):
        found = [_told(one, kinds) for one in _read(value, today, known) if _kind(one) in kinds] + found
    return found


def _told(one: Guess | Slip, kinds: frozenset[Kind]) -> Guess | Slip:
    """Of a number that its form does not tell, a label does: it is surer than what else may stand there."""
    if isinstance(one, Guess) and kinds <= _BY_LABEL:
        return Guess(one.reading, max(one.weight, BY_LABEL))
    return one


def _judged(found: Found) -> Understood:
    guesses = sorted((g for g in found if isinstance(g, Guess)), key=lambda g: -g.weight)
    slips = sorted((s for s in found if isinstance(s, Slip)), key=lambda s: -s.weight)
    readings = _distinct(guesses)
    best = guesses[0].weight if guesses else 0.0
    said = {(one.problem.kind, one.problem.code): one for one in reversed(slips)}
    problems = tuple(
        one.problem
        for one in slips
        if (one.weight > best or not readings) and said[one.problem.kind, one.problem.code] is one
    )
    if not readings and not problems:
        problems = (Unreadable(kind="name", code="unknown_form"),)
    return Understood(readings=readings, problems=problems)


def _read(text: str, today: date, known: Known) -> Found:
    found: Found = [*plates.read(text), *patterns.read(text), *numbers.read(text), *phones.read(text)]
    if any(isinstance(one, Guess) and one.reading.certain and one.weight >= 1 for one in found):
        return found  # nothing else can be likelier
    together = extra_terms.read(text, today, known)
    found += together or addresses.read(text, known)
    return [*found, *persons.read(text, today, known)]


def _kind(one: Guess | Slip) -> Kind:
    return one.reading.kind if isinstance(one, Guess) else one.problem.kind


def reading_as(
    question: str, kind: Kind, *, today: date | None = None, known: Known = NOTHING_KNOWN
) -> Reading | None:
    """The reading of a kind that the officer chose instead."""
    return next((r for r in understand(question, today=today, known=known).readings if r.kind == kind), None)


def cleaned(question: str) -> str:
    """Composed, without control and invisible signs, pictures and markup; one kind of space, dash, digit."""
    if not _PLAIN.fullmatch(question):
        question = "".join(map(_plainly, unicodedata.normalize("NFC", question)))
    if "<" in question and ">" in question:
        question = _MARKUP.sub(" ", question)
    return " ".join(question.split())


def _plainly(c: str) -> str:
    if c in "\t\n\r" or c in _PICTURE_PARTS or "\U0001f000" <= c <= "\U0001faff":
        return " "
    if "\uff01" <= c <= "\uff5e" or "\U0001d400" <= c <= "\U0001d7ff":
        return unicodedata.normalize("NFKC", c)  # wide and mathematical letters
    kind = unicodedata.category(c)
    if kind == "Nd":
        return str(unicodedata.decimal(c))
    if kind == "So" and c > "\u2190":
        return " "
    return "" if kind in _HIDDEN else "-" if kind == "Pd" or c in _DASHES else c


_PLAIN = re.compile(r"[ -~]*")
_PICTURE_PARTS = "\ufe0e\ufe0f\u20e3"
_DASHES = "\u2043\u2212\u02d7"
"""Signs that look like dashes and are none to Unicode."""
_MARKUP = re.compile(r"<script\b.*?</script>|</?[A-Za-z][^<>]{0,100}>", re.IGNORECASE)
"""A machine readable zone has no `>`."""
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def _distinct(guesses: list[Guess]) -> tuple[Reading, ...]:
    seen: set[tuple[str, str, str | None]] = set()
    kept: list[Reading] = []
    for guess in guesses:
        reading = guess.reading
        key = (reading.kind, reading.normal, reading.country)
        if key not in seen:
            seen.add(key)
            kept.append(msgspec.structs.replace(reading, plausibility=round(min(guess.weight, 1.0), 2)))
    certain = [reading for reading in kept[:1] if reading.certain and guesses[0].weight <= 1]
    return tuple(certain or kept[:SHOWN])

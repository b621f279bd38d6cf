"""A note or a pasted text: each strong identifier in it is found, alone or with what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from focus.modules.search.questions import Reading, Unreadable
from focus.modules.search.understanding import countries, numbers, phones, plates
from focus.modules.search.understanding.guess import Found, Guess, Slip

MOST = 12
STRONG = 0.8
"""From this weight a part of a text is taken for what it looks like."""
_PHONE = 0.65
"""The same for a phone number as databases keep it, without its nought."""
_TRIED = 200
"""Parts of a text that are looked at; more are not in a text that somebody reads."""
_LINES_READ = 40
BESIDE = 60
"""Signs of what is kept of the words around an identifier."""

_NATIONAL_NUMBER = r"\d{2}[./ ]?\d{2}[./ ]?\d{2}[- .]?\d{3}[. -]?\d{2}"
_CARD_NUMBER = r"\d{3}-\d{7}-\d{2}"
_COMPANY_NUMBER = r"(?:BE ?)?[01]\d{3}\.\d{3}\.\d{3}|BE ?[01]\d{9}|[2-8]\.\d{3}\.\d{3}\.\d{3}"
_UNITS = "EUR|KMH|ANS|USD|GBP|CHF|MIN|DAG|UUR|PCS|STK|GSM"
_VEHICLES = (
    "plaat", "plaque", "kenteken", "nummerplaat", "kennzeichen", "auto", "wagen", "bestelwagen", "moto",
    "voiture", "camionnette",
)  # fmt: skip
_BEFORE_PLATE = "|".join(rf"(?<=\b{word} )" for word in _VEHICLES)
_WRITTEN = (
    r"[A-Z]{2}\.\d{2}\.[A-Z0-9]{2}\.\d{5,6}/(?:\d{4}|\d{2})",
    _NATIONAL_NUMBER,
    _CARD_NUMBER,
    r"(?=[A-Z0-9]{0,16}\d)[A-HJ-NPR-Z0-9]{17}",
    r"[1-9][- ]?[A-Z]{3}[- ]?\d{3}",
    r"[1-9IL]-[A-Z0158]{3}-[0-9OILBSZ]{3}",
    r"(?<!\w-)(?:[A-Z]{3}-\d{3}|\d{3}-[A-Z]{3})(?!-\w)",
    rf"(?<!\w-)(?:[A-Z]{{3}}\d{{3}}|\d{{3}}(?!{_UNITS})[A-Z]{{3}}|[GMOQSTUVWXYZ][A-Z]{{3}}-?\d{{3}})(?!-\w)",
    rf"(?:{_BEFORE_PLATE})(?:[A-Z]{{3}} \d{{3}}|\d{{3}} (?!{_UNITS})[A-Z]{{3}})",
    r"[A-ZÄÖÜ0-9]{1,4}(?:-[A-Z0-9]{1,4}){2,3}(?!-)",
    r"[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} \d{1,4}[EH]?",
    _COMPANY_NUMBER,
    r"(?<!\b\d\d/)(?:(?:\+|00)32 ?(?:\(0\) ?)?|0|32)?4[5-9]\d(?:[ ./-]?\d){6}",
    r"(?<!\b\d\d/)0[1-9](?:[ ./-]?\d){7}",
)
_FORMS = (
    *(re.compile(rf"(?<![\w.])(?:{form})(?!\w)", re.IGNORECASE) for form in _WRITTEN),
    re.compile(r"(?<![\w.+])(?:\+|00)[1-9](?:[ ./-]?(?:\(0\) ?)?\d){7,13}(?!\w)"),
)
_CHECKED = tuple(
    re.compile(rf"(?<![\w.])(?:{form})(?!\w)", re.IGNORECASE)
    for form in (_NATIONAL_NUMBER, _CARD_NUMBER, _COMPANY_NUMBER)
)
_LINES = re.compile(r"[\n\r\t;|]+")
_SIGN_BEFORE = re.compile(r"(?<!\w)([A-Z]{1,3})[ :-]{1,2}$")
_SIGN_BEHIND = re.compile(r" ?\(([A-Z]{1,3})\)")
_SIGN_AFTER = re.compile(r"[ -]([A-Z]{1,3})(?!\w)")
_WORD = re.compile(r"[^\W_][\w'’.\-]*")


@dataclass(slots=True)
class Parts:
    """What was found in a text."""

    readings: list[Reading] = field(default_factory=list)
    """In the order of the text, each with the part that asks it; at most one more than `MOST`."""
    slips: list[Slip] = field(default_factory=list)
    """Numbers of a known form that are not right."""
    beside: str = ""
    """The words around, of a single identifier."""
    strong: bool = False
    """An identifier is among them, not only a line that is a name or an address."""


def parts(text: str, read: Callable[[str], Found]) -> Parts:
    """The identifiers of a text, and its lines that `read` takes for a name with a date or an address."""
    found = Parts()
    known: set[tuple[str, str]] = set()
    around: list[str] = []
    tried = lines = 0
    for line in _LINES.split(text):
        taken = _taken(line)
        tried += len(taken)
        at = 0
        for start, end, guess in taken:
            around.append(line[at:start])
            at = end
            _add(found, known, guess, line[start:end].strip())
            found.strong = True
        around.append(line[at:])
        for piece in _pieces(line, taken):
            lines += 1
            best = _best(read(piece)) if lines <= _LINES_READ else None
            if best and (best.reading.certain or best.weight >= STRONG):
                _add(found, known, best, piece)
        found.slips += _slips(line) if not taken and len(found.slips) < MOST else []
        if len(found.readings) > MOST or tried > _TRIED:
            break
    found.beside = _words(" ".join(around))
    return found


def _add(found: Parts, known: set[tuple[str, str]], guess: Guess, part: str) -> None:
    key = (guess.reading.kind, guess.reading.normal)
    if key not in known and len(found.readings) <= MOST:
        known.add(key)
        found.readings.append(replace(guess.reading, asks=part))


def _taken(line: str) -> list[tuple[int, int, Guess]]:
    """Where the identifiers of a line stand, and what they are; the first form that fits has the place."""
    taken: list[tuple[int, int, Guess]] = []
    used = bytearray(len(line))
    tried = 0
    for form in _FORMS:
        for match in form.finditer(line):
            start, end = match.span()
            if any(used[start:end]) or tried > _TRIED:
                continue
            tried += 1
            if one := _signed(line, start, end) or _alone(line, start, end):
                used[one[0] : one[1]] = b"\1" * (one[1] - one[0])
                taken.append(one)
    return sorted(taken, key=lambda one: one[0])


def _alone(line: str, start: int, end: int) -> tuple[int, int, Guess] | None:
    best = _best(_strong(line[start:end].strip()))
    if best is None or (not best.reading.certain and _is_signed_abroad(line, start, end)):
        return None
    least = _PHONE if best.reading.kind == "phone" else STRONG
    return (start, end, best) if best.reading.certain or best.weight >= least else None


def _is_signed_abroad(line: str, start: int, end: int) -> bool:
    """Whether another country's sign stands beside it in capitals: `ZKV-318 NL` is no Belgian plate."""
    beside = (_SIGN_BEFORE.search(line, max(0, start - 6), start), _SIGN_AFTER.match(line, end))
    return any(one and one[1] in countries.KNOWN and countries.sign(one[1]) != "B" for one in beside)


def _signed(line: str, start: int, end: int) -> tuple[int, int, Guess] | None:
    """With the sign of its country, where one stands beside it and the whole is a plate."""
    before, behind = _SIGN_BEFORE.search(line, max(0, start - 6), start), _SIGN_BEHIND.match(line, end)
    if before and before[1] in countries.KNOWN:
        start = before.start()
    elif behind and behind[1] in countries.KNOWN:
        end = behind.end()
    else:
        return None
    best = _best(plates.read(line[start:end]))
    return (start, end, best) if best and best.weight > 0.9 else None


def _strong(part: str) -> Found:
    return [*plates.read(part), *numbers.read(part), *phones.read(part)]


def _best(found: Found) -> Guess | None:
    return max((g for g in found if isinstance(g, Guess)), key=lambda g: g.weight, default=None)


def _pieces(line: str, taken: list[tuple[int, int, Guess]]) -> Iterator[str]:
    """What is left of a line and may be a name with a date, or an address."""
    at = 0
    for start, end in (*((start, end) for start, end, _ in taken), (len(line), len(line))):
        piece = line[at:start].strip(" ,.:-")
        if 4 <= len(piece) <= 200 and re.search(r"\d", piece):
            yield piece
        at = end


def _slips(line: str) -> Iterator[Slip]:
    """What is wrong with a number that has the form of a national number, a card or a company."""
    for form in _CHECKED:
        if match := form.search(line):
            for one in numbers.read(match[0]):
                if isinstance(one, Slip) and len(match[0]) < len(line):
                    yield one


def _words(text: str) -> str:
    """The words of a text, at most `BESIDE` signs of them."""
    kept = ""
    for match in _WORD.finditer(text[:500]):
        longer = f"{kept} {match[0].rstrip('.-')}".strip()
        if len(longer) > BESIDE:
            break
        kept = longer
    return kept


def problems(found: Parts) -> tuple[Unreadable, ...]:
    """That there are several things, and whether more than are shown."""
    kind = found.readings[0].kind
    more = len(found.readings) > MOST
    codes = ("several", "several_more") if more else ("several",)
    return tuple(Unreadable(kind=kind, code=code) for code in codes)

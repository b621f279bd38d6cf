"""Columns of import files: their names in four languages, and how a cell is understood."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from focus.core.errors import Problem
from focus.core.organisations import rules
from focus.core.organisations.importing.report import Bad
from focus.core.texts import LANGUAGES

_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")

Parse = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what else the header may call it, and how its cells are read."""

    name: str
    parse: Parse
    required: bool = False
    also: tuple[str, ...] = ()


def day(cell: str) -> date:
    """2026-11-23, 23/11/2026, 23.11.2026 or 23-11-2026; the day stands before the month."""
    if found := _YEAR_FIRST.fullmatch(cell):
        year, month, number = found.groups()
    elif found := _DAY_FIRST.fullmatch(cell):
        number, month, year = found.groups()
    else:
        raise Bad("bad_date")
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        raise Bad("bad_date") from None


def checked(rule: Callable[[str], Any], code: str) -> Parse:
    """A cell that a rule of organisations accepts; else it is bad with this code."""

    def parse(cell: str) -> Any:
        try:
            return rule(cell)
        except Problem:
            raise Bad(code) from None

    return parse


def one_of(allowed: tuple[str, ...], code: str) -> Parse:
    """One of some words, in any case."""

    def parse(cell: str) -> str:
        word = cell.lower().replace(" ", "_").replace("-", "_")
        if word not in allowed:
            raise Bad(code, allowed=", ".join(allowed))
        return word

    return parse


def several(parse_one: Parse) -> Parse:
    """Cells with several items, separated by `|`, `,` or `;`."""

    def parse(cell: str) -> tuple[Any, ...]:
        items = [item.strip() for item in re.split(r"[|,;]", cell) if item.strip()]
        return tuple(dict.fromkeys(parse_one(item) for item in items))

    return parse


def text(limit: int) -> Parse:
    """Any text up to a number of characters."""

    def parse(cell: str) -> str:
        if len(cell) > limit:
            raise Bad("too_long", max=limit)
        return cell

    return parse


def yes_no(cell: str) -> bool:
    """Yes or no in four languages, 1 or 0."""
    word = cell.lower()
    if word in {"1", "yes", "ja", "oui", "true", "j", "y", "o"}:
        return True
    if word in {"0", "no", "nee", "non", "nein", "false", "n"}:
        return False
    raise Bad("bad_yes_no")


def permission(cell: str) -> str:
    """Lower case; whether it exists is asked later."""
    return cell.lower()


language = one_of(LANGUAGES, "bad_language")
unit_code = checked(rules.unit_code, "bad_code")
personnel_number = checked(rules.personnel_number, "bad_number")


def person_name(field: str) -> Parse:
    """A family or given name."""
    return checked(lambda cell: rules.person_name(field, cell), "bad_name")


FROM = Column("from", day, also=("valid_from", "starts", "van", "vanaf", "begin", "du", "debut", "von", "ab"))
TO = Column("to", day, also=("valid_to", "until", "ends", "tot", "tot_en_met", "einde", "au", "fin", "bis"))
NAMES = tuple(
    Column(
        f"name_{code}",
        text(rules.MAX_NAME),
        also=(f"naam_{code}", f"nom_{code}", f"bezeichnung_{code}", f"name {code}"),
    )
    for code in LANGUAGES
)


def names_of(values: dict[str, Any]) -> dict[str, str]:
    """The columns name_nl … name_en as names."""
    return {code: values[f"name_{code}"] for code in LANGUAGES if values.get(f"name_{code}")}

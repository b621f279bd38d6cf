"""What a declaration must get right before its rules are looked at: names, references, languages, numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

import msgspec

from focus.kit.declaring.case import CaseType
from focus.kit.declaring.fields import Address, Choice, Entries, Field, Group, Number, Photos, Text
from focus.kit.declaring.labels import Label
from focus.kit.faults import Where, nearest
from focus.kit.rules import patterns

Found = Iterator[tuple[Where, str]]
_NAME = re.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*")
_CODE = re.compile("[A-Za-z0-9]+([_-][A-Za-z0-9]+)*")
_LONGEST = 40
_TAKEN = frozenset(
    {
        "as", "break", "const", "constructor", "continue", "else", "false", "for", "function", "if", "import",
        "in", "let", "loop", "namespace", "null", "package", "prototype", "return", "true", "var",
        "void", "while",
    }
)  # fmt: skip
"""Words of CEL and of JavaScript's objects."""
_TEXT_MOST = 20_000
_ROWS_MOST = 200


def _name(name: str, where: Where, taken: Collection[str] = ()) -> Found:
    if not _NAME.fullmatch(name) or len(name) > _LONGEST:
        yield where, f"'{name}' is no name: small letters, digits and single underscores, at most {_LONGEST}"
    elif name in _TAKEN or name in taken:
        yield where, f"'{name}' is taken: choose another name"


def _known(word: str, known: Collection[str], where: Where, what: str) -> Found:
    if word not in known:
        yield where, f"no {what} '{word}'{nearest(word, known)}"


def labels(value: object, where: Where = ()) -> Found:
    """Languages that a label has no text in."""
    if isinstance(value, Label):
        for language in value.__struct_fields__:
            text = getattr(value, language)
            if not (isinstance(text, str) and text.strip()):
                yield where, f"has no text in {language}"
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from labels(getattr(value, name), (*where, name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from labels(item, (*where, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from labels(item, (*where, number))


def fields_of(case: CaseType) -> dict[str, Field]:
    """Every field by its path: `brand`, `visits`, `visits.note`."""
    found: dict[str, Field] = {}
    for name, field in case.fields.items():
        found[name] = field
        if isinstance(field, Group):
            found |= {f"{name}.{below}": one for below, one in field.fields.items()}
    return found


def fields(case: CaseType) -> Found:
    """Faults of the fields themselves."""
    yield from _name(case.name, ("name",))
    if not case.fields:
        yield ("fields",), "a case type has at least one field"
    yield from _fields(case.fields, ("fields",), ())
    for name, field in case.fields.items():
        if not isinstance(field, Group):
            continue
        inside: Where = ("fields", name, "fields")
        if not field.fields:
            yield inside, "a group has at least one field"
        taken = ("id", "at", "by") if isinstance(field, Entries) else ("id",)
        yield from _fields(field.fields, inside, taken)
        for below, one in field.fields.items():
            if isinstance(one, Group):
                yield (*inside, below), "a group holds no group"


def _fields(found: Mapping[str, Field], where: Where, taken: Collection[str]) -> Found:
    joined: dict[str, str] = {}
    for name, field in found.items():
        yield from _name(name, (*where, name), taken)
        other = joined.setdefault(name.replace("_", ""), name)
        if other != name:
            yield (*where, name), f"'{name}' and '{other}' differ by an underscore only"
        for part, reason in _field(field):
            yield (*where, name, *part), reason


def _field(field: Field) -> Found:
    if field.required and field.required_if:
        yield ("required_if",), "is required anyway"
    if field.computed and field.required_if:
        yield ("required_if",), "a computed field is filled in by its rule, not by people"
    match field:
        case Text():
            yield from _between("max", field.max, 1, _TEXT_MOST)
            if field.pattern and (wrong := patterns.fault_of(field.pattern)):
                yield ("pattern",), wrong
        case Number():
            yield from _between("decimals", field.decimals, 0, 6)
            if field.min is not None and field.max is not None and field.min > field.max:
                yield ("max",), "is less than min"
        case Choice():
            yield from _options(field)
        case Photos() | Group():
            yield from _between("at_most", field.at_most, 1, _ROWS_MOST)


def _between(part: str, value: int, least: int, most: int) -> Found:
    if not least <= value <= most:
        yield (part,), f"must be {least} to {most}"


def _options(field: Choice) -> Found:
    if not field.options:
        yield ("options",), "there must be at least one"
    for code in field.options:
        if not _CODE.fullmatch(code) or len(code) > _LONGEST:
            yield ("options", code), f"'{code}' is no code: letters and digits, joined by '_' or '-'"


def steps(case: CaseType) -> Found:
    """Faults of steps and moves."""
    if not case.steps:
        yield ("steps",), "a case type has at least one step"
    theirs = {move for party in case.parties for move in party.moves}
    reached = {next(iter(case.steps), "")}
    every = fields_of(case)
    seen: set[str] = set()
    for step, one in case.steps.items():
        yield from _name(step, ("steps", step))
        for name, move in one.moves.items():
            where: Where = ("steps", step, "moves", name)
            yield from _name(name, where)
            if name in seen:
                yield where, f"another step has a move '{name}': each has a name of its own"
            seen.add(name)
            reached.add(move.to)
            yield from _known(move.to, case.steps, (*where, "to"), "step")
            for asked in move.asks:
                yield from _known(asked, case.fields, (*where, "asks"), "field")
                if asked in every and every[asked].computed:
                    yield (*where, "asks"), f"'{asked}' is computed: nobody can fill it in"
            for printed in move.prints:
                yield from _known(printed, case.printouts, (*where, "prints"), "printout")
            if bool(move.when) != (move.because is not None):
                yield (*where, "because"), "'when' and 'because' come together"
            if not move.by and name not in theirs:
                yield (*where, "by"), "nobody may do this: name functions, or give the move to a party"
    for step in set(case.steps) - reached:
        yield ("steps", step), "no move leads to it"


def references(case: CaseType) -> Found:
    """Faults of what names fields, steps and parties elsewhere."""
    every = fields_of(case)
    for number, check in enumerate(case.checks):
        yield from _known(check.at, every, ("checks", number, "at"), "field")
    yield from _assignment(case, every)
    yield from _parties(case, every)
    for number, name in enumerate(case.search):
        yield from _known(name, every, ("search", number), "field")
    for number, match in enumerate(case.matches):
        yield from _known(match.fills, case.fields, ("matches", number, "fills"), "field")
        for name in match.on:
            yield from _known(name, every, ("matches", number, "on"), "field")
    for printed, printout in case.printouts.items():
        for name in printout.fields:
            yield from _known(name, every, ("printouts", printed, "fields"), "field")


def _assignment(case: CaseType, every: Mapping[str, Field]) -> Found:
    assign = case.assign
    if assign.how == "ward" and not isinstance(every.get(assign.by), Address):
        yield ("assign",), f"'{assign.by}' is no address field, which 'ward' needs"


def _parties(case: CaseType, every: Mapping[str, Field]) -> Found:
    moves = [name for step in case.steps.values() for name in step.moves]
    for number, party in enumerate(case.parties):
        where: Where = ("parties", number)
        yield from _name(party.kind, (*where, "kind"))
        for step, names in party.opens.items():
            yield from _known(step, case.steps, (*where, "opens"), "step")
            for name in names:
                yield from _known(name, every, (*where, "opens"), "field")
        for move in party.moves:
            yield from _known(move, moves, (*where, "moves"), "move")


def times(case: CaseType) -> Found:
    """Faults of deadlines, retention and versions."""
    kinds = [party.kind for party in case.parties]
    for name, deadline in case.deadlines.items():
        where: Where = ("deadlines", name)
        yield from _name(name, where)
        if deadline.count < 0 or deadline.warn < 0:
            yield where, "counts no days back"
        if deadline.per:
            yield from _known(deadline.per, kinds, (*where, "per"), "party")
        for step in deadline.until:
            yield from _known(step, case.steps, (*where, "until"), "step")
    for step in case.keep.after:
        yield from _known(step, case.steps, ("keep", "after"), "step")
    for step, one in case.steps.items():
        if not one.moves and step not in case.keep.after:
            yield ("keep", "after"), f"a case that ends in '{step}' would never be erased"
    wanted = set(range(2, case.version + 1))
    for version in sorted(wanted - set(case.upgrades)):
        yield ("upgrades",), f"version {version} has none: records of version {version - 1} would be lost"
    for version in sorted(set(case.upgrades) - wanted):
        yield ("upgrades", version), f"there is no version {version} with one before it"

"""What a record must have; and codes that its file does not know: told, and read all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any

import msgspec

from focus.modules.search.sources.config import FactMap, Map, Sex
from focus.modules.search.sources.drift import Change, Drift, Drifts
from focus.modules.search.sources.protocol import WrongSchema
from focus.modules.search.sources.values import Text, compile_path, compile_text
from focus.modules.search.vocabulary import FACTS, VALUES

Codes = Sequence[tuple[str, Text, frozenset[str]]]
"""(path, how it is read, what is known)"""


def compile_check(mapped: Map, gone: Change) -> Callable[[Any, Any], None]:
    """Raises `WrongSchema` for an element without what is required, or with another code than agreed.

    `gone`: what a required path that is not there is called.
    """
    required = [(path, compile_path(path)) for path in mapped.required]
    codes = [(path, compile_text(path), frozenset(known)) for path, known in mapped.codes.items()]

    def check(element: Any, above: Any) -> None:
        for path, get in required:
            if get(element, above) is None:
                raise WrongSchema(f"a record without '{path}'", field=path, change=gone, found="nothing")
        for path, text, known in codes:
            if (found := text(element, above)) and found not in known:
                raise WrongSchema(f"an unknown code at '{path}'", field=path, change="code", found="text")

    return check


def compile_codes(mapped: Map) -> Codes:
    """The sex, and facts of the kind `code`, which are words of the vocabulary or of the file."""
    return [(path, compile_text(path), known) for path, known in _coded(mapped)]


def _coded(mapped: Map) -> Iterator[tuple[str, frozenset[str]]]:
    if mapped.sex is not None:
        sex = mapped.sex if isinstance(mapped.sex, Sex) else Sex(path=mapped.sex)
        if isinstance(sex.path, str):
            yield sex.path, frozenset(sex.values)
    for key, given in mapped.facts.items():
        for fact in given if isinstance(given, list) else [given]:
            how = fact if isinstance(fact, FactMap) else FactMap(path=fact)
            kind = how.kind or (FACTS[key].kind if key in FACTS else None)
            plain = isinstance(how.path, str) and how.path and "{" not in how.path and "[*]" not in how.path
            if kind == "code" and plain:
                yield str(how.path), frozenset(how.values) | frozenset(VALUES)


def note_codes(codes: Codes, element: Any, above: Any, drifts: Drifts | None) -> None:
    """Tell of those that are not known; one that is no text is none of this record's, or told already."""
    for path, text, known in codes if drifts is not None else ():
        with suppress(WrongSchema):
            found = text(element, above)
            if found and found not in known:
                note(drifts, path, "code")


def note(drifts: Drifts | None, path: str, change: Change) -> None:
    """Tell of a text with which the record can be read all the same."""
    if drifts is not None:
        drifts.note(Drift(path, change, "text"))


def path_of(given: Any) -> str:
    """The first path of what may be a path, several, or a table with them."""
    paths: str | list[str] | None = getattr(given, "path", "") if isinstance(given, msgspec.Struct) else given
    return (paths[0] if isinstance(paths, list) else paths) or ""

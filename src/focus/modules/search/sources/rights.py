"""`[[rights]]` of a source's file: fields that not every purpose and function may see."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import msgspec

from focus.modules.search.records import Tone, Word
from focus.modules.search.sources.checking import Fault
from focus.modules.search.vocabulary import FACTS, WARNINGS


class Right(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """These fields are shown only to who has all of it; any other sees that there is something."""

    fields: list[str]
    """Keys of facts; identifiers of the same kind, relations of the same role go with them."""
    purposes: tuple[str, ...] = ("*",)
    """Codes."""
    functions: tuple[str, ...] = ("*",)
    """Codes."""
    needs: str = ""
    """A permission."""


class First(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[first]`: this source is asked only whether it has something; the details come on a tap."""

    warns: bool = True
    """Whether a hit counts in the verdict before its details are known; as what, say the next three."""
    code: str = "attention"
    tone: Tone = "amber"
    word: Word = "attention"


def faults_of_rights(rights: list[Right], *, own: Collection[str] = ()) -> Iterator[Fault]:
    """What is wrong with a file's rights; `own`: facts that it declares itself."""
    for at, right in enumerate(rights):
        if not right.fields:
            yield Fault(f"rights[{at}].fields", "is empty; at least one field is needed")
        for n, name in enumerate(right.fields):
            if name not in FACTS and name not in own:
                yield Fault(f"rights[{at}].fields[{n}]", f"{name} is no key of the vocabulary")


def faults_of_first(first: First, *, asked: int, own: Collection[str] = ()) -> Iterator[Fault]:
    """What is wrong with `[first]`; `asked`: ways of asking with `stage = "hit"`; `own`: its warnings."""
    if first.code not in WARNINGS and first.code not in own:
        yield Fault("first.code", f"{first.code} is no warning of the vocabulary")
    if not asked:
        yield Fault("first", 'needs an [[ask]] with stage = "hit": whether there is something')

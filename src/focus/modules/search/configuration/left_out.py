"""A source whose file is faulty: left out of asking, never out of counting.

Of the file is taken what can be read of it. What it would count for, or would be open to, and does not say
readably, is everything: without it nothing is green.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from focus.core.purposes.public import DATA_KINDS
from focus.modules.search.questions import KINDS, Kind
from focus.modules.search.sources.checking import FileFault
from focus.modules.search.sources.config import SourceConfig, Title
from focus.modules.search.sources.lines import line_of
from focus.modules.search.sources.unusable import Unusable

_LONGEST_SHORT = 14
_LANGUAGES = ("nl", "fr", "de", "en")
_NAMELESS = {
    "nl": "Een bronbestand is fout",
    "fr": "Un fichier de source est erroné",
    "de": "Eine Quelldatei ist fehlerhaft",
    "en": "A source file is faulty",
}
_COUNTS = ("matters", "record_of")
"""Fields that say for which questions a source counts."""


def left_out(file: Path, faults: Sequence[FileFault], *, taken: Collection[str]) -> Unusable:
    """The source as far as its file tells; `taken`: names that others have.

    Called by its own title as far as that can be read: in another language rather than not at all.
    """
    content = _content(file)
    name = re.sub(r"[^a-z0-9-]+", "-", file.stem.lower()).strip("-")[:40] or "source"
    while name in taken:
        name += "-faulty"
    head = content or _beginning(file)
    short, kind = head.get("short"), content.get("kind")
    config = SourceConfig(
        name=name,
        short=short
        if isinstance(short, str) and 1 <= len(short) <= _LONGEST_SHORT
        else name[:_LONGEST_SHORT],
        title=_title(head.get("title")),
        kind=kind if kind in ("list", "rest", "sql", "soap", "ldap") else "rest",
        legal=[_text(one) for one in content.get("legal") or () if _text(one)] if content else [],
        data=_words(content, "data", DATA_KINDS, otherwise=()),
        purposes=tuple(_words(content, "purposes", None, otherwise=("*",))),
        needs=_text(content.get("needs")),
        matters=_kinds(content, "matters"),
        record_of=_kinds(content, "record_of"),
        map=[],
    )
    place = content.get("list")
    return Unusable(config, faults, owner=_text(place.get("organisation")) if isinstance(place, dict) else "")


def _content(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _beginning(file: Path) -> dict[str, Any]:
    """What stands before the place where a file is no TOML any more; by it the source is only called."""
    try:
        text = file.read_text(encoding="utf-8")
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        lines = text.splitlines()
        header = next((at for at, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
        told = line_of("", "", str(problem))
        for end in (told - 1, header) if told else (header,):
            with suppress(tomllib.TOMLDecodeError):
                return tomllib.loads("\n".join(lines[:end]))
    except (OSError, ValueError):
        pass
    return {}


def _title(given: Any) -> Title:
    titles = {each: _text(given.get(each)) for each in _LANGUAGES} if isinstance(given, dict) else {}
    other = next(filter(None, titles.values()), "")
    return Title(**{each: titles.get(each) or other or _NAMELESS[each] for each in _LANGUAGES})


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _kinds(content: dict[str, Any], field: str) -> list[Kind]:
    """Those that it counts for; of a file that cannot be read, or says it unreadably, all."""
    if content and field not in content:
        return list(KINDS) if _misplaced(content, field) else []
    if not content:
        return list(KINDS) if field == "matters" else []
    return _words(content, field, KINDS, otherwise=KINDS)


def _misplaced(content: dict[str, Any], field: str) -> bool:
    """Whether it seems to be there all the same: misspelt, or in a table below."""
    return any(
        key == field or (key not in _COUNTS and get_close_matches(key, [field], cutoff=0.75))
        for key in _keys(content)
    )


def _keys(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        yield from content
    for inner in content.values() if isinstance(content, dict) else content:
        if isinstance(inner, dict | list):
            yield from _keys(inner)


def _words(content: dict[str, Any], field: str, known: Any, *, otherwise: Any) -> list[Any]:
    given = content.get(field)
    right = isinstance(given, list) and all(
        isinstance(one, str) and (known is None or one in known) for one in given
    )
    return list(given or ()) if right else list(otherwise)

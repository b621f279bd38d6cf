"""A source whose file is faulty: left out of asking, never out of counting.

Of the file is taken what can be read of it. What it would count for, or would be open to, and does not say
readably, is everything: without it nothing is green.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from focus.core.purposes.public import DATA_KINDS
from focus.modules.search.questions import KINDS, Kind
from focus.modules.search.sources.checking import Fault
from focus.modules.search.sources.config import SourceConfig, Title
from focus.modules.search.sources.unusable import Unusable

_LONGEST_SHORT = 14
_LANGUAGES = ("nl", "fr", "de", "en")


def left_out(file: Path, faults: Sequence[Fault], *, taken: Collection[str]) -> Unusable:
    """The source as far as its file tells; `taken`: names that others have."""
    content = _content(file)
    name = re.sub(r"[^a-z0-9-]+", "-", file.stem.lower()).strip("-")[:40] or "source"
    while name in taken:
        name += "-faulty"
    short, kind, title = content.get("short"), content.get("kind"), content.get("title")
    titles = title if isinstance(title, dict) else {}
    config = SourceConfig(
        name=name,
        short=short
        if isinstance(short, str) and 1 <= len(short) <= _LONGEST_SHORT
        else name[:_LONGEST_SHORT],
        title=Title(**{each: _text(titles.get(each)) or name for each in _LANGUAGES}),
        kind=kind if kind in ("list", "rest", "sql", "soap", "ldap") else "rest",
        legal=[_text(one) for one in content.get("legal") or () if _text(one)] if content else [],
        data=_words(content, "data", DATA_KINDS, otherwise=()),
        purposes=tuple(_words(content, "purposes", None, otherwise=("*",))),
        needs=_text(content.get("needs")),
        matters=_kinds(content, "matters"),
        record_of=_kinds(content, "record_of"),
        map=[],
    )
    return Unusable(config, "; ".join(map(str, faults)))


def _content(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _kinds(content: dict[str, Any], field: str) -> list[Kind]:
    """Those that it counts for; of a file that cannot be read, or says it unreadably, all."""
    if content and field not in content:
        return []
    if not content:
        return list(KINDS) if field == "matters" else []
    return _words(content, field, KINDS, otherwise=KINDS)


def _words(content: dict[str, Any], field: str, known: Any, *, otherwise: Any) -> list[Any]:
    given = content.get(field)
    right = isinstance(given, list) and all(
        isinstance(one, str) and (known is None or one in known) for one in given
    )
    return list(given or ()) if right else list(otherwise)

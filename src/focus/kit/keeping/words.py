"""What a case is found by: words of its number, its reference and the fields that its type declares."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any, Final

from focus.kit.declaring.case import CaseType
from focus.kit.declaring.fields import Group
from focus.kit.keeping.records import Case

LONGEST: Final = 40
ASKED_MOST: Final = 6
"""Words of a question that count."""
_OWN: Final = frozenset({"id", "sha256", "at", "by", "ward"})
_APART: Final = re.compile(r"[\W_]+")


def words_of(case_type: CaseType, case: Case) -> list[str]:
    """Each word once: the parts of a text, and the whole without what parts it (`1abc123` of `1-ABC-123`)."""
    texts = [case.number, case.reference]
    for path in case_type.search:
        name, _, below = path.partition(".")
        value = case.data.get(name)
        if below and isinstance(case_type.fields[name], Group):
            value = [row.get(below) for row in value or ()]
        texts += _texts(value)
    return sorted({word[:LONGEST] for text in texts for word in _split(text) if word})


def asked(text: str) -> list[str]:
    """The beginnings of words that a question asks for; a case must have all of them."""
    joined = ("".join(_parts(word)) for word in text.split())
    return list(dict.fromkeys(word[:LONGEST] for word in joined if word))[:ASKED_MOST]


def _split(text: str) -> Iterator[str]:
    parts = _parts(text)
    yield from parts
    for word in text.split():
        yield "".join(_parts(word))
    yield "".join(parts)


def _parts(text: str) -> list[str]:
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign)
    )
    return [part for part in _APART.split(plain) if part]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, item in value.items():
            if name not in _OWN:
                yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)

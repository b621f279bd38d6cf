"""Given names in Arabic letters, as they are said: without short vowels letters alone say too little."""

from __future__ import annotations

import re
from functools import cache

from focus.core.names.tables import rows

_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
_ALIKE = str.maketrans("أإآٱىیکةۃ", "ااااييكهه")


def pronounced(word: str) -> tuple[str, ...]:
    """A given name in Arabic letters as it is said, in a–z, likeliest first; empty when not listed."""
    return _names().get(_MARKS.sub("", word).translate(_ALIKE), ())


@cache
def _names() -> dict[str, tuple[str, ...]]:
    return {
        written: tuple(said.split("/"))
        for written, _, said in (row.partition("\t") for row in rows("arabic.txt"))
    }

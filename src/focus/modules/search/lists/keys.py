"""What an entry of a list is found by: numbers made of identifiers, and of the words of a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from focus.core.names import given
from focus.core.names.parts import Part, parts_of
from focus.core.names.sounds import bones, sounds

_SLIPS_FROM = 4
"""Letters from which a word may have one slip: shorter ones would be too many others."""
_MOST_PARTS = 8


def number(text: str) -> int:
    """A key as PostgreSQL keeps it: 64 bits with a sign. Who is found is compared again, so two may meet."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


def identifier_key(kind: str, value: str) -> int:
    """The key of an identifier in normal form."""
    return number(f"{kind}:{value}")


def name_keys(names: Iterable[str]) -> frozenset[int]:
    """All keys of the names of one entry."""
    return frozenset(number(key) for name in names for _, key in _keyed(name))


def asked_keys(name: str) -> tuple[list[int], list[int], int]:
    """Keys of a name that is asked, to which part each belongs, and how many parts must be met."""
    keyed = [(part, number(key)) for part, key in _keyed(name)]
    parts = {part for part, _ in keyed}
    return [key for _, key in keyed], [part for part, _ in keyed], min(2, len(parts))


def _keyed(name: str) -> Iterator[tuple[int, str]]:
    for at, part in enumerate(parts_of(name)[:_MOST_PARTS]):
        if not part.initial:
            for key in _of_part(part):
                yield at, key


def _of_part(part: Part) -> set[str]:
    keys: set[str] = set()
    for word in {part.full, *part.others, *([part.core] if len(part.core) > 2 else [])}:
        keys.add(f"w{word}")
        keys.update(f"s{sound}" for sound in sounds(word))
        keys.update(f"g{line}" for line in given.lines_of(word))
        if len(bare := bones(word)) > 2:
            keys.add(f"b{bare}")
        if len(word) >= _SLIPS_FROM:
            keys.update(f"w{word[:i]}{word[i + 1 :]}" for i in range(len(word)))
    return keys

"""Rare names in their hundreds of thousands, as a country has them: built of parts, by culture."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np

from world.names import Culture


def rare_surnames(seed: int) -> dict[Culture, list[str]]:
    """Different surnames by culture, some 200,000 in all, the likelier first."""
    return {culture: _built(culture.name.lower(), seed + culture) for culture in Culture}


def rare_given(seed: int) -> list[str]:
    """Different given names, 45,000: as parents invent them."""
    return _built("given", seed)


def _built(kind: str, seed: int) -> list[str]:
    count, parts = _parts()[kind]
    names = list(dict.fromkeys(_joined(parts)))
    order = np.random.default_rng(seed).permutation(len(names))[:count]
    return [names[at] for at in order.tolist()]


def _joined(parts: list[list[str]]) -> Iterator[str]:
    for prefix, *rest in product(*parts):
        word = "".join(rest)
        if len(word) > 3:
            yield prefix + (word.capitalize() if not prefix or prefix.endswith((" ", "'")) else word)


@cache
def _parts() -> dict[str, tuple[int, list[list[str]]]]:
    """How many names of each kind, and what they are put together from."""
    text = (Path(__file__).parent / "parts.txt").read_text("utf-8")
    found = {}
    for section in text.split("\n[")[1:]:
        head, _, body = section.partition("]\n")
        kind, count = head.split()
        blocks = [block.split() for block in body.strip().split("\n\n")]
        found[kind] = int(count), [[_part(word) for word in block] for block in blocks]
    return found


def _part(word: str) -> str:
    return "" if word == "_" else word.replace("+", " ")

"""Words a few letters apart: slips of the pen, misread signs, a man's and a woman's form of a surname."""

from __future__ import annotations

import re

_SIGNS = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("nn", "m"), ("ii", "u"), ("li", "h"))
_ONE_SIGN = str.maketrans(
    {letter: signs[0] for signs in ("lijt", "qg", "ec", "hb", "uv") for letter in signs}
)
"""Letters that a machine takes for one another."""
_HER_SURNAME = (
    (re.compile(r"skaia$|skaya$|skaja$|ska$"), "ski"),
    (re.compile(r"cka$"), "cki"),
    (re.compile(r"(?<=[oe]v)a$|(?<=[iy]n)a$|(?<=[oe]ff)a$"), ""),
    (re.compile(r"ou$"), "os"),
)
_ENDING = re.compile(
    r"(?<=[a-zA-Z]{3})(?:opoulos|opoulou|idis|akis|ovic|evic|ovitch|evitch|owski|ewski|ovski|enko|tchuk|"
    r"shvili|adze|oglu|sson|mans)$"
)
_PREFIX = re.compile(r"(?:vanden|vander|vande|van|de|el|al|ben|bou|ver)(?=[a-z]{3})")


def likeness(edits: float, a: str, b: str) -> float:
    """One slip in a long word is likely, in a short one it is another name; each further one costs more."""
    length = max(len(a), len(b)) - _common_prefix(a, b) - _common_ending(a, b)
    if edits >= length:
        return 0.0
    return float(max(0.0, 1.0 - 0.75 * edits**1.25 / length))


def _common_prefix(a: str, b: str) -> int:
    """Letters of a particle that both words begin with: they tell nobody apart."""
    mine, other = _PREFIX.match(a), _PREFIX.match(b)
    if not mine or not other:
        return 0
    short, long = sorted((mine[0], other[0]), key=len)
    return len(short) if long.startswith(short) else 0


def _common_ending(a: str, b: str) -> int:
    """Letters of an ending that half a country bears."""
    if a[-2:] != b[-2:]:
        return 0
    mine, other = _ENDING.search(a), _ENDING.search(b)
    return len(mine[0]) if mine and other and mine[0] == other[0] else 0


def his_and_hers(a: str, b: str) -> bool:
    """Whether two surnames are a man's and a woman's form of one: Sokolov, Sokolova; Kowalski, Kowalska."""
    short, long = sorted((a, b), key=len)
    if len(short) < 5 or short[:3] != long[:3]:
        return False
    if long.endswith("ova") and long[:-3] == short[:-1]:
        return True
    return any(
        form.sub(base, one) == other
        for form, base in _HER_SURNAME
        for one, other in ((long, short), (b, a), (a, b))
    )


def seen(word: str) -> str:
    """A word as a machine may read it: signs that look alike are one sign."""
    for pair, sign in _SIGNS:
        if pair in word:
            word = word.replace(pair, sign)
    return word.translate(_ONE_SIGN)

"""Signs that are taken for each other when they are read, heard or typed: O and 0, I and 1, B and 8 …"""

from __future__ import annotations

TO_DIGIT = {"O": "0", "Q": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "G": "6", "B": "8"}
TO_LETTER = {"0": "O", "1": "I", "2": "Z", "5": "S", "6": "G", "8": "B"}
OTHERWISE = {**{sign: other for sign, other in TO_DIGIT.items() if sign not in "GQ"}, **TO_LETTER, "L": "1I"}
"""What each may have been; a 1 is oftener an I than an L."""


def fitted(signs: str, shape: str, *, most: int = 2) -> str:
    """`signs` in a shape of `9` and `X` with one to `most` confused signs put right, else nothing."""
    if len(signs) != len(shape):
        return ""
    kinds = (TO_DIGIT if place == "9" else TO_LETTER for place in shape)
    right = "".join(kind.get(sign, sign) for sign, kind in zip(signs, kinds, strict=True))
    wrong = sum(one != other for one, other in zip(signs, right, strict=True))
    whole = all(
        sign.isdecimal() if place == "9" else sign.isalpha() for sign, place in zip(right, shape, strict=True)
    )
    return right if whole and 0 < wrong <= most else ""


def swaps(signs: str) -> list[str]:
    """Each text in which one sign is another that is confused with it."""
    return [
        signs[:at] + other + signs[at + 1 :]
        for at, sign in enumerate(signs)
        for other in OTHERWISE.get(sign, "")
    ]

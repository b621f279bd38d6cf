"""Words that a part of a question may mean."""

from __future__ import annotations

from typing import Final

import numpy as np

from focus.core.names.index.store import Words
from focus.core.names.index.tokens import Slot, halves
from focus.core.names.index.vocabulary import Likely, merged

_MOST: Final = 300
_OTHER_SPELLING: Final = 0.01
_CORE: Final = 0.06
_HALF: Final = 0.78
_INITIAL: Final = 0.77


class Meaning:
    """For one search: what was looked up for a part is not looked up again."""

    def __init__(self, words: Words, *, thorough: bool = False) -> None:
        """`thorough`: a word that is a name as it stands may be meant otherwise too."""
        self.words, self._thorough = words, thorough
        self._found: dict[tuple[Slot, bool], Likely] = {}

    def of(self, slot: Slot, *, far: bool) -> Likely:
        """Words that the slot may mean, likeliest first. `far` only helps a slot of which `may_be_far`."""
        deep = slot.part.bare or (far and self.may_be_far(slot))
        found = self._found.get((slot, deep))
        if found is None:
            numbers, value = self._looked_up(slot, deep=deep)
            found = self._found[slot, deep] = numbers[:_MOST], value[:_MOST]
        return found

    def may_be_far(self, slot: Slot) -> bool:
        """Whether a second mistake is worth looking for.

        Not in a word that is a name as it stands, nor in two parts read as one, which is a mistake already.
        """
        if slot.part.initial or slot.part.bare or len(slot.parts) > 1:
            return False
        return self._thorough or not self.words.known([slot.part.full])[0]

    def _looked_up(self, slot: Slot, *, deep: bool) -> Likely:
        part, words = slot.part, self.words
        if part.initial:
            return words.initial(part.full[0])

        known = deep and self._thorough and words.known([part.full])[0]

        def meant(word: str) -> Likely:
            return words.far(word, bare=part.bare, meant=known) if deep else words.near(word)

        found = [meant(part.full), *(_less(meant(other), _OTHER_SPELLING) for other in part.others)]
        if part.core != part.full and len(part.core) > 2:
            found.append(_less(meant(part.core), _CORE))
        if deep or len(slot.parts) == 1:
            found += self._halved(part.full)
        found.append(words.exact(part.full[0], _INITIAL))
        return merged(found)

    def _halved(self, word: str) -> list[Likely]:
        """The halves of a word, where both are words: `Xiaoming` may be stored as `Xiao Ming`."""
        pairs = halves(word)
        known = self.words.known([half for pair in pairs for half in pair])
        both = [pair for pair, a, b in zip(pairs, known[::2], known[1::2], strict=True) if a and b]
        return [self.words.exact(half, _HALF) for pair in both for half in pair]


def _less(found: Likely, cost: float) -> Likely:
    return found[0], found[1] - np.float32(cost)

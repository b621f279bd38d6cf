"""All words of all names, in memory: which of them may be meant by a word that was asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Final, Literal, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist

from focus.core.names import given
from focus.core.names.given import Tie
from focus.core.names.index import keys
from focus.core.names.index.deletions import Deletions
from focus.core.names.index.masks import Rows, Spellings
from focus.core.names.sounds import sounds

Likely = tuple[NDArray[np.int32], NDArray[Any]]
"""Numbers of words and how likely each is meant, 0 to 1."""

_PROBES: Final = ("vandenberghe", "czajkowski", "mohammed", "dhaenens", "christophe", "quaghebeur")
_ALIAS: Final = 0.05
_SOUND: Final = 0.94
_SEEN: Final = 0.90
_TIES: Final = {
    Tie.NONE: 0.60, Tie.FAR_LANGUAGE: 0.70, Tie.BOTH_SHORT: 0.82, Tie.OTHER_LANGUAGE: 0.88, Tie.SHORT: 0.90,
    Tie.SPELLING: 0.97,
}  # fmt: skip
"""As the pair scorer has them."""
_BONES: Final = 0.80
_SIDES: Final[tuple[Literal["left", "right"], ...]] = ("left", "right")
_MOST_SKELETONS: Final = 48
_MOST_COMPARED: Final = 4_000
_TWICE_MISTAKEN: Final = 6
"""Letters from which a word with two slips is still itself."""


class Word(NamedTuple):
    """A word of names under its number; `aliases`: without particles, or with marks written out."""

    number: int
    text: str
    aliases: tuple[str, ...] = ()


class Vocabulary:
    """Words by spelling, sound, skeleton, and family of given names. Never changes once made."""

    def __init__(self, arrays: dict[str, NDArray[Any]]) -> None:
        self.arrays = arrays
        self._forms = _spellings(arrays, "form", at_hand=True)
        self._slips = Deletions(arrays["slip_starts"], arrays["slip_owners"])
        self._sounds = _spellings(arrays, "sound")
        self._owner = arrays["owner"]
        self._is_alias = arrays["is_alias"]
        self._sound_owner = arrays["sound_owner"]
        self._hashes, self._hashed = arrays["hashes"], arrays["hashed"]
        self._first = int(arrays["first"][0])
        self._own = arrays["own"]
        self._lines, self._in_line = self._families()

    @classmethod
    def of(cls, words: Sequence[Word], *, first: int = 1) -> Vocabulary:
        """Words with numbers from `first` on (gaps allowed), or aliases of words before it."""
        texts = [(word.text, word.number, False) for word in words if word.number >= first]
        texts += [(alias, word.number, True) for word in words for alias in word.aliases]
        forms, order = Spellings.of([text for text, _, _ in texts])
        owner = np.array([number for _, number, _ in texts], np.int32)[order]
        is_alias = np.array([alias for _, _, alias in texts], np.bool_)[order]
        heard = [(sound, number) for text, number, _ in texts for sound in sounds(text)]
        sounding, sound_order = Spellings.of([sound.lower() for sound, _ in heard])
        last = max((word.number for word in words if word.number >= first), default=first - 1)
        own = np.full(last - first + 1, -1, np.int32)
        rows = np.flatnonzero(~is_alias)
        own[owner[rows] - first] = rows
        arrays = {
            **_arrays(forms, "form"),
            **_slip_arrays(forms),
            **_arrays(sounding, "sound"),
            "owner": owner,
            "is_alias": is_alias,
            "sound_owner": np.array([number for _, number in heard], np.int32)[sound_order],
            "first": np.array([first], np.int32),
            "own": own,
            **_hash_arrays(forms),
        }
        return cls(arrays)

    def __len__(self) -> int:
        return len(self._own)

    @property
    def forms(self) -> int:
        """How many words and other forms of words."""
        return len(self._owner)

    @property
    def size(self) -> int:
        """Octets in memory, about: with its words at hand."""
        return sum(each.nbytes for each in self.arrays.values()) + 70 * len(self._owner)

    @property
    def first(self) -> int:
        """The number of its first word."""
        return self._first

    def texts(self, numbers: NDArray[np.int32]) -> list[str]:
        """The words under these numbers."""
        return self._forms.words(self._own[numbers - self._first].astype(np.int64))

    def known(self, words: Sequence[str]) -> NDArray[np.bool_]:
        """Which of these are words as they stand, or forms of words."""
        wanted = np.fromiter(map(keys.exact_hash, words), np.uint32, len(words))
        found: NDArray[np.bool_] = np.searchsorted(self._hashes, wanted) < np.searchsorted(
            self._hashes, wanted, "right"
        )
        return found

    def exact(self, word: str, value: float) -> Likely:
        """The word itself, and what it is a form of."""
        return self._keyed([keys.exact_hash(word)], value)

    def near(self, word: str) -> Likely:
        """What differs by one slip, sounds or looks the same, or is a form of the same given name."""
        return merged([self._by_one_edit(word), *self._by_keys(word)])

    def far(self, word: str, *, bare: bool = False, meant: bool = False) -> Likely:
        """`near`, and what has its consonants; unless it is `meant` as it stands also what differs by two
        slips or sounds nearly the same."""
        found = [*self._by_keys(word), self._by_skeleton(word, _MOST_SKELETONS * (4 if bare else 1))]
        if bare or meant or len(word) < _TWICE_MISTAKEN:
            found.append(self._by_one_edit(word))
        else:
            found.append(self._by_edits(word, *self._forms.near(word, 2)))
            for sound in sounds(word):
                rows, edits = self._sounds.near(sound.lower(), 1)
                found.append((self._sound_owner[rows], _likeness(edits, len(sound)) - np.float32(0.04)))
        return merged(found)

    def keyed(self, word: str) -> Likely:
        """What sounds or looks the same, is a form of the same given name, or has its consonants."""
        return merged([*self._by_keys(word), self._keyed(keys.skeleton_hashes(word), _BONES)])

    def initial(self, letter: str) -> Likely:
        """Words that begin with a letter."""
        rows = self._by_hashes([keys.initial_hash(letter)])[:_MOST_COMPARED]
        return self._owner[rows], np.full(len(rows), 0.77, np.float32)

    @staticmethod
    def version() -> int:
        """Changes when words get other keys, so that arrays which were kept are not believed."""
        return crc32(repr([sorted(keys.hashes(word)) for word in _PROBES]).encode())

    def number_of(self, word: str) -> int | None:
        """The number of a word of its own, not of a form."""
        for row in self._by_hashes([keys.exact_hash(word)]).tolist():
            if not self._is_alias[row] and self._forms.words(np.array([row])) == [word]:
                return int(self._owner[row])
        return None

    def words(self) -> list[Word]:
        """The words that it was made of; a word before `first` without its text."""
        texts = self._forms.words(np.arange(len(self._owner)))
        found: dict[int, tuple[str, list[str]]] = {}
        for number, text, alias in zip(self._owner.tolist(), texts, self._is_alias.tolist(), strict=True):
            own, aliases = found.get(number, ("", []))
            found[number] = (own, [*aliases, text]) if alias else (text, aliases)
        return [Word(number, own, tuple(aliases)) for number, (own, aliases) in sorted(found.items())]

    def _by_keys(self, word: str) -> list[Likely]:
        found = [
            self._keyed_at(dict.fromkeys(keys.sound_hashes(word), _SOUND) | {keys.seen_hash(word): _SEEN})
        ]
        found += [self._tied(word, line) for line in given.lines_of(word)]
        return found

    def _tied(self, word: str, line: int) -> Likely:
        """Words of a line of the book, each worth what ties it to the word."""
        low, high = np.searchsorted(self._lines, (line, line + 1))
        rows = self._in_line[low:high]
        ties = [_TIES[given.tie(word, text)] for text in self._forms.words(rows)]
        return self._owner[rows], np.array(ties, np.float32)

    def _by_one_edit(self, word: str) -> Likely:
        return self._by_edits(word, *self._forms.compared(word, self._slips.near(word), 1))

    def _by_edits(self, word: str, rows: Rows, edits: NDArray[np.uint8]) -> Likely:
        value = _likeness(edits, len(word)) - np.where(
            self._is_alias[rows], np.float32(_ALIAS), np.float32(0)
        )
        return self._owner[rows], value.astype(np.float32)

    def _keyed(self, hashes: Iterable[int], value: float) -> Likely:
        return self._keyed_at(dict.fromkeys(hashes, value))

    def _keyed_at(self, worth: dict[int, float]) -> Likely:
        low, high = self._spans(list(worth))
        rows = _between(self._hashed, low, high)
        value = np.repeat(np.fromiter(worth.values(), np.float32), high - low)
        return self._owner[rows], value - np.float32(_ALIAS) * self._is_alias[rows]

    def _by_skeleton(self, word: str, most: int = _MOST_SKELETONS) -> Likely:
        rows = np.unique(self._by_hashes(keys.skeleton_hashes(word)))[:_MOST_COMPARED]
        if not len(rows):
            return self._owner[rows], np.zeros(0, np.float32)
        alike = cdist([word], self._forms.words(rows), scorer=JaroWinkler.similarity, dtype=np.float32)[0]
        best = np.argsort(-alike, kind="stable")[:most]
        return self._owner[rows[best]], (0.5 + 0.38 * alike[best]).astype(np.float32)

    def _by_hashes(self, hashes: Iterable[int]) -> Rows:
        return _between(self._hashed, *self._spans(list(hashes)))

    def _spans(self, hashes: list[int]) -> tuple[Rows, Rows]:
        wanted = np.array(hashes, np.uint32)
        return self._hashes.searchsorted(wanted, "left"), self._hashes.searchsorted(wanted, "right")

    def _families(self) -> tuple[NDArray[np.int64], Rows]:
        """Lines of the book of given names and the rows in them: from the book as it is now."""
        lines_of, wanted = _book()
        low, high = (self._hashes.searchsorted(wanted, side) for side in _SIDES)
        here = np.flatnonzero(low < high).tolist()
        found = sorted(
            (line, row)
            for at in here
            for row in self._hashed[low[at] : high[at]].tolist()
            for line in lines_of[at]
        )
        table = np.array(found, np.int64).reshape(-1, 2)
        return table[:, 0].copy(), table[:, 1].copy()


@cache
def _book() -> tuple[list[tuple[int, ...]], NDArray[np.uint32]]:
    """The lines of each given name, and the key of the name."""
    book = given.forms()
    return [tuple(lines) for lines in book.values()], np.fromiter(
        map(keys.exact_hash, book), np.uint32, len(book)
    )


def _between(column: NDArray[np.int32], low: Rows, high: Rows) -> Rows:
    spans = [column[a:b] for a, b in zip(low.tolist(), high.tolist(), strict=True) if a < b]
    return np.concatenate(spans).astype(np.int64) if spans else np.zeros(0, np.int64)


def merged(found: Sequence[Likely]) -> Likely:
    """Each word once with its best value, likeliest first; ties by number."""
    words = np.concatenate([numbers for numbers, _ in found])
    values = np.concatenate([likely for _, likely in found])
    order = np.lexsort((-values, words))
    words, values = words[order], values[order]
    first = np.ones(len(words), np.bool_)
    first[1:] = words[1:] != words[:-1]
    words, values = words[first], values[first]
    order = np.argsort(-values, kind="stable")
    return words[order], values[order]


def _likeness(edits: NDArray[np.uint8], length: int) -> NDArray[Any]:
    costs = np.float32(0.75) * np.arange(5, dtype=np.float32) ** np.float32(1.25) / np.float32(length)
    likely: NDArray[Any] = (1 - costs).astype(np.float32)[edits]
    return likely


def _arrays(spellings: Spellings, name: str) -> dict[str, NDArray[Any]]:
    return {
        f"{name}_text": np.frombuffer(spellings.text.encode("ascii"), np.uint8),
        f"{name}_starts": spellings.starts,
        f"{name}_masks": spellings.masks,
    }


def _slip_arrays(forms: Spellings) -> dict[str, NDArray[Any]]:
    slips = Deletions.of_words(forms.text, forms.starts)
    return {"slip_starts": slips.starts, "slip_owners": slips.owners}


def _spellings(arrays: dict[str, NDArray[Any]], name: str, *, at_hand: bool = False) -> Spellings:
    text = arrays[f"{name}_text"].tobytes().decode("ascii")
    return Spellings(text, arrays[f"{name}_starts"], arrays[f"{name}_masks"], at_hand=at_hand)


def _hash_arrays(forms: Spellings) -> dict[str, NDArray[Any]]:
    found = [
        (key, row) for row, word in enumerate(forms.words(np.arange(len(forms)))) for key in keys.hashes(word)
    ]
    table = np.array(found, np.uint32).reshape(-1, 2)
    table = table[np.argsort(table[:, 0], kind="stable")]
    return {"hashes": table[:, 0].copy(), "hashed": table[:, 1].astype(np.int32)}

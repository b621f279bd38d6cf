"""Words near a word, found through tables: none is missed that a comparison with all words finds."""

from __future__ import annotations

import random
from string import ascii_lowercase

import numpy as np
import pytest
from rapidfuzz.distance import OSA

from focus.core.names import given
from focus.core.names.index.deletions import Deletions
from focus.core.names.index.masks import Spellings
from focus.core.names.index.tokens import otherwise
from focus.core.names.index.vocabulary import Vocabulary, Word

CHANCE = random.Random(11)
WORDS = sorted(given.families())[:9_000]
SPELLINGS = Spellings.of(WORDS)[0]
ALL = SPELLINGS.words(np.arange(len(SPELLINGS)))


def slipped(word: str) -> str:
    at, letter = CHANCE.randrange(len(word)), CHANCE.choice(ascii_lowercase)
    return CHANCE.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
        )
    )


@pytest.mark.parametrize("word", [slipped(CHANCE.choice(WORDS)) for _ in range(40)] + ["a", "ab", "z" * 90])
def test_no_word_within_one_edit_is_missed(word: str) -> None:
    near = {row for row, other in enumerate(ALL) if OSA.distance(word, other) <= 1}
    found = Deletions.of_words(SPELLINGS.text, SPELLINGS.starts).near(word)
    assert near <= set(found.tolist())
    assert len(found) < 200


@pytest.mark.parametrize("word", [slipped(slipped(CHANCE.choice(WORDS) + "eman")) for _ in range(20)])
def test_no_word_within_two_edits_is_missed(word: str) -> None:
    near = {row for row, other in enumerate(ALL) if OSA.distance(word, other) <= 2}
    assert set(SPELLINGS.near(word, 2)[0].tolist()) == near


def test_a_vocabulary_without_words_knows_none() -> None:
    empty = Vocabulary.of([])
    assert empty.known(["peeters"]).tolist() == [False]
    assert len(empty.near("peeters")[0]) == len(empty.far("peeters")[0]) == 0


def test_a_vocabulary_says_what_it_was_made_of() -> None:
    words = [Word(at, text, ("berghe",) if at == 3 else ()) for at, text in enumerate(WORDS[:500], 1)]
    made = Vocabulary.of(words)
    assert made.words() == words
    assert [made.number_of(word.text) for word in words] == [word.number for word in words]
    assert made.number_of("berghe") is None


@pytest.mark.parametrize(
    ("asked", "reading"),
    [
        ("Jan vna der Elst", "Jan van der Elst"),
        ("Luc Van ser Wouwe", "Luc Van der Wouwe"),
        ("Kato Van dcn Acker", "Kato Van den Acker"),
        ("Maes An", "Maes, An"),
    ],
)
def test_a_particle_misspelt_or_a_name_that_is_one_has_another_reading(asked: str, reading: str) -> None:
    assert reading in otherwise(asked)


@pytest.mark.parametrize("asked", ["Jan Peeters", "Wim De Smet", "Maes, An", "Lei Wang", "Els Maes"])
def test_a_usual_name_has_one_reading(asked: str) -> None:
    assert otherwise(asked) == []

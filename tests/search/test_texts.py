"""Every word that search may send has a text in all four languages, and no text is left over."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

import focus.modules.search
from focus.core.names import DateWhy, Why
from focus.core.texts import LANGUAGES, Texts, keys_of
from focus.modules.search.merging.members import STRENGTH
from focus.modules.search.merging.pivots import NARROWED
from focus.modules.search.sources.protocol import FailureReason
from focus.modules.search.vocabulary import ACTS, FACTS, ROLES, VALUES, WARNINGS

FOLDER = Path(focus.modules.search.__file__).parent / "texts"
CLOSED = ("purpose", "function")

WANTED = [
    *(f"fact-{key}" for key in FACTS),
    *(f"value-{code}" for code in VALUES),
    *(f"warning-{code}" for code in WARNINGS),
    *(f"act-{code}" for code in ACTS),
    *(f"pivot-{key}" for key in (*ROLES, *NARROWED, "person", "self", "repair", "residents")),
    *(f"link-same_{kind}" for kind in STRENGTH),
    *(f"link-name_and_{shared}" for shared in ("birth", "document", "plate")),
    *(f"why-{why.value}" for why in (*Why, *DateWhy)),
    *(f"withheld-{why}" for why in CLOSED),
    *(f"source-{reason}" for reason in (*get_args(FailureReason), *CLOSED)),
]


def key(word: str) -> str:
    return "search-" + word.replace("_", "-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_has_a_text(language: str) -> None:
    there = keys_of(FOLDER / f"{language}.ftl")

    assert [word for word in WANTED if key(word) not in there] == []


@pytest.mark.parametrize("family", ["fact", "value", "warning", "act", "why", "withheld"])
def test_no_text_is_left_over_when_a_word_goes(family: str) -> None:
    there = {k for k in keys_of(FOLDER / "nl.ftl") if k.startswith(f"search-{family}-")}

    assert there - {key(word) for word in WANTED} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_likeness_is_told_with_its_score(language: str) -> None:
    text = Texts([FOLDER]).get(language, "search-link-name-and-birth", {"score": "0.94"})

    assert "0.94" in text

"""The index used by itself: a list of names and nothing else of the platform."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from focus.core.names import DateWhy, Entry, Index, Why
from tests.names.village import EVERYBODY

ALONE = """
import sys, time
began = time.process_time()
from focus.core.names import score
assert score("Wim Claes", "Willem Claes").value > 0.8
print("numpy" in sys.modules)
from focus.core.names import Index
print(Index.of(["Claes, Willem", "Peeters, Jan"]).find("Wim Claes")[0].name, "asyncpg" in sys.modules)
"""


def test_who_only_compares_names_loads_no_tables_and_whoever_finds_no_database() -> None:
    said = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == ["False", "Claes, Willem False"]


def test_a_list_of_plain_names_is_asked_without_waiting() -> None:
    index = Index.of(["Jan Peeters", "Willem Claes", "Marie-Louise van den Berghe"])
    assert [(each.id, each.name) for each in index.find("Wim Claes")] == [("1", "Willem Claes")]


def test_names_with_and_without_a_birth_date_stand_in_one_list() -> None:
    index = Index.of(["Claes, Willem", Entry("second", "Claes, Willem", "1985-03-02")])
    assert [each.id for each in index.find("Willem Claes", "1985-03-02")][:1] == ["second"]


def test_a_candidate_has_a_score_and_says_why() -> None:
    best = Index.of(EVERYBODY).find("Wim Willems", "05/06/1960")[0]
    assert 0.8 < best.score < 1
    assert {Why.SHORT_FORM, DateWhy.SWAPPED} <= {reason.why for reason in best.reasons}
    assert "“Wim” and “Willem”: one is a short form of the other" in map(str, best.reasons)


@pytest.mark.parametrize(
    "born",
    [date(1972, 9, 13), "1972-09-13", "13/09/1972", "13.9.1972", "00.09.1972", "09/1972", "1972-09", "1972"],
)
def test_a_birth_date_is_read_as_people_write_it(born: date | str) -> None:
    assert Index.of(EVERYBODY).find("Bornhem", born)[0].id == "bornhem"


@pytest.mark.parametrize("born", ["13.13.1972", "0000", "85", "32/01/1972", "yesterday"])
def test_what_is_no_birth_date_is_refused(born: str) -> None:
    with pytest.raises(ValueError, match="not a birth date"):
        Index.of(EVERYBODY).find("Bornhem", born)

"""Facts and warnings that a source's file declares itself."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path

import pytest

from focus.modules.search.commands import check_command
from focus.modules.search.configuration.loader import check_config, read_sources
from focus.modules.search.sources.lines import line_of
from tests.search.merging.building import merger
from tests.search.sources.files import ASK, HEAD, MAP, REST, faults, mapped

TEXTS = "texts = { nl = 'Hond', fr = 'Chien', de = 'Hund', en = 'Dog' }\n"
FACT = "[facts.pit_bull_permit]\nkind = 'date'\n" + TEXTS
WARNING = "[warnings.violent_dog]\nlevel = 'red'\nword = 'danger'\n" + TEXTS
USED = (
    MAP + "facts = { pit_bull_permit = 'permit' }\n[[map.warnings]]\n"
    "code = 'violent_dog'\nwhen = [{ path = 'bites', equals = true }]\n"
)
ANSWER = {"cars": [{"plate": "1-ABC-123", "permit": "2025-07-30", "bites": True}]}


def test_own_words_are_read_like_those_of_the_vocabulary() -> None:
    (record,) = mapped(ANSWER, USED, asks=FACT + WARNING + ASK)
    (fact,) = record.facts
    assert (fact.key, fact.kind, fact.value) == ("pit_bull_permit", "date", "2025-07-30")
    (warn,) = record.warnings
    assert (warn.code, warn.tone, warn.word) == ("violent_dog", "red", "danger")


def test_a_table_a_list_and_a_right_may_name_them_too() -> None:
    tables = MAP + "[map.facts]\npit_bull_permit = [{ path = 'permit', tone = 'amber' }, 'other']\n"
    head = "[[rights]]\nfields = ['pit_bull_permit']\npurposes = ['x']\n" + FACT
    assert faults(HEAD + head + REST + ASK + tables) == [
        'map[0].facts.pit_bull_permit[1]: "other" where a table is needed'
    ]
    tables = tables.replace(", 'other'", "")
    assert faults(HEAD + head + REST + ASK + tables) == []
    (record,) = mapped(ANSWER, tables, asks=FACT + ASK)
    assert [(f.kind, f.value, f.tone) for f in record.facts] == [("date", "2025-07-30", "amber")]


def test_a_hit_may_warn_with_an_own_word() -> None:
    asks = ASK + "stage = 'hit'\nhit_when = [{ path = 'n', not = 0 }]\n" + ASK
    assert faults(HEAD + "[first]\ncode = 'violent_dog'\n" + WARNING + REST + asks + MAP) == []


@pytest.mark.parametrize(
    ("declared", "fault"),
    [
        (FACT.replace(", en = 'Dog'", ""), "facts.pit_bull_permit.texts.en: is missing"),
        (FACT.replace("'Dog'", "' '"), "facts.pit_bull_permit.texts.en: is empty"),
        (FACT.replace("'Dog'", f"'{'d' * 61}'"), "facts.pit_bull_permit.texts.en: one line of at most 60"),
        (FACT.replace("'Dog'", '"a\\nb"'), "facts.pit_bull_permit.texts.en: one line of at most 60"),
        (FACT.replace("'date'", "'day'"), 'facts.pit_bull_permit.kind: "day" is none of'),
        (FACT.replace("pit_bull_permit", "Pit-Bull"), "facts.Pit-Bull: lower case letters"),
        (FACT.replace("pit_bull_permit", "a__b"), "facts.a__b: lower case letters"),
        (FACT.replace("pit_bull_permit", "colour"), "facts.colour: is a word of the vocabulary already"),
        (FACT.replace("pit_bull_permit", "resident"), "facts.resident: is a word of the vocabulary already"),
        (FACT.replace("pit_bull_permit", "pv"), "facts.pv: is a word of the vocabulary already"),
        (WARNING.replace("'red'", "'orange'"), 'warnings.violent_dog.level: "orange" is none of red, amber'),
        (WARNING.replace("level = 'red'\n", ""), "warnings.violent_dog.level: is missing"),
        (WARNING.replace("violent_dog", "violent"), "warnings.violent: is a word of the vocabulary already"),
    ],
)  # fmt: skip
def test_what_is_declared_wrongly_is_named(declared: str, fault: str) -> None:
    found = faults(HEAD + declared + REST + ASK + MAP)
    assert any(said.startswith(fault) for said in found), found


def test_a_warning_counts_as_it_is_declared() -> None:
    other = USED + "tone = 'amber'\nword = 'stolen'\n"
    assert faults(HEAD + FACT + WARNING + REST + ASK + other) == [
        "map[0].warnings[0].tone: amber, but [warnings.violent_dog] has level = red",
        "map[0].warnings[0].word: stolen, but [warnings.violent_dog] has word = danger",
    ]


def test_what_another_file_declares_is_not_known_here() -> None:
    assert any(
        "map[0].facts.pit_bull_permit: " in said
        for said in faults(HEAD + REST + ASK + MAP + "facts = { pit_bull_permit = 'permit' }\n")
    )


def test_a_card_says_several_of_a_fact_that_is_declared_so() -> None:
    words = FACT.replace("'date'", "'text'\nmany = true")
    both = {"cars": [{"plate": "1-ABC-123", "permit": "A"}, {"plate": "1-ABC-123", "permit": "B"}]}
    records = mapped(both, MAP + "facts = { pit_bull_permit = 'permit' }\n", asks=words + ASK)
    for many, lines in ((frozenset({"pit_bull_permit"}), 2), (frozenset[str](), 1)):
        cards = merger(many=many)
        for record in records:
            cards.add(record)
        (card,) = cards.changes().cards
        assert len(card.facts) == lines


def files(folder: Path, second: str) -> None:
    (folder / "cars.toml").write_text(HEAD + FACT + REST + ASK + MAP)
    (folder / "dogs.toml").write_text(HEAD.replace('"cars"', '"dogs"') + second + REST + ASK + MAP)


async def test_two_files_may_share_a_word_that_means_the_same(tmp_path: Path) -> None:
    files(tmp_path, FACT)
    assert read_sources([tmp_path]).faults == ()
    assert await check_command([tmp_path], out=io.StringIO()) == 0


async def test_a_word_means_the_same_in_every_file(tmp_path: Path) -> None:
    files(tmp_path, FACT.replace("'Dog'", "'Cat'"))
    (fault,) = read_sources([tmp_path]).faults
    said = f"{tmp_path / 'dogs.toml'}:7: facts.pit_bull_permit: cars.toml declares it otherwise"
    assert str(fault) == said
    out = io.StringIO()
    assert await check_command([tmp_path], out=out) == 1
    assert said in out.getvalue()


def test_the_operators_example_is_a_good_file() -> None:
    page = (Path(__file__).parents[3] / "docs/handbook/operator.md").read_text(encoding="utf-8")
    (example,) = [part.split("```")[0] for part in page.split("```toml\n")[1:]]
    assert faults(example) == []
    config, _ = check_config(tomllib.loads(example))
    assert config is not None
    assert (list(config.facts), list(config.warnings)) == (["pit_bull_permit"], ["violent_dog"])


TEXT = '''name = "x"
text = """
[not.a.table]
"""
list = [
  "[[map]]",
]
[[map]]
type = "vehicle"
[map.facts]
"colour" = "c"
[[map]]
facts = { make = "m" }
[[map.warnings]]
code = "a" # [b]
[[map.warnings]]
code = "b"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [("name", 1), ("list", 5), ("map[0].type", 9), ("map[0].facts.colour", 11), ("map[0].title", 8),
     ("map[1].facts.make", 13), ("map[1].warnings[0].code", 15), ("map[1].warnings[1].tone", 16),
     ("not.a.table", 0), ("short", 0), ("", 0)],
)  # fmt: skip
def test_a_fault_has_its_line(path: str, line: int) -> None:
    assert line_of(TEXT, path) == line


def test_the_line_of_a_file_that_is_no_toml_is_the_readers() -> None:
    assert line_of("", "", "no TOML: Expected '=' (at line 7, column 3)") == 7

# ruff: noqa: E501 - a file of a source in one line
"""A file's faults: all of them, each with its place, what is wrong and what would be right."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import msgspec
import pytest

from focus.modules.search.configuration.loader import load_sources, read_sources
from focus.modules.search.engine import Engine
from focus.modules.search.questions import KINDS, Reading
from focus.modules.search.sources import config
from focus.modules.search.sources.protocol import Source, registered_by
from focus.modules.search.sources.unusable import Unusable
from tests.search.sources.files import ASK, HEAD, MAP, PLATE, REST, faults


def test_a_good_file_has_no_fault() -> None:
    assert faults(HEAD + REST + ASK + MAP) == []


def test_all_faults_are_named_at_once() -> None:
    found = faults(
        HEAD.replace('"CARS"', "7") + "deadlin_ms = 5\n" + REST + ASK + MAP.replace("vehicle", "vehicel")
    )
    assert len(found) == 3
    assert found[0].startswith("deadlin_ms: no such field (did you mean deadline_ms?)")
    assert found[1] == "short: 7 where a text is needed"
    assert found[2].startswith('map[0].type: "vehicel" is none of person, vehicle,')


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (HEAD.replace('nl = "Auto\'s", ', "") + REST + ASK + MAP, "title.nl: is missing; a text is needed"),
        (HEAD.replace('"CARS"', '"FIFTEEN LETTERS"') + REST + ASK + MAP, "has 15 characters; 1 to 14"),
        (HEAD + REST + ASK, "map: is missing; a list is needed"),
        (HEAD + ASK + MAP, "rest: is missing; kind is rest"),
        (HEAD + "data = ['cars']\n" + REST + ASK + MAP, "data[0]: cars is no kind of data; there are"),
        (HEAD + "deadline_ms = 5\n" + REST + ASK + MAP, "deadline_ms: 5 is not between 50 and 30000"),
        (HEAD + "deadline_ms = true\n" + REST + ASK + MAP, "deadline_ms: true where a whole number is needed"),
        (HEAD + "age = 'one day'\n" + REST + ASK + MAP, "age: 'one day' is no duration such as P1D"),
        (HEAD + "matters = ['vin']\n" + REST + ASK + MAP, "matters[0]: no [[ask]] is for vin"),
        (HEAD + "needs = 'everything'\n" + REST + ASK + MAP, "needs: \"everything\" is no permission"),
        (HEAD + REST + 'headers = { X-Api-Key = "abc" }\n' + ASK + MAP, 'X-Api-Key: a secret stands in the file'),
        (HEAD + REST + ASK.replace("/x", "/{plait}") + MAP, "ask[0].path: plait is no fact of a question"),
        (HEAD + REST + ASK.replace("/x", "/{plate") + MAP, "ask[0].path: '/{plate': write {fact}"),
        (HEAD + REST + ASK.replace("/x", "/{plate:%Y}") + MAP, "only born has a form"),
        (HEAD + REST + ASK + "json = { p = '{plate}' }\n" + MAP, 'ask[0].json: a body needs method = "POST"'),
        (HEAD + REST + ASK + "query = 'select 1'\n" + MAP, "ask[0].query: a statement, but kind is rest"),
        (HEAD + REST + ASK + "maps = ['other']\n" + MAP, 'ask[0].maps[0]: no [[map]] has the name "other"'),
        (HEAD + REST + ASK + MAP + "for = ['plate']\n", "ask[0].for: no [[map]] reads the answer to name"),
        (HEAD + REST + ASK + MAP.replace('each = "cars"', ""), "map[0].each: is missing; where in the answer"),
        (HEAD + REST + ASK + MAP.replace('title = "{plate}"', ""), "map[0].title: is missing"),
        (HEAD + REST + ASK + MAP + "[map.facts]\ncolr = 'kleur'\n", "colr is no fact of the vocabulary (did you mean colour?)"),
        (HEAD + REST + ASK + MAP + "[map.facts]\ncolour = 'a..b'\n", "map[0].facts.colour: 'a..b' is no path"),
        (HEAD + REST + ASK + MAP + "[map.facts]\ncolour = { kind = 'text' }\n", "one of path, template and value is needed"),
        (HEAD + REST + ASK + MAP + "[map.facts]\nstatus = { path = 's', kind = 'code', values = { a = 'actief' } }\n",
         "actief is no value of the vocabulary"),
        (HEAD + REST + ASK + MAP + "[[map.warnings]]\ncode = 'stolen'\ntone = 'red'\nword = 'stolen'\n",
         "map[0].warnings[0].code: stolen is no warning of the vocabulary"),
        (HEAD + REST + ASK + MAP + "[[map.relations]]\nrole = 'holdr'\ntype = 'person'\ntitle = '{n}'\n",
         "map[0].relations[0].role: holdr is no role of the vocabulary (did you mean holder?)"),
        (HEAD + REST + ASK + MAP + "when = [{ path = 'a' }]\n", "map[0].when[0]: tests nothing"),
        (HEAD + REST + ASK + MAP.replace("plate =", "plat ="), "plat is no identifier of the vocabulary (did you mean plate?)"),
        (HEAD.replace("rest", "sql") + "[sql]\ndsn = 'postgresql://me:pw@db/x'\n" + ASK.replace("path = '/x'", "") + MAP,
         "sql.dsn: holds a password"),
        (HEAD.replace("rest", "sql") + "[sql]\ndsn = '${D}'\n" + "[[ask]]\nfor = ['plate']\nquery = 'delete from x'\n" + MAP,
         "ask[0].query: must begin with select or with"),
        (HEAD.replace("rest", "sql") + "[sql]\ndsn = '${D}'\n" + "[[ask]]\nfor = ['plate']\nquery = 'select 1; drop table x'\n" + MAP,
         "ask[0].query: is more than one statement"),
        (HEAD.replace("rest", "sql") + "[sql]\ndsn = '${D}'\n" + "[[ask]]\nfor = ['plate']\nquery = 'select :plat'\n" + MAP,
         "ask[0].query: plat is no fact of a question"),
    ],
)  # fmt: skip
def test_a_fault_has_its_place_and_its_cure(text: str, fault: str) -> None:
    assert any(fault in said for said in faults(text)), faults(text)


def test_every_example_of_the_documentation_is_a_good_file() -> None:
    text = (Path(__file__).parents[3] / "docs/developer/sources.md").read_text(encoding="utf-8")
    examples = [part.split("```")[0] for part in text.split("```toml\n")[1:]]
    whole = [example for example in examples if "\nkind = " in example]
    assert len(whole) == 5
    assert [faults(example) for example in whole] == [[]] * 5


def test_the_documentation_has_every_field() -> None:
    text = (Path(__file__).parents[3] / "docs/developer/sources.md").read_text(encoding="utf-8")
    tables: dict[str, type[msgspec.Struct]] = {"": config.SourceConfig, "ask.": config.Ask, "map.": config.Map, "breaker.": config.Breaker,
              "rest.": config.Rest, "sql.": config.Sql, "soap.": config.Soap, "ldap.": config.Ldap}  # fmt: skip
    missing = [
        prefix + field.encode_name
        for prefix, table in tables.items()
        for field in msgspec.structs.fields(table)
        if prefix + field.encode_name not in ("breaker", "rest", "sql", "soap", "ldap", "ask", "map")
        and f"`{prefix}{field.encode_name}`" not in text
    ]
    assert missing == []


def test_good_files_load_although_another_is_bad(tmp_path: Path) -> None:
    (tmp_path / "cars.toml").write_text(HEAD + REST + ASK + MAP)
    (tmp_path / "bikes.toml").write_text(HEAD + REST + ASK + MAP)
    (tmp_path / "torn.toml").write_text('name = "torn')
    loaded = read_sources([tmp_path, tmp_path / "missing"])
    assert [source.config.name for source in loaded.sources] == ["cars"]
    assert sorted(fault.file.name for fault in loaded.faults) == ["bikes.toml", "torn.toml"]
    assert "the file is called bikes.toml" in why(load_sources([tmp_path])[1])


def test_two_sources_of_one_name_are_a_fault(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "cars.toml").write_text(HEAD + REST + ASK + MAP)
    first, second = load_sources([tmp_path / "a", tmp_path / "b"])
    assert 'another file has the source "cars" already' in why(second)
    assert first.config.name != second.config.name


def test_a_secret_comes_from_the_environment_or_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = HEAD + REST + 'headers = { X-Key = "${secret:CARS_KEY}" }\n' + ASK + MAP
    (tmp_path / "cars.toml").write_text(text)
    (left,) = load_sources([tmp_path], home=tmp_path)
    assert "the secret CARS_KEY is neither in FOCUS_SECRET_CARS_KEY" in why(left)
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets/CARS_KEY").write_text("abc\n")
    (tmp_path / "secrets/CARS_KEY").chmod(0o600)
    assert [why(one) for one in load_sources([tmp_path], home=tmp_path)] == [""]
    monkeypatch.setenv("FOCUS_SECRET_CARS_KEY", "xyz")
    assert [why(one) for one in load_sources([tmp_path])] == [""]


def test_a_missing_setting_is_named_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "cars.toml").write_text(
        HEAD + REST.replace("http://127.0.0.1:9", "${NOT_SET_ANYWHERE}") + ASK + MAP
    )
    (left,) = load_sources([tmp_path])
    assert "rest.base: the environment variable NOT_SET_ANYWHERE is not set" in why(left)


EVERY = set(KINDS)
COUNTS = 'matters = ["plate"]\n'


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ('name = "torn', EVERY),
        ("\ufffe", EVERY),
        (HEAD + COUNTS + REST + ASK + MAP.replace('"vehicle"', '"car"'), {"plate"}),
        (HEAD + REST + ASK + MAP.replace('"vehicle"', '"car"'), set()),
        (HEAD + 'matters = "plate"\n' + REST + ASK + MAP, EVERY),
        (HEAD + 'matters = ["plaat"]\n' + REST + ASK + MAP, EVERY),
        (HEAD + 'maters = ["plate"]\n' + REST + ASK + MAP, EVERY),
        (HEAD + REST + COUNTS + ASK + MAP, EVERY),
        (HEAD + 'record_of = ["name"]\ncolour = 1\n' + REST + ASK + MAP, {"name"}),
    ],
)
def test_a_faulty_file_is_left_out_named_and_still_counts(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, text: str, counts: set[str]
) -> None:
    (tmp_path / "cars.toml").write_text(text)
    (tmp_path / "other.toml").write_text(HEAD.replace('"cars"', '"other"') + REST + ASK + MAP)
    other, cars = load_sources([tmp_path])
    assert (other.config.name, cars.config.name, bool(why(cars))) == ("other", "cars", True)
    assert {kind for kind in KINDS if cars.accepts(Reading(kind=kind, normal="x"))} == counts
    assert {*cars.config.matters, *registered_by(cars)} == counts
    assert "cars.toml" in caplog.text


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (HEAD + "colour = 1\n" + REST + ASK + MAP, ("Auto's", "Cars")),
        (HEAD.replace('de = "Autos", en = "Cars"', 'de = ""') + REST + ASK + MAP, ("Auto's", "Auto's")),
        (HEAD + REST + ASK + "path = /x\n" + MAP, ("Auto's", "Cars")),
        (HEAD + REST + ASK + 'path = """x\n' + MAP, ("Auto's", "Cars")),
        ('name = "torn', ("Een bronbestand is fout", "A source file is faulty")),
        ("\ufffe", ("Een bronbestand is fout", "A source file is faulty")),
    ],
)
def test_a_faulty_file_is_called_by_its_title_as_far_as_it_can_be_read(
    tmp_path: Path, text: str, titles: tuple[str, str]
) -> None:
    (tmp_path / "cars.toml").write_text(text)
    (cars,) = load_sources([tmp_path])
    assert (cars.config.title.nl, cars.config.title.en) == titles


def test_the_faulty_list_of_one_organisation_is_no_matter_for_others(tmp_path: Path) -> None:
    place = '[list]\nfile = "x.csv"\nformat = "cvs"\norganisation = "5999"\n'
    (tmp_path / "cars.toml").write_text(HEAD.replace('"rest"', '"list"') + place + MAP)
    (cars,) = load_sources([tmp_path])
    assert isinstance(cars, Unusable)
    ours = uuid4()
    cars.belongs({"5999": ours, "5345": uuid4()})
    assert cars.organisation == ours


def test_a_faulty_file_says_where(tmp_path: Path) -> None:
    (tmp_path / "cars.toml").write_text(HEAD + REST + ASK + "path = /x\n" + MAP)
    (fault,) = read_sources([tmp_path]).faults
    assert (fault.file.name, fault.line) == ("cars.toml", 14)


async def test_nothing_is_not_said_while_a_faulty_source_would_count(tmp_path: Path) -> None:
    (tmp_path / "cars.toml").write_text('name = "torn')
    heard = [each async for each in Engine().run(PLATE, load_sources([tmp_path]), deadline_s=2.0)]
    assert [(each.state, each.reason) for each in heard][-1:] == [("failed", "unusable")]


def why(source: Source) -> str:
    """Why it is not asked."""
    return str(getattr(source, "why", ""))

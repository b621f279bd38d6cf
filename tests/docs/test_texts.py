"""Texts: the same in four languages, each once, and one for every failure."""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from focus.core.errors import text_key
from focus.core.registry.registry import discover
from focus.core.texts import LANGUAGES, Texts, gaps, keys_of
from tests.docs.catalogue import ROOT, problems, text_folders

PRODUCT = [folder for folder in text_folders() if folder.is_relative_to(ROOT / "src")]


def field_codes() -> set[str]:
    """Codes of what may be wrong with a field, as they stand in the source."""
    sources = [path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py")]
    return {code for text in sources for code in re.findall(r"FieldProblem\([^)]*?code=\"([\w.]+)\"", text)}


def name(folder: Path) -> str:
    return str(folder.relative_to(ROOT))


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts(discover().text_folders)


def test_the_app_has_texts() -> None:
    assert ROOT / "web" / "texts" in text_folders()


@pytest.mark.parametrize("folder", text_folders(), ids=name)
def test_every_text_is_there_in_four_languages(folder: Path) -> None:
    assert gaps(folder) == []


def test_what_only_the_app_shows_is_looked_at_too(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "app"):
        folder.mkdir(exist_ok=True)
        for language in LANGUAGES:
            (folder / f"{language}.ftl").write_text(f"{folder.name}-title = Titel\n", "utf-8")
    assert gaps(tmp_path) == []

    (tmp_path / "app" / "nl.ftl").write_text(f"{tmp_path.name}-title = Titel\n", "utf-8")

    found = "\n".join(gaps(tmp_path))
    assert "nl.ftl lacks app-title" in found
    assert f"{tmp_path.name}-title stands in two files" in found


@pytest.mark.parametrize("folder", text_folders(), ids=name)
def test_a_text_shows_the_same_variables_in_each_language(folder: Path) -> None:
    """Those it only counts by may differ: not every language has a plural there."""
    by_language = {language: variables(folder / f"{language}.ftl", shown=True) for language in LANGUAGES}
    differing = [
        key
        for key, used in by_language["nl"].items()
        if any(by_language[language].get(key) != used for language in LANGUAGES)
    ]
    assert differing == []


@cache
def messages(path: Path) -> tuple[tuple[str, str], ...]:
    """Key and source of each text of a file, in their order."""
    text = path.read_text("utf-8")
    body = FluentParser().parse(text).body
    return tuple(
        (entry.id.name, text[entry.span.start : entry.span.end])
        for entry in body
        if isinstance(entry, ftl.Message) and entry.span
    )


@cache
def variables(path: Path, *, shown: bool = False) -> dict[str, set[str]]:
    """Variables of each text; `shown`: only those whose value a person reads."""
    form = r"\{\s*\$([\w-]+)\s*\}" if shown else r"\{\s*\$([\w-]+)"
    return {key: set(re.findall(form, source)) for key, source in messages(path)}


@pytest.mark.parametrize("folder", text_folders(), ids=name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_written_twice_in_a_file(folder: Path, language: str) -> None:
    keys = Counter(key for key, _ in messages(folder / f"{language}.ftl"))
    assert [key for key, times in keys.items() if times > 1] == []


def test_no_two_modules_write_the_same_text() -> None:
    keys = Counter(key for folder in PRODUCT for key in keys_of(folder / "nl.ftl"))
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(problems()))
def test_every_error_has_its_text(texts: Texts, code: str, language: str) -> None:
    assert texts.has(language, text_key(code))


@pytest.mark.parametrize("code", sorted(field_codes()))
def test_every_fault_of_a_field_has_its_text(texts: Texts, code: str) -> None:
    assert all(texts.has(language, text_key(code)) for language in LANGUAGES)


@pytest.mark.parametrize("code", sorted(problems()))
def test_the_variables_of_an_errors_text_are_given_where_it_is_raised(code: str) -> None:
    """Otherwise a person reads the variable's name."""
    needed = {
        variable for folder in PRODUCT for variable in variables(folder / "en.ftl").get(text_key(code), set())
    }
    given = parameters_in(Path(_file_of(problems()[code])).parent)
    assert needed <= given, f"{needed - given} is in the text of {code} and in no params nearby"


def _file_of(kind: type) -> str:
    return str((ROOT / "src" / kind.__module__.replace(".", "/")).with_suffix(".py"))


@cache
def parameters_in(folder: Path) -> set[str]:
    """Keys of every dict literal in a package, which is where params are written."""
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Dict):
                found |= {str(key.value) for key in node.keys if isinstance(key, ast.Constant)}
            elif isinstance(node, ast.Call):
                found |= {keyword.arg for keyword in node.keywords if keyword.arg}
    return found

"""Small checks that several parts of a source's file need."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Any

from focus.modules.search.sources.checking import Fault, unknown_word
from focus.modules.search.sources.config import Condition
from focus.modules.search.sources.templates import TemplateInvalid, compile_template, compile_text_or_template
from focus.modules.search.sources.values import PathInvalid


def bad_conditions(conditions: list[Condition], path: str) -> Iterator[Fault]:
    for at, condition in enumerate(conditions):
        here = f"{path}[{at}]"
        yield from bad_paths(here, path=condition.path)
        tests = (condition.equals, condition.differs, condition.one_of, condition.exists, condition.past)
        if all(test is None for test in tests):
            yield Fault(here, "tests nothing; one of equals, not, in, exists, past is needed")


def bad_word(word: str, known: Collection[str], path: str, *, what: str) -> Iterator[Fault]:
    if word not in known:
        yield Fault(path, unknown_word(word, known, what=what))


def bad_paths(below: str, **paths: Any) -> Iterator[Fault]:
    for name, given in paths.items():
        for path in given if isinstance(given, list) else [given]:
            if path:
                yield from tried(f"{below}.{name}", partial(compile_text_or_template, path))


def bad_templates(below: str, **templates: str) -> Iterator[Fault]:
    for name, template in templates.items():
        if template:
            yield from tried(f"{below}.{name}", partial(compile_template, template))


def tried(path: str, compile_: Callable[[], Any]) -> Iterator[Fault]:
    try:
        compile_()
    except (PathInvalid, TemplateInvalid, ValueError) as problem:
        yield Fault(path, str(problem))

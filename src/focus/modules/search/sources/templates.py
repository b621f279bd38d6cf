"""Texts made of values: titles out of an answer, addresses and bodies out of a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

from focus.modules.search.sources.values import Text, compile_text

_TOKEN = re.compile(r"\{([^{}]*)\}|\[([^\[\]]*\{[^\[\]]*)\]")
_SPACES = re.compile(r"\s{2,}")
_ASKED = re.compile(r"\{([a-z_]+)(?::([^{}]+))?\}")
_DIRECTIVE = re.compile(r"%[^YmdyjF%]")

Fill = Callable[[Mapping[str, str]], str | None]
"""Facts of a question → text, or None when a fact is not there."""


class TemplateInvalid(ValueError):
    """Not a template."""


def compile_template(template: str) -> Text:
    """`{path|other}` and `[ optional {piece}]`; nothing when no path holds anything.

    Raises `TemplateInvalid`, `PathInvalid`.
    """
    pieces = _pieces(template)
    if all(isinstance(piece, str) for piece in pieces):
        return lambda _e, _r: template

    def render(e: Any, r: Any) -> str:
        parts, holds = [], False
        for piece in pieces:
            if isinstance(piece, str):
                parts.append(piece)
            elif text := piece(e, r):
                parts.append(text)
                holds = True
        return _SPACES.sub(" ", "".join(parts)).strip(" ,") if holds else ""

    return render


def _pieces(template: str) -> list[str | Text]:
    pieces: list[str | Text] = []
    at = 0
    for match in _TOKEN.finditer(template):
        if match.start() > at:
            pieces.append(_plain(template[at : match.start()]))
        if match[1] is not None:
            pieces.append(_value(match[1]))
        else:
            pieces.append(_optional(match[2]))
        at = match.end()
    if at < len(template):
        pieces.append(_plain(template[at:]))
    return pieces


def _plain(text: str) -> str:
    if "{" in text or "}" in text:
        raise TemplateInvalid(f"a brace too many at '{text}'")
    return text


def _value(inside: str) -> Text:
    paths = [path.strip() for path in inside.split("|")]
    if not all(paths):
        raise TemplateInvalid(f"'{{{inside}}}' names no path")
    return compile_text(paths)


def _optional(inside: str) -> Text:
    pieces = _pieces(inside)

    def render(e: Any, r: Any) -> str:
        parts = []
        for piece in pieces:
            text = piece if isinstance(piece, str) else piece(e, r)
            if not text:
                return ""
            parts.append(text)
        return "".join(parts)

    return render


def compile_text_or_template(text: str | list[str]) -> Text:
    """A template when it has a brace, else a path."""
    if isinstance(text, str) and "{" in text:
        return compile_template(text)
    return compile_text(text)


def asked_facts(template: str) -> set[str]:
    """Names of facts that a question template uses. Raises `TemplateInvalid`."""
    left = _ASKED.sub("", template)
    if "{" in left or "}" in left:
        raise TemplateInvalid(f"'{template}': write {{fact}} or {{born:%d/%m/%Y}}")
    for match in _ASKED.finditer(template):
        if match[2] and (match[1] != "born" or _DIRECTIVE.search(match[2])):
            raise TemplateInvalid(f"'{match[0]}': only born has a form, of %Y, %y, %m and %d")
    return {match[1] for match in _ASKED.finditer(template)}


def compile_question(template: str, *, escape: bool = False) -> Fill:
    """`{fact}` and `{born:%d/%m/%Y}`; `escape`: for the path of an address."""
    asked_facts(template)
    pieces: list[str | tuple[str, str]] = []
    at = 0
    for match in _ASKED.finditer(template):
        pieces.extend((template[at : match.start()], (match[1], match[2] or "")))
        at = match.end()
    pieces.append(template[at:])

    def fill(facts: Mapping[str, str]) -> str | None:
        parts: list[str] = []
        for piece in pieces:
            if type(piece) is str:
                parts.append(piece)
                continue
            text = _asked(facts, *piece)
            if not text:
                return None
            parts.append(quote(text, safe="") if escape else text)
        return "".join(parts)

    return fill


def _asked(facts: Mapping[str, str], name: str, form: str) -> str:
    value = facts.get(name) or ""
    if not form or not value:
        return value
    try:
        return date.fromisoformat(value).strftime(form)
    except ValueError:
        return _partly(value, form)


def _partly(value: str, form: str) -> str:
    """A birth date of which only the year, or year and month, is known."""
    year, _, month = value.partition("-")
    if "%d" in form or ("%m" in form and not month):
        return ""
    return form.replace("%Y", year).replace("%m", month)


def compile_body(body: Any) -> Callable[[Mapping[str, str]], Any]:
    """A JSON value with templates in its strings; fields whose facts are missing are left out."""
    if isinstance(body, str):
        return compile_question(body)
    if isinstance(body, dict):
        fields = {key: compile_body(value) for key, value in body.items()}

        def fill(facts: Mapping[str, str]) -> dict[str, Any]:
            made = ((key, make(facts)) for key, make in fields.items())
            return {key: value for key, value in made if value is not None}

        return fill
    if isinstance(body, list):
        elements = [compile_body(value) for value in body]
        return lambda facts: [x for x in (make(facts) for make in elements) if x is not None]
    return lambda _facts: body

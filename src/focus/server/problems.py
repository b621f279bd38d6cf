"""Failures as RFC 9457 problem details, in the language of the one who asked."""

from __future__ import annotations

import logging
import traceback
from typing import Any

import msgspec

from focus.core.errors import Problem, text_key
from focus.core.ids import new_id
from focus.core.texts import Texts

log = logging.getLogger("focus.server")

MEDIA_TYPE = "application/problem+json"
SHOWN_FRAMES = 12


class FieldDetail(msgspec.Struct, frozen=True):
    """What is wrong with one field of a request."""

    path: str
    code: str
    message: str
    params: dict[str, str | int] = {}


class ProblemDetails(msgspec.Struct, frozen=True, omit_defaults=True):
    """RFC 9457; `code` is stable, `title` is translated."""

    type: str
    title: str
    status: int
    code: str
    params: dict[str, str | int] = {}
    fields: list[FieldDetail] = []
    incident: str = ""
    """Names an unexpected failure in the application log."""


def details(problem: Problem, texts: Texts, language: str) -> dict[str, Any]:
    """The body of the answer."""
    fields = [
        FieldDetail(f.path, f.code, texts.get(language, text_key(f.code), f.params), f.params)
        for f in problem.fields
    ]
    body = ProblemDetails(
        type=f"urn:focus:problem:{problem.code}",
        title=texts.get(language, text_key(problem.code), problem.params),
        status=problem.status,
        code=problem.code,
        params=problem.params,
        fields=fields,
    )
    return {**msgspec.to_builtins(body), **problem.extra}


def unexpected(failure: BaseException, texts: Texts, language: str) -> dict[str, Any]:
    """The body for anything that nobody foresaw: says nothing of the inside, names the log line.

    The log gets the kind of failure and where it happened, never its message: that may quote a person.
    """
    incident = str(new_id())
    frames = traceback.extract_tb(failure.__traceback__)[-SHOWN_FRAMES:]
    where = " < ".join(
        f"{frame.filename.rpartition('/focus/')[2]}:{frame.lineno}" for frame in reversed(frames)
    )
    log.error("unexpected %s: %s at %s", incident, type(failure).__qualname__, where)
    body = details(Problem(), texts, language)
    return {**body, "incident": incident}

"""A source's file and what becomes of an answer to it."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from typing import Any

from focus.modules.search.configuration.loader import check_config
from focus.modules.search.questions import Reading
from focus.modules.search.records import Record
from focus.modules.search.sources.answers import compile_answer
from focus.modules.search.sources.drift import Drifts

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PLATE = Reading(kind="plate", normal="1-ABC-123", facts={"plate": "1ABC123", "country": "B"}, country="B")
HEAD = """
name = "cars"
short = "CARS"
kind = "rest"
legal = ["art. 1"]
title = { nl = "Auto's", fr = "Voitures", de = "Autos", en = "Cars" }
"""
REST = """
[rest]
base = "http://127.0.0.1:9"
"""
ASK = """
[[ask]]
for = ["plate", "name", "national_number"]
path = "/x"
"""
MAP = """
[[map]]
type = "vehicle"
each = "cars"
title = "{plate}"
identifiers = { plate = "plate" }
"""


def faults(text: str) -> list[str]:
    """All faults of a file's text."""
    return [str(fault) for fault in check_config(tomllib.loads(text))[1]]


def mapped(
    answer: Any,
    maps: str,
    *,
    reading: Reading = PLATE,
    head: str = "",
    asks: str = ASK,
    drifts: Drifts | None = None,
) -> list[Record]:
    """Records of an answer by these maps."""
    config, found = check_config(tomllib.loads(HEAD + head + REST + asks + maps))
    assert config is not None, found
    assert not found, [str(f) for f in found]
    return compile_answer(config, config.ask[0])(answer, reading, NOW, drifts)


def person(element: dict[str, Any], more: str = "", **changed: Any) -> Record:
    """The record of a person whose file has these lines more."""
    text = '[[map]]\ntype = "person"\neach = "."\nperson = { family = "naam", given = "voornaam" }\n' + more
    (record,) = mapped({"naam": "Peeters", "voornaam": "An"} | element, text, **changed)
    return record

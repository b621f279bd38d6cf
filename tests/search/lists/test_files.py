"""A list's source file: every fault is named."""

from __future__ import annotations

from typing import Any

import pytest

from focus.modules.search.configuration.loader import check_config
from tests.search.lists.files import MAP, head


def faults(place: dict[str, Any] | None, **more: Any) -> list[str]:
    content = head("attention") | {"kind": "list", "map": [MAP]} | more
    if place is not None:
        content["list"] = place
    return [str(fault) for fault in check_config(content)[1]]


GOOD = {"file": "a.csv", "format": "csv"}


@pytest.mark.parametrize(
    ("place", "more", "said"),
    [
        (None, {}, "list: is missing"),
        ({"format": "csv"}, {}, "either file or url"),
        (GOOD | {"url": "http://127.0.0.1/a"}, {}, "either file or url"),
        (GOOD | {"format": "xlsx"}, {}, "list.format"),
        (GOOD | {"every": "daily"}, {}, "list.every"),
        (GOOD | {"bad_share": 1.5}, {}, "list.bad_share"),
        (GOOD | {"encoding": "klingon"}, {}, "list.encoding"),
        (GOOD | {"mode": "delta"}, {"map": [MAP | {"id": ""}]}, "map[0].id"),
        (GOOD | {"gone": {"op": ["D"]}}, {}, "list.gone"),
        (GOOD | {"colour": 1}, {}, "list.colour: no such field"),
        (GOOD, {"matters": ["company"]}, "matters[0]"),
        (GOOD, {"ask": [{"for": ["plate"], "path": "/x"}]}, "leave [ask] out"),
        ({"url": "http://127.0.0.1/a", "format": "csv", "headers": {"X-Key": "abc"}}, {}, "a secret stands"),
    ],
)
def test_a_fault_is_named(place: dict[str, Any] | None, more: dict[str, Any], said: str) -> None:
    assert any(said in fault for fault in faults(place, **more))


def test_what_a_list_finds_may_matter() -> None:
    assert faults(GOOD, matters=["name", "plate"]) == []


def test_no_other_kind_takes_a_list() -> None:
    rest = {"kind": "rest", "rest": {"base": "http://127.0.0.1:9"}, "ask": [{"for": ["plate"], "path": "/x"}]}

    assert any(fault.startswith("list: kind is rest") for fault in faults(GOOD, **rest))

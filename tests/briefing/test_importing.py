"""A table becomes drafts: all lines or none, tried first without writing anything."""

from __future__ import annotations

from typing import Any

import pytest

from focus.modules.briefing.problems import ImportUnreadable
from tests.briefing.zone import Member, Zone

GOOD = """kind;title;text;units;plate;subject
vehicle;Rode Golf;Let op;;1-ABC-123;vehicle
attention;Markt;;NORTH;;
"""
BAD = """kind;title;valid_to;national_number;priority;units
attention;Goed;;;;
attention;;;;;
dragon;Soort;;;;
attention;Datum;morgen;;;
attention;Cijfers;;85.07.30-033.29;;
attention;Voorbij;2020-01-01T00:00:00Z;;;
attention;Dienst;;;;NOWHERE
attention;Spoed;;;very;
;Geen soort;;;;
"""


async def titles(desk: Member) -> list[str]:
    return sorted(one["content"]["title"] for one in await desk.see("drafts"))


async def test_a_dry_run_writes_nothing_and_says_what_would_be(zone: Zone, desk: Member) -> None:
    await zone.unit("NORTH")
    answer = await desk.do("import_items", table=GOOD, dry_run=True)
    assert (answer["lines"], answer["good"], answer["problems"], answer["drafts"]) == (2, 2, [], [])
    assert await titles(desk) == []


async def test_good_lines_become_drafts_that_can_be_published(zone: Zone, desk: Member) -> None:
    unit = await zone.unit("NORTH")
    answer = await desk.do("import_items", table=GOOD)
    assert await titles(desk) == ["Markt", "Rode Golf"]
    drafts = {one["content"]["title"]: one for one in await desk.see("drafts")}
    assert drafts["Markt"]["content"]["audience"] == {"units": [str(unit)]}
    assert drafts["Rode Golf"]["content"]["subjects"] == [{"kind": "vehicle", "plate": "1-ABC-123"}]
    for draft in answer["drafts"]:
        await desk.do("publish", draft=draft, version=1)


async def test_every_fault_names_its_line_and_column(desk: Member) -> None:
    answer = await desk.do("import_items", table=BAD)
    found = [(one["line"], one["path"], one["code"].removeprefix("briefing.")) for one in answer["problems"]]
    assert found == [
        (3, "title", "title_missing"),
        (4, "kind", "column_unreadable"),
        (5, "valid_to", "column_unreadable"),
        (6, "national_number", "national_number_wrong"),
        (7, "valid_to", "in_the_past"),
        (8, "units", "column_unreadable"),
        (9, "priority", "column_unreadable"),
        (10, "kind", "column_unreadable"),
    ]


@pytest.mark.parametrize(("keep_good", "kept"), [(False, []), (True, ["Goed"])])
async def test_all_or_nothing_unless_the_good_ones_are_to_be_kept(
    desk: Member, keep_good: bool, kept: list[str]
) -> None:
    await desk.do("import_items", table=BAD, keep_good=keep_good)
    assert await titles(desk) == kept


@pytest.mark.parametrize(
    "table",
    [
        "",
        "title\na\n",
        "kind,title,colour\nattention,a,b\n",
        "kind,title\nattention,a,b,c\n",
        'kind,title\n"a,b\n',
    ],
)
async def test_what_is_no_table_of_items_is_refused(desk: Member, table: str) -> None:
    with pytest.raises(ImportUnreadable):
        await desk.do("import_items", table=table)


async def test_the_log_says_where_and_never_what(zone: Zone, desk: Member) -> None:
    await desk.do("import_items", table=BAD)
    (event,) = await zone.log("briefing.ItemsImported")
    said: Any = str(event.what)
    assert "Datum" not in said and "033.29" not in said and "national_number" in said

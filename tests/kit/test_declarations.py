"""Every fault of a declaration is named, with its line, and all of them at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kit.planting import SOUND, faults

LACKING = SOUND.partition("CASE = ")[0].count("\n") + 1
PLANTED = {
    "a language": (
        ('"late": Date(L,', '"late": Date(t("a", "", "c", "d"),'),
        "late, label: has no text in fr",
    ),
    "a number as text": (("count=3", 'count="3"'), "deadlines.soon, count: expected int, got str"),
    "a unit": (
        ('unit="years"', 'unit="year"'),
        "keep, unit: 'year' is none of days, months, years; did you mean 'years'?",
    ),
    "one label for four": (
        ('"late": Date(L,', '"late": Date("te laat",'),
        "late, label: expected object, got str",
    ),
    "no field": (('"at": Moment(L)', '"at": L'), "at: is no field"),
    "a text for a list": (('until=["closed"]', 'until="closed"'), "deadlines.soon, until: expected array"),
    "a field's name": (('"price"', '"Price"'), "Price: 'Price' is no name"),
    "a word that is taken": (('"price"', '"constructor"'), "constructor: 'constructor' is taken"),
    "two names alike": (('"price"', '"ho_me"'), "ho_me: 'ho_me' and 'home' differ by an underscore only"),
    "a row's own id": (('"note"', '"id"'), "rows.id: 'id' is taken"),
    "an empty length": (("Text(L, shown_if", "Text(L, max=0, shown_if"), "which, max: must be 1 to 20000"),
    "a pattern": (
        ("Text(L, shown_if", r'Text(L, pattern="\\d+", shown_if'),
        r"which, pattern: '\d' does not",
    ),
    "least and most": (("min=1, max=9", "min=10, max=9"), "count, max: is less than min"),
    "no options": (("options=COLOURS", "options={}"), "colour, options: there must be at least one"),
    "an option's code": (('"red": L', '"r d": L'), "colour.options.r d: 'r d' is no code"),
    "an option in a rule": (
        ("'other'\"", "'othr'\""),
        "which, shown_if: 'othr' is no option of 'colour'; did you mean 'other'?",
    ),
    "a field in a rule": (
        ("days_after(this.on", "days_after(this.onn"),
        "late, computed: no field 'onn'; did you mean 'on'?",
    ),
    "a function": (
        ("days_after(this.on", "day_after(this.on"),
        "late, computed: nothing is called 'day_after'; did you mean 'days_after'?",
    ),
    "a result": (
        ("days_after(this.on, 3)", "size(this.rows)"),
        "late, computed: gives int, but string is needed",
    ),
    "no day": (("days_after(this.on, 3)", "this.which"), "late, computed: gives a text, but a day is needed"),
    "reading below": (
        ("this.colour == 'other'", "has(this.late)"),
        "which, shown_if: reads 'late', which does not stand above it",
    ),
    "reading itself": (("this.colour == 'other'", "this.which == ''"), "which, shown_if: reads 'which'"),
    "a circle": (
        ("Number(L, decimals=2)", 'Number(L, computed="size(this.rows)")'),
        "price, computed: reads 'rows'",
    ),
    "computed rows": (
        ("this.colour == 'other'", "size(this.rows.filter(r, r.note != '')) > 0"),
        "which, shown_if: reads 'rows'",
    ),
    "required twice": (
        ("Text(L, required_if", "Text(L, required=True, required_if"),
        "rows.note, required_if: is required anyway",
    ),
    "a group in a group": (
        ('"made": Moment(L)', '"made": Group(L, fields={})'),
        "rows.made: a group holds no group",
    ),
    "an empty group": (
        ('"late": Date', '"none": Group(L, fields={}), "late": Date'),
        "none: a group has at least one field",
    ),
    "syntax": (("this.on <= today", "this.on <="), "checks[0], that: Syntax error"),
    "a check's field": (
        ('at="rows.day"', 'at="rows.dya"'),
        "checks[1], at: no field 'rows.dya'; did you mean 'rows.day'?",
    ),
    "row without group": (('at="rows.day"', 'at="on"'), "checks[1], that: there is no 'row' here"),
    "a step": (('to="closed"', 'to="close"'), "steps.open.end, to: no step 'close'; did you mean 'closed'?"),
    "nobody's move": (('by=["desk"]', "by=[]"), "steps.open.end, by: nobody may do this"),
    "a reason without rule": (
        ('by=["desk"]', 'by=["desk"], because=L'),
        "steps.open.end, because: 'when' and 'because' come together",
    ),
    "an asked field": (
        ('by=["desk"]', 'by=["desk"], asks=["owners"]'),
        "steps.open.end, asks: no field 'owners'; did you mean 'owner'?",
    ),
    "asking for what is computed": (
        ('by=["desk"]', 'by=["desk"], asks=["late"]'),
        "steps.open.end, asks: 'late' is computed",
    ),
    "a printout": (
        ('by=["desk"]', 'by=["desk"], prints=["shet"]'),
        "steps.open.end, prints: no printout 'shet'; did you mean 'sheet'?",
    ),
    "an island": (
        ('"closed": Step(L)', '"closed": Step(L), "lost": Step(L)'),
        "steps.lost: no move leads to it",
    ),
    "a deadline's rule": (
        ('after="this.on"', 'after="this.colour"'),
        "deadlines.soon, after: gives a text, but a day is needed",
    ),
    "a deadline's partner": (
        ('per="municipality"', 'per="municpality"'),
        "deadlines.soon, per: no party 'municpality'; did you mean 'municipality'?",
    ),
    "a deadline's end": (('until=["closed"]', 'until=["shut"]'), "deadlines.soon, until: no step 'shut'"),
    "what a party sees": (
        ('opens={"open": ["on"]}', 'opens={"open": ["onn"]}'),
        "parties[0], opens: no field 'onn'; did you mean 'on'?",
    ),
    "an assignment": (
        ('search=["colour"]', 'search=["colour"], assign=Assign("wards")'),
        "assign, how: 'wards' is none of ward, team, hand, round_robin; did you mean 'ward'?",
    ),
    "a ward without address": (
        ('search=["colour"]', 'search=["colour"], assign=Assign("ward", by="owner")'),
        "assign: 'owner' is no address field",
    ),
    "what is searched": (
        ('search=["colour"]', 'search=["color"]'),
        "search[0]: no field 'color'; did you mean 'colour'?",
    ),
    "what is matched": (
        ('fills="owner"', 'fills="ownr"'),
        "matches[0], fills: no field 'ownr'; did you mean 'owner'?",
    ),
    "what is printed": (
        ('Printout(L, fields=["on"])', 'Printout(L, fields=["one"])'),
        "printouts.sheet, fields: no field 'one'; did you mean 'on'?",
    ),
    "never erased": (
        ('after=["closed"]', 'after=["open"]'),
        "keep, after: a case that ends in 'closed' would never be erased",
    ),
    "a version without upgrade": (
        ('name="sound"', 'name="sound", version=2'),
        "upgrades: version 2 has none",
    ),
    "an upgrade of no version": (
        ('name="sound"', 'name="sound", upgrades={2: dict}'),
        "upgrades[2]: there is no version 2",
    ),
}


def line_of(change: tuple[str, str]) -> int:
    """Where the planted text stands; a part that is missing is sought at the call that lacks it."""
    before, _, _ = SOUND.partition(change[0])
    return before.count("\n") + 1 if change != PLANTED["a version without upgrade"][0] else LACKING


def test_the_sound_declaration_has_none(tmp_path: Path) -> None:
    assert faults(tmp_path) == []


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_fault_is_named_with_its_line(tmp_path: Path, planted: str) -> None:
    change, wanted = PLANTED[planted]
    found = faults(tmp_path, change)
    assert any(fault.startswith(f"sound.py:{line_of(change)}: {wanted}") for fault in found), found


def test_all_faults_come_at_once_in_the_order_of_their_lines(tmp_path: Path) -> None:
    chosen = ["a language", "an option in a rule", "least and most", "a step", "what is printed", "no day"]
    found = faults(tmp_path, *(PLANTED[name][0] for name in chosen if name != "no day"))
    assert len(found) == 5
    lines = [int(fault.split(":")[1]) for fault in found]
    assert lines == sorted(lines)

"""A small case type in a file of its own, in which faults are planted."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from focus.kit.compiling import compile_case
from focus.kit.faults import BadDeclaration

SOUND = """\
from focus.kit import *

L = t("nl", "fr", "de", "en")
COLOURS = {"red": L, "other": L}

CASE = CaseType(
    L,
    name="sound",
    fields={
        "on": Date(L, required=True),
        "colour": Choice(L, options=COLOURS, required=True),
        "which": Text(L, shown_if="this.colour == 'other'"),
        "count": Number(L, min=1, max=9),
        "at": Moment(L),
        "owner": Person(L),
        "home": Address(L),
        "price": Number(L, decimals=2),
        "rows": Group(L, fields={
            "day": Date(L, required=True),
            "note": Text(L, required_if="row.day == today"),
            "made": Moment(L),
        }),
        "late": Date(L, computed="days_after(this.on, 3)"),
    },
    checks=[
        Check(that="this.on <= today", at="on", because=L),
        Check(that="row.day >= this.on", at="rows.day", because=L),
    ],
    steps={
        "open": Step(L, moves={"end": Move(L, to="closed", by=["desk"])}),
        "closed": Step(L),
    },
    deadlines={"soon": Deadline(L, after="this.on", count=3, until=["closed"], per="municipality")},
    parties=[Parties(kind="municipality", opens={"open": ["on"]})],
    search=["colour"],
    matches=[Match(fills="owner", on=["colour"], in_="x")],
    printouts={"sheet": Printout(L, fields=["on"])},
    keep=Keep(count=1, unit="years", after=["closed"]),
)
"""


def faults(folder: Path, *changes: tuple[str, str]) -> list[str]:
    """The faults of the sound case type with texts exchanged, as they are shown."""
    source = SOUND
    for old, new in changes:
        assert source.count(old) == 1, f"{old} stands {source.count(old)} times in the sound declaration"
        source = source.replace(old, new)
    file = folder / "sound.py"
    file.write_text(source, "utf-8")
    spec = importlib.util.spec_from_file_location("sound", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    try:
        compile_case(module.CASE, file)
    except BadDeclaration as bad:
        return [str(fault) for fault in bad.faults]
    return []


def reasons(folder: Path, check: str) -> list[str]:
    """What is wrong with a check on the whole record, without file and line."""
    found = faults(folder, ('that="this.on <= today"', f"that={check!r}"))
    assert all(": checks[0], that: " in fault for fault in found)
    return [fault.partition(", that: ")[2] for fault in found]

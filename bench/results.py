"""The table in docs/performance.md, written between two marks so that the words around it stay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.machine import described

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


@dataclass(frozen=True)
class Result:
    """One measured figure beside its target; `met` None where there is no target."""

    row: int
    what: str
    measured: str
    target: str
    met: bool | None
    note: str = ""

    @property
    def line(self) -> str:
        """A line of the table."""
        sign = {True: "yes", False: "**no**", None: "–"}[self.met]
        return f"| {self.row} | {self.what} | {self.measured} | {self.target} | {sign} | {self.note} |"


def write(results: list[Result]) -> None:
    """Replace the rows that were measured now and keep the others."""
    text = DOCUMENT.read_text("utf-8")
    before, rest = text.split(BEGIN)
    kept, after = rest.split(END)
    measured = {result.row for result in results}
    old = [
        line
        for line in kept.splitlines()
        if (m := re.match(r"\| (\d+) ", line)) and int(m[1]) not in measured
    ]
    lines = sorted([*old, *(result.line for result in results)], key=lambda line: int(line.split("|")[1]))
    head = ["| row | what | measured | target | met | note |", "|---|---|---|---|---|---|"]
    stamp = f"Last run {datetime.now(UTC):%Y-%m-%d} on {described()}."
    DOCUMENT.write_text("\n".join([f"{before}{BEGIN}", stamp, "", *head, *lines, f"{END}{after}"]), "utf-8")

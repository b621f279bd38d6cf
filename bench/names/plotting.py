"""Latency against size as a small SVG, and the tables beside it, written into docs."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10
from pathlib import Path

from bench.names.measuring import Measured

DOCS = Path(__file__).resolve().parents[2] / "docs"
_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 560, 300, 56, 40, 44
_DECADES = (-1, 2)
"""Of the latency axis: 0.1 to 100 ms."""
_COLOURS = {"p50": "#2563eb", "p99": "#c2410c"}


def write(row: int, title: str, results: Sequence[Measured]) -> None:
    """`docs/performance/names-row-NN.svg` and `.md`."""
    folder = DOCS / "performance"
    folder.mkdir(exist_ok=True)
    (folder / f"names-row-{row:02}.svg").write_text(plot(title, results), "utf-8")
    (folder / f"names-row-{row:02}.md").write_text(tables(row, title, results), "utf-8")


def plot(title: str, results: Sequence[Measured]) -> str:
    """p50 and p99 in ms over the number of persons, both axes logarithmic."""
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" '
        'font-size="12" fill="#334155">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<text x="{_LEFT}" y="20" font-size="14" font-weight="bold">{title}</text>',
    ]
    for decade in range(_DECADES[0], _DECADES[1] + 1):
        y = _y(10.0**decade)
        lines.append(f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - 20}" stroke="#cbd5e1"/>')
        lines.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{10.0**decade:g} ms</text>')
    for each in results:
        name = f"{each.persons:,}"
        lines.append(
            f'<text x="{_x(each.persons):.1f}" y="{_HEIGHT - 16}" text-anchor="middle">{name}</text>'
        )
    for which, colour in _COLOURS.items():
        points = [(_x(each.persons), _y(getattr(each, which)), getattr(each, which)) for each in results]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y, _ in points)
        lines.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        lines += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y, _ in points]
        lines += [
            f'<text x="{x:.1f}" y="{y - 8:.1f}" fill="{colour}" text-anchor="middle">{value:.1f}</text>'
            for x, y, value in points
        ]
        lines.append(f'<text x="{_WIDTH - 24}" y="{points[-1][1] + 16:.1f}" fill="{colour}">{which}</text>')
    return "\n".join([*lines, "</svg>", ""])


def tables(row: int, title: str, results: Sequence[Measured]) -> str:
    """Latency and CPU per size, recall per kind at the largest."""
    largest = results[-1]
    lines = [f"# {title}", "", f"![Latency against size](names-row-{row:02}.svg)", ""]
    lines += [
        "| persons | p50 ms | p99 ms | CPU ms | MB | strict | grouped |",
        "|" + "---|" * 7,
    ]
    lines += [
        f"| {each.persons:,} | {each.p50:.1f} | {each.p99:.1f} | {each.python:.1f} | {each.megabytes:.0f} "
        f"| {each.recall(grouped=False):.3f} | {each.recall(grouped=True):.3f} |"
        for each in results
    ]
    lines += [
        "",
        "Strict: the person meant is among the first ten; without a birth date, somebody of that name.",
    ]
    lines += ["Grouped: or somebody whom the same words would have asked for.", ""]
    lines += [f"Recall among {largest.persons:,} persons:", "", "| kind | questions | strict | grouped |"]
    lines += ["|---|---|---|---|"]
    lines += [
        f"| {kind} | {len(answers)} | {largest.recall(kind, grouped=False):.3f} "
        f"| {largest.recall(kind, grouped=True):.3f} |"
        for kind, answers in sorted(largest.strict.items())
    ]
    return "\n".join([*lines, ""])


def _x(persons: int) -> float:
    return _LEFT + 40 + (log10(persons) - 4) / 3.06 * (_WIDTH - _LEFT - 110)


def _y(ms: float) -> float:
    share = (log10(max(ms, 0.1)) - _DECADES[0]) / (_DECADES[1] - _DECADES[0])
    return _HEIGHT - _BOTTOM - share * (_HEIGHT - _BOTTOM - _TOP)

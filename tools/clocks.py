"""A lint: no test changes a clock that anything else uses.

Everything in a test process shares its modules and its event loop; one that puts `loop.time` an hour ahead
lets every server that sleeps just then sleep for an hour. What depends on time takes a clock as a parameter,
and `focus.core.clock.fixed` moves the wall clock for the test's own context.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("tests", "world", "bench")
CLOCKS = frozenset(
    {
        "time",
        "time_ns",
        "monotonic",
        "monotonic_ns",
        "perf_counter",
        "perf_counter_ns",
        "now",
        "utcnow",
        "today",
    }
)
SETTERS = frozenset({"setattr", "object", "patch", "setitem", "multiple"})
"""Of monkeypatch, of unittest.mock and the builtin."""


def faults(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, what is set) for each clock that is replaced: by assignment, by `setattr` or by a patch."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign | ast.Delete):
            targets = node.targets if isinstance(node, ast.Assign | ast.Delete) else [node.target]
            for target in targets:
                if isinstance(target, ast.Attribute) and target.attr in CLOCKS and not _own(target.value):
                    yield node.lineno, ast.unparse(target)
        elif isinstance(node, ast.Call) and (clock := _replaced(node)):
            yield node.lineno, clock


def _own(value: ast.expr) -> bool:
    """A field of one's own object that happens to be called so."""
    return isinstance(value, ast.Name) and value.id == "self"


def _replaced(call: ast.Call) -> str | None:
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name not in SETTERS:
        return None
    for argument in call.args[:2]:
        named = argument.value if isinstance(argument, ast.Constant) else None
        if isinstance(named, str) and named.rpartition(".")[2] in CLOCKS:
            return ast.unparse(call)
    return None


def main() -> None:
    """Each fault on a line; 1 when there is one."""
    found = []
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            tree = ast.parse(path.read_text("utf-8"))
            found += [f"{path.relative_to(ROOT)}:{line}: {what}" for line, what in faults(tree)]
    if found:
        sys.exit(
            "These change a clock that others share; give what is tested a clock of its own:\n"
            + "\n".join(found)
        )


if __name__ == "__main__":
    main()

"""A record, or a row of it, while it is gone through: what is cleaned so far, and how rules see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from focus.kit.circumstances import Circumstances
from focus.kit.compiling import Compiled
from focus.kit.rules.compiling import Rule
from focus.kit.rules.filling import Filler
from focus.kit.rules.schema import USER

_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


class RuleError(Exception):
    """A rule that ended in an error: an index that is not there, a day outside of the calendar."""


@dataclass
class Frame:
    """The whole record (`group` empty), or one row; `prefix` is that of its paths: `visits[0].`."""

    raw: dict[Any, Any]
    message: Any
    group: str = ""
    prefix: str = ""
    cleaned: dict[str, Any] = field(default_factory=dict)
    activation: Any = None
    changed: set[str] = field(default_factory=set)
    """Fields set since the activation was made: it holds a copy."""

    def path(self, name: str) -> str:
        """`visits[0].note`."""
        return f"{self.prefix}{name}"


class Evaluator:
    """Runs rules about one record. A message is copied when a rule first sees it, so copies are kept as long
    as nothing that a rule reads has changed."""

    def __init__(self, compiled: Compiled, filler: Filler, circumstances: Circumstances) -> None:
        self._compiled = compiled
        self._constant = {
            "now": circumstances.now.astimezone(UTC),
            "today": circumstances.today.isoformat(),
            "user": _user(filler, circumstances),
        }

    def truth(self, rule: Rule, frame: Frame, record: Frame) -> bool:
        """Of a condition. Raises RuleError."""
        value = self._run(rule, frame, record).value()
        if value is True or value is False:
            return bool(value)
        raise RuleError

    def value(self, rule: Rule, frame: Frame, record: Frame) -> Any:
        """Of a computed field, as JSON has it. Raises RuleError."""
        found = self._run(rule, frame, record)
        if found.type().name() == "ERROR":
            raise RuleError
        value = found.value()
        return value.astimezone(UTC).strftime(_MOMENT) if isinstance(value, datetime) else value

    def _run(self, rule: Rule, frame: Frame, record: Frame) -> Any:
        if frame.activation is None or not frame.changed.isdisjoint(
            rule.row_reads if frame.group else rule.reads
        ):
            rows = {"row": frame.message} if frame.group else {}
            environment = self._compiled.environments[frame.group]
            frame.activation = environment.Activation({"this": record.message, **rows, **self._constant})
            frame.changed.clear()
        return rule.expression.eval(frame.activation)


def _user(filler: Filler, circumstances: Circumstances) -> Any:
    user = circumstances.user
    values = {"id": user.id, "name": user.name, "unit": user.unit, "roles": list(user.roles)}
    return filler.message(USER, values)

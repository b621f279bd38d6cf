"""A record against its declaration.

Fields are gone through in their order: whether it is shown, its value computed or cleaned, whether it is
there if it is required. Then `required_if`, in the same order, and at last the checks. A rule that reads a
field with a fault is not asked: the officer reads one fault about one mistake. The app does the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from focus.kit.circumstances import Circumstances
from focus.kit.frames import Evaluator, Frame, RuleError
from focus.kit.planning import Plan, Planned
from focus.kit.rules.compiling import Rule
from focus.kit.rules.filling import Filler
from focus.kit.values import Faults, Wrong, identifier, moment, shown_name, text

_OWN = {"id", "at", "by"}


@dataclass(frozen=True)
class Checked:
    """`data` is what may be kept if `faults` is empty; `hidden` are paths of fields that do not exist now."""

    plan: Plan
    data: dict[str, Any]
    faults: Faults
    hidden: frozenset[str]
    run: Run

    @property
    def good(self) -> bool:
        """Whether the record may be kept."""
        return not self.faults


def validate(
    plan: Plan, data: object, circumstances: Circumstances, *, before: dict[str, Any] | None = None
) -> Checked:
    """A record cleaned, and all that is wrong with it as `(path, code)`; never raises for what it is given.

    `before`: the record as it is stored, whose entries may not change.
    """
    run = Run(plan, data if isinstance(data, dict) else {}, circumstances)
    if not isinstance(data, dict):
        run.fault("", "record")
    else:
        run.go(before or {})
    return Checked(plan, run.record.cleaned, run.faults, frozenset(run.hidden), run)


class Run:
    """One record on its way."""

    def __init__(self, plan: Plan, raw: dict[Any, Any], circumstances: Circumstances) -> None:
        self._plan = plan
        self._filler = Filler(plan.compiled.schema)
        self._evaluator = Evaluator(plan.compiled, self._filler, circumstances)
        self.record = Frame(raw, self._filler.message(plan.compiled.schema.root))
        self.rows: dict[str, list[Frame]] = {}
        self.faults: Faults = []
        self.hidden: set[str] = set()
        self._unsure: set[str] = set()
        """Paths with a fault or a value that depends on one; a group too when one of its rows has such."""

    def go(self, before: dict[str, Any]) -> None:
        """Everything, in the order that the module's head tells."""
        self._unknown(self.record, self._plan.known)
        for planned in self._plan.fields:
            if planned.rows:
                self._group(planned, before)
            else:
                self._field(self.record, planned)
        for frames in self.rows.values():
            for frame in frames:
                frame.activation = None
        for planned in self._plan.fields:
            self._required_if(self.record, planned)
            for frame in self.rows.get(planned.name, ()):
                for below in planned.rows:
                    self._required_if(frame, below)
        self._checks()

    def fault(self, path: str, code: str) -> None:
        """Notes what is wrong at a path."""
        self.faults.append((path, code))

    def ask(self, rule: Rule, frame: Frame, path: str) -> bool | None:
        """Whether a condition holds; None if nobody can say, because of a fault there is already."""
        if not self._sure(rule, frame):
            return None
        try:
            return self._evaluator.truth(rule, frame, self.record)
        except RuleError:
            self.fault(path, "rule_error")
            return None

    def reckon(self, rule: Rule, frame: Frame) -> Any:
        """A value. Raises RuleError; None if it depends on a fault."""
        return self._evaluator.value(rule, frame, self.record) if self._sure(rule, frame) else None

    def _sure(self, rule: Rule, frame: Frame) -> bool:
        unsure = self._unsure
        if not unsure:
            return True
        return unsure.isdisjoint(rule.reads) and not any(
            frame.path(name) in unsure for name in rule.row_reads
        )

    def _doubt(self, frame: Frame, name: str) -> None:
        self._unsure.add(frame.path(name))
        if frame.group:
            self._unsure.add(frame.group)

    def _unknown(self, frame: Frame, known: Iterable[str]) -> None:
        for name in frame.raw:
            if name not in known:
                self.fault(frame.path(shown_name(name)).rstrip("."), "unknown")

    def _shown(self, frame: Frame, planned: Planned) -> bool:
        """Whether a field exists; one of which nobody can say keeps its value, and is no fault."""
        if planned.shown is None:
            return True
        shown = self.ask(planned.shown, frame, frame.path(planned.name))
        if shown is None:
            self._doubt(frame, planned.name)
        elif not shown:
            self.hidden.add(frame.path(planned.name))
        return shown is not False

    def _field(self, frame: Frame, planned: Planned) -> None:
        if not self._shown(frame, planned):
            return
        path = frame.path(planned.name)
        value = None
        if planned.computed is not None:
            value = self._computed(frame, planned, planned.computed)
        elif (raw := frame.raw.get(planned.name)) is not None:
            try:
                value = planned.clean(raw)
            except Wrong as wrong:
                self._wrong(frame, planned.name, wrong.faults)
        if value is not None:
            self._set(frame, planned, value)
        elif planned.field.required and path not in self._unsure:
            self.fault(path, "required")
            self._doubt(frame, planned.name)

    def _computed(self, frame: Frame, planned: Planned, rule: Rule) -> Any:
        if not self._sure(rule, frame):
            self._doubt(frame, planned.name)
            return None
        try:
            return planned.clean(self.reckon(rule, frame))
        except (RuleError, Wrong):
            self.fault(frame.path(planned.name), "rule_error")
            self._doubt(frame, planned.name)
            return None

    def _wrong(self, frame: Frame, name: str, faults: Faults) -> None:
        for below, code in faults:
            joint = "." if below and not below.startswith("[") else ""
            self.fault(f"{frame.path(name)}{joint}{below}", code)
        self._doubt(frame, name)

    def _set(self, frame: Frame, planned: Planned, value: Any) -> None:
        frame.cleaned[planned.name] = value
        self._filler.set(frame.message, planned.name, planned.part, value)
        frame.changed.add(planned.name)

    def _group(self, planned: Planned, before: dict[str, Any]) -> None:
        if not self._shown(self.record, planned):
            return
        raw = self.record.raw.get(planned.name)
        if raw is None:
            raw = []
        if not isinstance(raw, list):
            self._wrong(self.record, planned.name, [("", "group")])
            return
        if len(raw) > planned.at_most:
            self._wrong(self.record, planned.name, [("", "too_many")])
            return
        cleaned = [self._row(planned, row, number) for number, row in enumerate(raw)]
        rows = [row for row in cleaned if row is not None]
        self._twice(planned.name, cleaned)
        if planned.entries:
            self._kept(planned.name, cleaned, before.get(planned.name))
        if rows:
            self._set(self.record, planned, rows)
        elif planned.field.required and planned.name not in self._unsure:
            self.fault(planned.name, "required")
            self._doubt(self.record, planned.name)

    def _row(self, planned: Planned, raw: object, number: int) -> dict[str, Any] | None:
        """One row cleaned; None if it is none."""
        prefix = f"{planned.name}[{number}]"
        if not isinstance(raw, dict):
            self._wrong(self.record, planned.name, [(f"[{number}]", "row")])
            return None
        message = self._filler.message(planned.part.message)
        frame = Frame(raw, message, planned.name, f"{prefix}.")
        own = _OWN if planned.entries else {"id"}
        self._unknown(frame, own | {below.name for below in planned.rows})
        self._own(frame, entries=planned.entries)
        for below in planned.rows:
            self._field(frame, below)
        self.rows.setdefault(planned.name, []).append(frame)
        return frame.cleaned

    def _own(self, frame: Frame, *, entries: bool) -> None:
        """What every row has beside its fields."""
        wanted: dict[str, Callable[[object], str | None]] = {"id": lambda value: identifier(value, "row_id")}
        if entries:
            wanted |= {"at": moment, "by": text}
        parts = self._plan.compiled.schema.messages[self._plan.compiled.schema.group(frame.group)]
        for name, clean in wanted.items():
            try:
                value = clean(frame.raw.get(name) if frame.raw.get(name) is not None else "")
            except Wrong as wrong:
                self._wrong(frame, name, wrong.faults)
                continue
            if value is None:
                self._wrong(frame, name, [("", "required")])
            else:
                frame.cleaned[name] = value
                self._filler.set(frame.message, name, parts[name], value)

    def _twice(self, group: str, rows: list[dict[str, Any] | None]) -> None:
        seen: set[str] = set()
        for number, row in enumerate(rows):
            own = row.get("id") if row else None
            if own in seen:
                self._wrong(self.record, group, [(f"[{number}].id", "twice")])
            elif own is not None:
                seen.add(own)

    def _kept(self, group: str, rows: list[dict[str, Any] | None], before: Any) -> None:
        """Entries that are stored must be there, as they are."""
        there = {row["id"]: number for number, row in enumerate(rows) if row and "id" in row}
        for old in before or ():
            number = there.get(old["id"])
            if number is None:
                self._wrong(self.record, group, [("", "entry_gone")])
            elif rows[number] != old:
                self._wrong(self.record, group, [(f"[{number}]", "entry_changed")])

    def _required_if(self, frame: Frame, planned: Planned) -> None:
        path = frame.path(planned.name)
        if planned.required is None or planned.name in frame.cleaned:
            return
        if path in self._unsure or path in self.hidden:
            return
        if self.ask(planned.required, frame, path):
            self.fault(path, "required")
            self._doubt(frame, planned.name)

    def _checks(self) -> None:
        for check in self._plan.checks:
            if check.rule.group:
                below = check.at.partition(".")[2]
                frames = self.rows.get(check.rule.group, [])
            else:
                below, frames = check.at, [self.record]
            for frame in frames:
                if self.ask(check.rule, frame, frame.path(below)) is False:
                    self.fault(frame.path(below), check.code)

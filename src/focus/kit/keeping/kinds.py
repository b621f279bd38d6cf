"""A case type at work: what all that keeps and changes its cases is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from focus.core.feed import person_bucket, unit_bucket, ward_bucket
from focus.core.registry import Module, Synced
from focus.kit.declaring.case import CaseType
from focus.kit.keeping.records import Case
from focus.kit.planning import Plan

if TYPE_CHECKING:
    from focus.core.gate import Platform

Holder = Literal["person", "unit", "ward"]


@dataclass(frozen=True, eq=False)
class CaseKind:
    """A case type that is sound, in its module."""

    module: str
    case: CaseType
    plan: Plan
    letter: str
    """Before the numbers of its cases."""
    synced: Synced
    manifest: bytes
    """As the app gets it."""
    digest: str
    """Changes with anything in it."""

    @property
    def first_step(self) -> str:
        """Where a case begins."""
        return next(iter(self.case.steps))

    def ends(self, step: str) -> bool:
        """Whether the time of keeping runs in this step."""
        return step in self.case.keep.after

    def permission(self, verb: str) -> str:
        """`found_bicycle.act`."""
        return f"{self.module}.{verb}"


@dataclass(frozen=True, eq=False)
class CaseModule(Module):
    """A module made of a case type. Without a `kind` its declaration has `faults`, and it does not run."""

    kind: CaseKind | None = None


def kinds_of(platform: Platform) -> Iterator[CaseKind]:
    """The case types of this installation."""
    for module in platform.registry:
        if isinstance(module, CaseModule) and module.kind is not None:
            yield module.kind


def buckets_of(case: Case, holders: Iterable[Holder]) -> Iterator[str]:
    """Those of `holders` who work on a case; whoever made it holds it until somebody does."""
    found = {
        "person": person_bucket(case.person) if case.person else "",
        "unit": unit_bucket(case.unit) if case.unit else "",
        "ward": ward_bucket(case.ward) if case.ward else "",
    }
    named = [found[holder] for holder in holders if found[holder]]
    yield from named or [person_bucket(case.made_by)]


def told(case: Case) -> dict[str, Any]:
    """What a change may replace and the happening of an assignment tells."""
    return {name: str(value) if (value := getattr(case, name)) else None for name in ("person", "unit")}

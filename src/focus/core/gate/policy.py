"""Decisions by Cedar: default deny, and a rule that cannot be evaluated denies too.

A decision depends only on what is handed in, so it is cached under exactly that.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources
from typing import Any

import cedarpy
import msgspec

CACHE = 20_000
"""Decisions kept; then the cache starts anew."""

Value = str | bool | frozenset[str]


class Decision(msgspec.Struct, frozen=True):
    """Whether it is allowed and, if a rule forbade it, that rule's id."""

    allowed: bool
    forbidden_by: str = ""


class Policy:
    """One policy set and its decisions."""

    def __init__(self, text: str | None = None) -> None:
        self._set = cedarpy.PolicySet.from_str(text if text is not None else platform_policy())
        self._cache: dict[tuple[Any, ...], Decision] = {}

    def decide(
        self,
        *,
        action: str,
        principal: tuple[str, frozenset[str]],
        resource: tuple[tuple[str, Value], ...],
        context: tuple[tuple[str, Value], ...] = (),
    ) -> Decision:
        """Decide; `principal` is (function, permissions), `resource` and `context` are attribute pairs."""
        key = (action, principal, resource, context)
        decision = self._cache.get(key)
        if decision is None:
            if len(self._cache) >= CACHE:
                self._cache.clear()
            decision = self._cache[key] = self._evaluate(action, principal, dict(resource), dict(context))
        return decision

    def _evaluate(
        self,
        action: str,
        principal: tuple[str, frozenset[str]],
        resource: Mapping[str, Value],
        context: Mapping[str, Value],
    ) -> Decision:
        function, permissions = principal
        entities = [
            _entity("Post", "asking", {"function": function, "permissions": permissions}),
            _entity("Thing", "asked", resource),
        ]
        request = {
            "principal": 'Post::"asking"',
            "action": f'Action::"{action}"',
            "resource": 'Thing::"asked"',
            "context": {name: _plain(value) for name, value in context.items()},
        }
        result = cedarpy.is_authorized(request, self._set, json.dumps(entities))
        # Cedar skips a rule that fails: a skipped forbid would allow. So any error is a denial.
        if result.diagnostics.errors:
            return Decision(allowed=False, forbidden_by="error")
        if result.allowed:
            return Decision(allowed=True)
        rules = result.diagnostics.id_annotations_by_reason
        return Decision(allowed=False, forbidden_by=next(iter(sorted(filter(None, rules.values()))), ""))


def platform_policy() -> str:
    """The text of the platform's own policy."""
    return resources.files("focus.core.gate").joinpath("policy.cedar").read_text("utf-8")


def _plain(value: Value) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value


def _entity(kind: str, name: str, attributes: Mapping[str, Value]) -> dict[str, Any]:
    attrs = {key: _plain(value) for key, value in attributes.items()}
    return {"uid": {"type": kind, "id": name}, "attrs": attrs, "parents": []}

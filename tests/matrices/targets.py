"""Everything that can be called, read from the registry: what the matrices run over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from focus.core.registry import Module, Operation, Route
from focus.core.registry.registry import method_of, path_of


@dataclass(frozen=True)
class Target:
    """One door: how it is called and what its declaration promises."""

    module: str
    name: str
    """As a refusal is logged: `purposes.start_task`, `search./api/search/lookups`."""
    method: str
    path: str
    parameters: Any
    """Type of the query or the JSON body; None: neither."""
    needs: str | None
    step_up: bool = False
    while_locked: bool = False
    public: bool = False
    switchable: bool = False
    """The module can be off."""
    declared: Operation | Route | None = None

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def reads_query(self) -> bool:
        """The parameters travel in the URL."""
        return self.method == "GET"

    @property
    def in_path(self) -> tuple[str, ...]:
        """Names of the parameters in the path."""
        return tuple(re.findall(r"\{(\w+):", self.path))


def targets_of(modules: Iterable[Module]) -> Iterator[Target]:
    """Every action, view and route, the public ones too."""
    for module in modules:
        off = not module.always_on
        for operation in (*module.actions, *module.views):
            yield Target(
                module=module.name,
                name=f"{module.name}.{operation.name}",
                method=method_of(operation),
                path=path_of(module, operation),
                parameters=operation.parameters,
                needs=operation.needs,
                step_up=operation.step_up,
                switchable=off,
                declared=operation,
            )
        for route in module.routes:
            yield Target(
                module=module.name,
                name=f"{module.name}.{route.path}",
                method=route.method,
                path=route.path,
                parameters=route.body,
                needs=route.needs,
                step_up=route.step_up,
                while_locked=route.while_locked,
                public=route.public,
                switchable=off,
                declared=route,
            )

"""The product with a module whose records phones hold: `uvicorn --factory bench.phones.app:create`."""

from __future__ import annotations

from dataclasses import replace

from focus.core.registry.registry import arrange, discover
from focus.server import app
from tests.support.notes.module import module

NOTES = replace(module, package="tests.support.notes", always_on=True)


def create() -> app.App:
    """As `focus serve`, one module more."""
    return app.create(registry=arrange([*discover(), NOTES]))

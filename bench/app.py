"""The product with the measured module beside its own: `uvicorn --factory bench.app:create`."""

from __future__ import annotations

from bench.vehicles.module import module
from focus.core.registry.registry import arrange, discover
from focus.server import app


def create() -> app.App:
    """As `focus serve`, one module more."""
    return app.create(registry=arrange([*discover(), module]))

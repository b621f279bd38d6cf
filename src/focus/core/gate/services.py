"""What a module keeps for the life of the process and lets others use, under a type instead of a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Service(Generic[T]):
    """Named in the module's `public.py` when others may use it, beside its class when not.

    The module offers it in its `start`; who asks must require the module.
    """

    module: str
    kind: type[T]


class NotRequired(RuntimeError):
    """A module asks for what another offers that it does not require: nothing says that it is there."""


class NotOffered(RuntimeError):
    """Nobody offered this service: its module is not installed, or not started yet."""

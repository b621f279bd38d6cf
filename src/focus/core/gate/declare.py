"""`@action` and `@view`: the two doors to records."""

from __future__ import annotations

from collections.abc import Callable

from focus.core.registry.declarations import Action, Function, View


def action(
    *, needs: str | None, step_up: bool = False, offline: bool = False
) -> Callable[[Function], Action]:
    """Declare a function that changes something; it returns an `Event`. See `Action` for `offline`."""
    return lambda function: Action(function, needs=needs, step_up=step_up, offline=offline)


def view(
    *, needs: str | None, private: bool = False, consults: bool = True, step_up: bool = False
) -> Callable[[Function], View]:
    """Declare a function that reads something; see `View` for `private` and `consults`."""
    return lambda function: View(function, needs=needs, private=private, consults=consults, step_up=step_up)

"""Why somebody may be stopped: the platform's grounds, or the organisation's own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from focus.core.gate import Actor
from focus.core.organisations.public import name_in, settings_of
from focus.modules.followup.settings import FollowupSettings, Ground

DECLARED: Mapping[str, bool] = MappingProxyType(
    {
        "identity_check": False,
        "traffic": False,
        "suspicious": True,
        "wanted": False,
        "event": False,
        "at_request": False,
        "other": True,
    }
)
"""Code → whether it asks for a few words; the title is the text `followup-ground-<code>`."""
CITED = frozenset({"identity_check", "traffic", "suspicious", "wanted", "event"})
"""Of these, those with a citation: text `followup-basis-<code>`, as of the kindred purpose."""


class GroundShown(msgspec.Struct, frozen=True, kw_only=True):
    """A ground as an officer chooses it."""

    code: str
    title: str
    explain: bool
    """Asks for a few words beside it."""
    basis: str = ""
    """Where the law gives the power; empty where nobody has said so."""
    proposed: bool = False
    """The citation is the platform's proposal: the organisation has set no grounds of its own."""


async def grounds_of(actor: Actor) -> tuple[GroundShown, ...]:
    """The grounds in force, in the officer's language."""
    return grounds_in(actor, await settings_of(actor.tx, "followup", FollowupSettings))


def grounds_in(actor: Actor, settings: FollowupSettings) -> tuple[GroundShown, ...]:
    """Those of the organisation, else the declared ones."""
    if settings.grounds:
        return tuple(_own(ground, actor.language) for ground in settings.grounds)
    return tuple(
        GroundShown(
            code=code,
            title=title_of(actor, code),
            explain=explain,
            basis=_text(actor, "basis", code) if code in CITED else "",
            proposed=code in CITED,
        )
        for code, explain in DECLARED.items()
    )


def _own(ground: Ground, language: str) -> GroundShown:
    return GroundShown(
        code=ground.code,
        title=name_in(ground.titles, language) if ground.titles else ground.code,
        explain=ground.explain,
        basis=name_in(ground.basis, language) if ground.basis else "",
    )


def title_of(actor: Actor, code: str) -> str:
    """The title of a declared ground; a code that is no longer in use shows itself."""
    return _text(actor, "ground", code) if code in DECLARED else code


def _text(actor: Actor, family: str, code: str) -> str:
    return actor.platform.texts.get(actor.language, f"followup-{family}-{code.replace('_', '-')}")

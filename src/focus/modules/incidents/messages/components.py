"""EIDO: what every component of it has."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from focus.modules.incidents.messages.form import Stamp
from focus.modules.incidents.messages.incident import Link
from focus.modules.incidents.messages.parts import Part

_Made = TypeVar("_Made")
_ENDINGS = ("Reference", "References")


class Component:
    """One component: its id, who wrote it when, and its references, which are taken from it at once."""

    def __init__(self, said: Part) -> None:
        self.said = said
        self.id = said.text("$id")
        at = said.moment("lastUpdateTimeStamp")
        agency, agent = (
            "".join(_referred(said, name)[:1])
            for name in ("updatedByAgencyReference", "updatedByAgentReference")
        )
        self.stamp = Stamp(at=at, agency=agency, agent=agent)
        self.links = tuple(
            Link(of=self.id, name=name, to=to)
            for name in said.names()
            if name.endswith(_ENDINGS)
            for to in _referred(said, name)
        )

    @property
    def origin(self) -> tuple[Link, ...]:
        """Who wrote it, as links: for a component that becomes nothing which has a stamp."""
        named = {
            "updatedByAgencyReference": self.stamp.agency,
            "updatedByAgentReference": self.stamp.agent,
        }
        return tuple(Link(of=self.id, name=name, to=to) for name, to in named.items() if to)

    def to(self, name: str) -> tuple[str, ...]:
        """Ids that one of its references names."""
        return tuple(link.to for link in self.links if link.name == name)


class Components:
    """The components of an EIDO as they are read, and all links between them."""

    def __init__(self, root: Part) -> None:
        self._root = root
        self.links: list[Link] = []

    def each(self, name: str, make: Callable[[Component], _Made]) -> tuple[_Made, ...]:
        """Each component of a list, made into something."""
        return tuple(make(self.opened(said)) for said in self._root.parts(name))

    def opened(self, said: Part) -> Component:
        """A component, its links remembered."""
        component = Component(said)
        self.links.extend(component.links)
        return component


def _referred(said: Part, name: str) -> tuple[str, ...]:
    return tuple(to for one in said.objects(name) if (to := one.text("$ref")))

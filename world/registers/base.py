"""What a source is: where it is asked, how it says yes and no, and how fast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .asking import Ask

Record = dict[str, Any]
Answer = Callable[["Ask"], list[Record]]
Lets = Callable[[Any, bytes], bool]
"""(request, body) → whether this one is let in."""


@dataclass(frozen=True)
class Endpoint:
    """One way to ask: `path` may hold {value}; `params` maps their parameter to our part of a question.

    Parts are value, name, given, surname, birth, street, house, box, postcode, place.
    """

    kind: str
    path: str
    params: dict[str, str] = field(default_factory=dict)
    method: str = "GET"


@dataclass(frozen=True)
class Register:
    """A source over REST.

    `none` is what it says when it knows nothing: "404", "empty" (its usual shape without records) or
    "hit" ({hit: false}). `wrap` is the usual shape: "list", "one" (first record alone) or the name of the
    list's key, dotted when it is nested. `key_header` is empty for an open source.
    """

    name: str
    title: str
    answer: Answer
    endpoints: tuple[Endpoint, ...]
    wrap: str
    none: str
    key_header: str
    median_ms: int
    transport: str = "rest"
    lets: Lets | None = None
    """More proof of who asks than a header."""

    def shape(self, records: list[Record]) -> Any:
        """The records in this source's own envelope."""
        if self.wrap == "list":
            return records
        if self.wrap == "one":
            return records[0] if records else {}
        if self.none == "hit":
            return {"hit": bool(records), self.wrap: records}
        *outer, last = self.wrap.split(".")
        body: Any = {last: records, "total": len(records)}
        for key in reversed(outer):
            body = {key: body}
        return body


registers: dict[str, Register] = {}


def register(
    name: str,
    title: str,
    *endpoints: Endpoint,
    wrap: str = "records",
    none: str = "empty",
    key: str = "X-Api-Key",
    ms: int = 70,
) -> Callable[[Answer], Answer]:
    """Enter a function that answers into the list of sources."""

    def enter(answer: Answer) -> Answer:
        if name in registers:
            raise ValueError(f"two sources are called {name}")
        registers[name] = Register(name, title, answer, endpoints, wrap, none, key, ms)
        return answer

    return enter


def by_number(path: str = "/personen/{value}") -> Endpoint:
    return Endpoint("national_number", path)


def by_name(path: str, *, method: str = "GET", **params: str) -> Endpoint:
    """`params` as `naam="surname"`: their parameter, our part."""
    return Endpoint("name", path, params, method)


def by_plate(path: str = "/platen/{value}") -> Endpoint:
    return Endpoint("plate", path)


def by_address(path: str, *, method: str = "GET", **params: str) -> Endpoint:
    return Endpoint("address", path, params, method)

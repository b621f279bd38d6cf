r"""LDAP search filters (RFC 4515) with facts in them.

A fact is put into the filter after that was read, as octets of its own, so no character of it can mean
anything. What needs a fact that is not there is left out: `(&(sn={family_name})(givenName={given_names}*))`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

import msgspec

from focus.modules.search.sources.templates import TemplateInvalid, asked_facts, compile_question

_ITEM: Final = re.compile(r"([A-Za-z][A-Za-z0-9.;-]*)(=|~=|>=|<=)([^()]*)")
_ESCAPED: Final = re.compile(r"\\([0-9A-Fa-f]{2})")

Node = tuple[str, Any]
"""("&" | "|" | "!", nodes), ("present", name), ("=" | "~=" | ">=" | "<=", (name, value)),
("parts", (name, [first, …, last])) with "" where a `*` stands at an end."""
_Make = Callable[[Mapping[str, str]], Node | None]


class FilterInvalid(ValueError):
    """No search filter."""


class Filter(msgspec.Struct, frozen=True):
    """`make`: facts → the filter, or None when nothing is left of it."""

    make: Callable[[Mapping[str, str]], Node | None]
    facts: frozenset[str]


def compile_filter(text: str) -> Filter:
    """Raises `FilterInvalid`."""
    try:
        make, rest = _filter(text.strip())
        if rest:
            raise FilterInvalid(f"'{rest}' after its end")
        return Filter(make, frozenset(asked_facts(re.sub(r"\\[0-9A-Fa-f]{2}", "", text))))
    except TemplateInvalid as problem:
        raise FilterInvalid(str(problem)) from None


def _filter(text: str) -> tuple[_Make, str]:
    if not text.startswith("("):
        raise FilterInvalid(f"'{text[:40]}' where a ( is needed")
    sign = text[1:2]
    if sign not in ("&", "|", "!"):
        return _item(text)
    makes, rest = [], text[2:].lstrip()
    while rest.startswith("("):
        make, rest = _filter(rest)
        makes.append(make)
        rest = rest.lstrip()
    if not rest.startswith(")") or not makes or (sign == "!" and len(makes) != 1):
        raise FilterInvalid(f"'({sign}' that is not closed, or holds nothing or too much")

    def whole(facts: Mapping[str, str]) -> Node | None:
        nodes = [node for make in makes if (node := make(facts)) is not None]
        return (sign, nodes) if nodes else None

    return whole, rest[1:]


def _item(text: str) -> tuple[_Make, str]:
    body, closed, rest = text[1:].partition(")")
    match = _ITEM.fullmatch(body)
    if not closed or not match:
        raise FilterInvalid(f"'({body[:40]})' is no (attribute=value)")
    name, sign, value = match.groups()
    if value == "*" and sign == "=":
        return lambda _facts: ("present", name), rest
    if "*" in value and sign != "=":
        raise FilterInvalid(f"'({body[:40]})': * goes with = only")
    fills = [compile_question(piece) for piece in value.split("*")]
    plain = ["{" not in piece for piece in value.split("*")]

    def item(facts: Mapping[str, str]) -> Node | None:
        pieces = [_piece(fill(facts), plain=p) for fill, p in zip(fills, plain, strict=True)]
        if None in pieces:
            return None
        return (sign, (name, pieces[0])) if len(pieces) == 1 else ("parts", (name, pieces))

    return item, rest


def _piece(text: str | None, *, plain: bool) -> bytes | None:
    r"""Only what stands in the file may be escaped with `\2a`; a fact is taken as it is."""
    if text is None:
        return None
    if not plain:
        return text.encode()
    pieces = _ESCAPED.split(text)
    return b"".join(bytes.fromhex(p) if at % 2 else p.encode() for at, p in enumerate(pieces))

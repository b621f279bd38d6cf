"""XML to a tree, without any entity, document type or file from elsewhere.

An element with only text is its text, any other is an object: its children by name (`{namespace}name` where
it is not of a namespace that is read), its attributes as `@name`, its text as `#text`, comments as `#comment`
and processing instructions as `?target`. What comes more than once is a list. White space around text is
layout and is left out.
"""

from __future__ import annotations

from typing import Any, Final
from xml.parsers import expat

from focus.modules.incidents.messages.limits import DEEPEST, MOST_PARTS
from focus.modules.incidents.messages.trees import Tree, check, sized
from focus.modules.incidents.messages.unreadable import Unreadable

_BETWEEN: Final = " "
"""Between namespace and name, as expat gives them; neither may hold it."""


def xml_tree(octets: bytes, namespaces: tuple[str, ...]) -> tuple[str, Tree]:
    """Name of the root and what is in it.

    Names in `namespaces` stand without their namespace. Raises `Unreadable`: malformed, encoding,
    forbidden_markup (a document type or an entity), too_large, too_deep, too_many_parts, unstorable_text.
    """
    building = _Building(namespaces)
    parser = expat.ParserCreate(namespace_separator=_BETWEEN)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _forbidden
    parser.StartElementHandler = building.start
    parser.EndElementHandler = building.end
    parser.CharacterDataHandler = building.text
    parser.CommentHandler = building.comment
    parser.ProcessingInstructionHandler = building.instruction
    try:
        parser.Parse(sized(octets), True)
    except expat.ExpatError as problem:
        raise _why(problem, octets) from None
    except (LookupError, ValueError):
        raise Unreadable("encoding", detail="an unknown character set") from None
    check(building.root)
    return building.name, building.root


def _forbidden(*_: object) -> None:
    raise Unreadable("forbidden_markup", detail="a document type")


_OF_ENCODING: Final = frozenset(
    expat.errors.codes[name]
    for name in (
        expat.errors.XML_ERROR_UNKNOWN_ENCODING,
        expat.errors.XML_ERROR_INCORRECT_ENCODING,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
    )
)


def _why(problem: expat.ExpatError, octets: bytes) -> Unreadable:
    where = f"{expat.ErrorString(problem.code)} at line {problem.lineno}, column {problem.offset + 1}"
    if problem.code in _OF_ENCODING or not _is_utf8(octets):
        return Unreadable("encoding", detail=where)
    return Unreadable("malformed", detail=where)


def _is_utf8(octets: bytes) -> bool:
    try:
        octets.decode()
    except UnicodeDecodeError:
        return False
    return True


class _Building:
    """The tree while the parser walks. Outside the root comments and instructions are the root's."""

    def __init__(self, namespaces: tuple[str, ...]) -> None:
        self.name = ""
        self.root: Tree = {}
        self._namespaces = namespaces
        self._open: list[Tree] = []
        self._names: list[str] = []
        self._words: list[list[str]] = []
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._count += 1 + len(attributes)
        if self._count > MOST_PARTS:
            raise Unreadable("too_many_parts", detail=f"at most {MOST_PARTS}")
        if len(self._open) >= DEEPEST:
            raise Unreadable("too_deep", detail=f"at most {DEEPEST}")
        short = self._short(name) if _BETWEEN in name else f"{{}}{name}"
        element: Tree = self.root if not self._open else {}
        for key, value in attributes.items():
            _add(element, "@" + self._short(key), value)
        self.name = self.name or short
        self._open.append(element)
        self._names.append(short)
        self._words.append([])

    def end(self, _: str) -> None:
        """It ends, and is its parent's."""
        element, name, words = self._open.pop(), self._names.pop(), "".join(self._words.pop()).strip()
        plain = not element
        if words and (not plain or not self._open):
            element["#text"] = words
        if self._open:
            _add(self._open[-1], name, words if plain else element)

    def text(self, words: str) -> None:
        """Some of its text."""
        self._words[-1].append(words)

    def comment(self, words: str) -> None:
        """A comment, kept."""
        _add(self._open[-1] if self._open else self.root, "#comment", words.strip())

    def instruction(self, target: str, words: str) -> None:
        """A processing instruction, kept."""
        _add(self._open[-1] if self._open else self.root, "?" + target, words.strip())

    def _short(self, name: str) -> str:
        namespace, _, local = name.rpartition(_BETWEEN)
        return local if not namespace or namespace in self._namespaces else f"{{{namespace}}}{local}"


def _add(element: Tree, name: str, value: Any) -> None:
    """A list from the second on; no value of an element is a list itself."""
    if name not in element:
        element[name] = value
    elif isinstance(element[name], list):
        element[name].append(value)
    else:
        element[name] = [element[name], value]

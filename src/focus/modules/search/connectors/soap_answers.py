"""A SOAP answer as objects and lists, by its schema; where it differs from that is named."""

from __future__ import annotations

import logging
import re
from threading import local
from typing import Any

from lxml import etree
from zeep.exceptions import Error, XMLParseError
from zeep.helpers import serialize_object
from zeep.xsd.context import XmlParserContext

from focus.modules.search.connectors.soap_wsdl import Wsdl
from focus.modules.search.sources.drift import Drift
from focus.modules.search.sources.protocol import WrongSchema

_UNEXPECTED = re.compile(r"Unexpected element '(?P<came>[^']+)'(?:, expected '(?P<agreed>[^']+)')?")
"""As zeep tells it: names of elements, which are no values."""


class _Unreadable(logging.Filter):
    """zeep logs a value that is not of its type, traceback and all, and goes on without it. The value is
    somebody's: nothing is logged, and the element's name is kept for who reads the answer in this thread."""

    def __init__(self) -> None:
        super().__init__()
        self._here = local()

    def filter(self, record: logging.LogRecord) -> bool:
        step = record.exc_info[2] if record.exc_info else None
        element = step.tb_frame.f_locals.get("xmlelement") if step else None
        self._names().append("" if element is None else etree.QName(element).localname)
        return False

    def taken(self) -> list[str]:
        """Names of the elements since the last time."""
        names, self._here.names = self._names(), []
        return names

    def _names(self) -> list[str]:
        if not hasattr(self._here, "names"):
            self._here.names = []
        return self._here.names  # type: ignore[no-any-return]


_unreadable = _Unreadable()
logging.getLogger("zeep.xsd.types.simple").addFilter(_unreadable)


def value_of(element: Any, operation: Any, wsdl: Wsdl) -> tuple[Any, tuple[Drift, ...]]:
    """The answer, and the elements left out because their text is not of their type. Raises `WrongSchema`."""
    wanted = operation.output.body
    if element.tag != wanted.qname.text:
        raise another(element, wanted.qname.localname)
    _unreadable.taken()
    try:
        context = XmlParserContext(settings=wsdl.settings)
        found = wanted.parse(element, wsdl.schema, context=context)
        value = serialize_object(found, dict)
    except XMLParseError as problem:
        raise _told(problem, element) from None
    except (Error, ValueError, TypeError, LookupError, AttributeError) as problem:
        # Its message may quote a value.
        raise WrongSchema(type(problem).__name__, change="type", found="text") from None
    left_out = dict.fromkeys(Drift(name, "type", "text") for name in _unreadable.taken())
    return {} if value is None else value, tuple(left_out)


def another(element: Any, agreed: str) -> WrongSchema:
    """Another element than agreed, or the agreed one of another namespace."""
    name = etree.QName(element).localname
    if name == agreed:
        return WrongSchema(f"'{agreed}' of another namespace", field=agreed, change="namespace")
    return WrongSchema(f"{name[:40]} where {agreed} was agreed", field=agreed, found="object")


def _told(problem: XMLParseError, answer: Any) -> WrongSchema:
    found = _UNEXPECTED.search(problem.message or "")
    if found is None:
        return WrongSchema("XMLParseError")
    came, agreed = etree.QName(found["came"]), etree.QName(found["agreed"] or found["came"])
    if came.namespace != etree.QName(answer).namespace:
        return WrongSchema(
            f"'{came.localname}' of another namespace", field=came.localname, change="namespace"
        )
    if agreed == came or answer.find(f".//{agreed}") is not None:
        return WrongSchema(f"unexpected '{came.localname}'", field=came.localname, change="shape")
    return WrongSchema(
        f"{came.localname[:40]} where {agreed.localname} was agreed", field=agreed.localname, found="nothing"
    )

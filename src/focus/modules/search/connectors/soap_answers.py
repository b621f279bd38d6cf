"""A SOAP answer as objects and lists, by its schema; where it differs from that is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from zeep.exceptions import Error, XMLParseError
from zeep.helpers import serialize_object
from zeep.xsd.context import XmlParserContext

from focus.modules.search.connectors.soap_values import read_as_ours
from focus.modules.search.connectors.soap_wsdl import Wsdl
from focus.modules.search.sources.drift import Drift
from focus.modules.search.sources.protocol import WrongSchema
from focus.modules.search.sources.unread import Unread

_UNEXPECTED = re.compile(r"Unexpected element '(?P<came>[^']+)'(?:, expected '(?P<agreed>[^']+)')?")
"""As zeep tells it: names of elements, which are no values."""


read_as_ours()


def value_of(element: Any, operation: Any, wsdl: Wsdl) -> tuple[Any, tuple[Drift, ...]]:
    """The answer, and the elements whose text is not of their type, which stand in it as `Unread`.

    Raises `WrongSchema`.
    """
    wanted = operation.output.body
    if element.tag != wanted.qname.text:
        raise another(element, wanted.qname.localname)
    try:
        context = XmlParserContext(settings=wsdl.settings)
        found = wanted.parse(element, wsdl.schema, context=context)
        value = serialize_object(found, dict)
    except XMLParseError as problem:
        raise _told(problem, element) from None
    except (Error, ValueError, TypeError, LookupError, AttributeError) as problem:
        # Its message may quote a value.
        raise WrongSchema(type(problem).__name__, change="type", found="text") from None
    unread = dict.fromkeys(Drift(name, "type", "text") for name in _unread(value, ""))
    return {} if value is None else value, tuple(unread)


def _unread(value: Any, name: str) -> Iterator[str]:
    """Names of the elements that hold an `Unread`."""
    if isinstance(value, Unread):
        yield name
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _unread(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _unread(inner, name)


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

"""Sources that speak SOAP: zeep makes and reads messages, our own client carries them.

So deadline, limit of size and cancellation are those of any source over HTTP. A large answer is read in a
thread; called off, nobody waits for it, and it ends by itself within what `max_bytes` allows.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import msgspec
from lxml import etree
from zeep.exceptions import Error, ValidationError

from focus.modules.search.connectors.asking import HttpAsker, refusal
from focus.modules.search.connectors.client import Raw, Trace
from focus.modules.search.connectors.decoding import as_browsers
from focus.modules.search.connectors.http import Address, Reply
from focus.modules.search.connectors.soap_answers import another, value_of
from focus.modules.search.connectors.soap_wsdl import Wsdl, WsdlInvalid
from focus.modules.search.sources.config import Ask, SourceConfig
from focus.modules.search.sources.encryption import SAY, readable
from focus.modules.search.sources.protocol import SourceFailed, WrongSchema
from focus.modules.search.sources.settings import Settings
from focus.modules.search.sources.templates import compile_body

_IN_THREAD: Final = 32_768
"""An answer from this size on is read in a thread, so that others are not kept waiting."""
_ENVELOPES: Final = (
    "http://schemas.xmlsoap.org/soap/envelope/",
    "http://www.w3.org/2003/05/soap-envelope",
)
_DECLARATION: Final = re.compile(rb"\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_NO_ACCESS: Final = {"FailedAuthentication", "FailedCheck", "InvalidSecurity", "InvalidSecurityToken"}


class SoapCall(msgspec.Struct, frozen=True):
    """One question as it goes out."""

    envelope: bytes
    headers: bytes
    kind: str
    operation: Any
    empty_faults: frozenset[str]


class SoapPlace:
    """What the ways of asking and the client of one source share. Raises `WsdlInvalid`."""

    def __init__(self, config: SourceConfig, settings: Settings) -> None:
        if config.soap is None:
            raise ValueError(f"{config.name} has no [soap]")
        self.wsdl = Wsdl(config.soap, settings.folder)
        self.address = Address.of(settings.fill(config.soap.address) or self.wsdl.address)
        self.headers = {name: settings.fill(value) for name, value in config.soap.headers.items()}


class SoapWay:
    """One `[[ask]]` of a SOAP source, compiled."""

    def __init__(self, place: SoapPlace, ask: Ask) -> None:
        self._place, self._name = place, ask.operation
        self._operation = place.wsdl.operation(ask.operation)
        self._arguments = compile_body(ask.arguments)
        self._empty = frozenset(ask.empty_faults)

    def call(self, facts: Mapping[str, str]) -> SoapCall | None:
        """None: a fact that the message needs is not there."""
        arguments = self._arguments(facts)
        if not arguments:
            return None
        try:
            envelope, headers = self._place.wsdl.message(self._name, arguments)
        except ValidationError:
            return None
        whole = {**headers, "Accept": "text/xml, application/soap+xml", **self._place.headers}
        begun = self._place.address.beginning(whole)
        return SoapCall(envelope, begun, headers["Content-Type"], self._operation, self._empty)


class SoapClient:
    """Asks over connections of its own."""

    def __init__(self, config: SourceConfig, place: SoapPlace, settings: Settings) -> None:
        self._asker = HttpAsker(place.address, config.access, settings, most=config.max_bytes)
        self._path, self._wsdl = place.address.path or "/", place.wsdl

    async def open(self) -> None:
        """Nothing to get ready."""

    async def close(self) -> None:
        """Hang up everything."""
        self._asker.close()

    async def ask(self, call: SoapCall, *, deadline: float, trace: Trace | None = None) -> Raw:
        """Ask and read. Raises `SourceFailed`."""
        reply = await self._asker.ask(
            "POST",
            self._path,
            call.headers,
            call.envelope,
            kind=call.kind,
            readable=(200, 400, 500),
            deadline=deadline,
            trace=trace,
        )
        if reply.status not in (200, 400, 500):
            raise refusal(reply)
        if len(reply.body) < _IN_THREAD:
            return self._read(reply, call)
        try:
            async with asyncio.timeout_at(deadline):
                return await asyncio.to_thread(self._read, reply, call)
        except TimeoutError:
            raise SourceFailed("timeout", "while reading the answer") from None

    def _read(self, reply: Reply, call: SoapCall) -> Raw:
        size = len(reply.body)
        try:
            child = _inside(_parsed(reply.body, reply.charset))
        except SourceFailed:
            if reply.status != 200:
                raise refusal(reply) from None
            raise
        if etree.QName(child).localname == "Fault" and etree.QName(child).namespace in _ENVELOPES:
            code, words = _fault(child)
            if code in call.empty_faults:
                return Raw(None, size, empty=True)
            raise SourceFailed("refused_login" if code in _NO_ACCESS else "status", f"fault {code}: {words}")
        if reply.status != 200:
            raise refusal(reply)
        value, drifts = value_of(child, call.operation, self._wsdl)
        return Raw(value, size, drifts=drifts)


def _parsed(body: bytes, charset: str | None) -> Any:
    """The root of an answer. Raises `SourceFailed` charset or garbage."""
    try:
        root = etree.fromstring(body, _parser(as_browsers(charset or _declared(body))))
    except LookupError:
        raise SourceFailed("charset", f"not in {str(charset)[:20]}") from None
    except etree.XMLSyntaxError as problem:
        raise _why(body, problem) from None
    if root.getroottree().docinfo.doctype:
        raise SourceFailed("garbage", "a document type, which SOAP forbids")
    return root


def _declared(body: bytes) -> str | None:
    """The character set of the XML declaration, where its octets can be read as they are."""
    found = _DECLARATION.match(body)
    return found[1].decode() if found else None


def _parser(charset: str | None) -> Any:
    """Comments and instructions are joined over: `STO<!-- x -->LEN` is STOLEN."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding=charset,
    )


def _why(body: bytes, problem: Exception) -> SourceFailed:
    """XML in another character set than it says, or no XML at all."""
    try:
        body.decode()
    except UnicodeDecodeError:
        try:
            etree.fromstring(body, _parser("iso-8859-1"))
        except etree.XMLSyntaxError:
            return SourceFailed("garbage", str(problem)[:200])
        return SourceFailed("charset", "XML, but not in the character set that it says")
    return SourceFailed("garbage", str(problem)[:200])


def _inside(root: Any) -> Any:
    """The one element in the body."""
    for space in _ENVELOPES:
        if root.tag == f"{{{space}}}Envelope":
            body = root.find(f"{{{space}}}Body")
            children = [] if body is None else [child for child in body if isinstance(child.tag, str)]
            if len(children) == 1:
                return children[0]
            raise WrongSchema(f"{len(children)} elements in the body of the answer", field="Body")
    raise another(root, "Envelope")


def _fault(fault: Any) -> tuple[str, str]:
    """(innermost code without its prefix, words) of SOAP 1.1 and 1.2."""
    codes = [e.text or "" for e in fault.iter() if etree.QName(e).localname in ("faultcode", "Value")]
    words = [e.text or "" for e in fault.iter() if etree.QName(e).localname in ("faultstring", "Text")]
    return (codes or ["?"])[-1].strip().rpartition(":")[2], (words or [""])[0].strip()[:200]


def faults_of_wsdl(config: SourceConfig, folder: Path) -> list[tuple[str, str]]:
    """(field, what is wrong) of a SOAP source's file together with its WSDL."""
    if config.soap is None:
        return []
    try:
        wsdl = Wsdl(config.soap, folder)
    except WsdlInvalid as problem:
        return [("soap.wsdl", str(problem))]
    found = []
    if not config.soap.address and readable(wsdl.address) and not config.insecure:
        found.append(("soap.wsdl", f"its address is http://: write soap.address with https://; {SAY}"))
    for at, ask in enumerate(config.ask):
        try:
            wsdl.operation(ask.operation)
            wsdl.message(ask.operation, dict.fromkeys(ask.arguments, ""))
        except WsdlInvalid as problem:
            found.append((f"ask[{at}].operation", str(problem)))
        except TypeError as problem:
            found.append((f"ask[{at}].arguments", str(problem).partition(" Signature")[0]))
        except (Error, ValueError):
            continue  # what is left empty here may be filled by a question
    return found

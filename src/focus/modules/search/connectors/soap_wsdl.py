"""A WSDL from files: read once, never fetched; what is wrong with it is said with file and line."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import etree
from zeep import Client, Settings
from zeep.exceptions import Error, XMLParseError
from zeep.transports import Transport

from focus.modules.search.sources.places import Soap

_NAMED = re.compile(r"\{[^}]*\}([\w.-]+)")
"""A name as zeep tells it: `{namespace}name`."""


class WsdlInvalid(ValueError):
    """`file`, `line N`: what."""

    def __init__(self, file: Path | str, line: int | None, what: str) -> None:
        place = f"{file}, line {line}" if line else str(file)
        super().__init__(f"{place}: {what}")


class _Files(Transport):
    """Reads files only; each is parsed first, so that a slip is told with its place."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.read: list[Path] = []

    def load(self, url: str) -> bytes:
        if urlsplit(url).scheme:
            raise WsdlInvalid(
                self.read[-1], _line(self.read[-1], url), f"{url} is not fetched; put it beside"
            )
        file = Path(url)
        try:
            content = file.read_bytes()
        except OSError as problem:
            where = self.read[-1] if self.read else file
            line = _line(where, file.name) if self.read else None
            raise WsdlInvalid(where, line, f"{file.name}: {problem.strerror}") from None
        self.read.append(file)
        try:
            etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as problem:
            raise WsdlInvalid(file, problem.lineno, problem.msg or "no XML") from None
        return content


def _line(file: Path, word: str) -> int | None:
    """The first line on which a word stands whole, or ends a name or an address."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    return next((at for at, line in enumerate(lines, 1) if re.search(rf"\b{re.escape(word)}\b", line)), None)


class Wsdl:
    """What a WSDL says of one port. Raises `WsdlInvalid`."""

    def __init__(self, soap: Soap, folder: Path) -> None:
        self.file = folder / soap.wsdl
        files = _Files()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", UserWarning)  # zeep only warns of what it leaves out
                settings = Settings(strict=True, forbid_dtd=True)
                self._client = Client(str(self.file), transport=files, settings=settings)
                self.service = self._client.bind(soap.service or None, soap.port or None)
        except WsdlInvalid:
            raise
        except Exception as problem:
            raise _told(problem, self.file, files.read) from None
        self.schema = self._client.wsdl.types
        self.settings = self._client.settings
        self.binding = self.service._binding
        self.address = str(self.service._binding_options["address"])

    def operation(self, name: str) -> Any:
        """Raises `WsdlInvalid` when there is none, or none that we can read."""
        known = self.binding.all()
        if name not in known:
            there = ", ".join(sorted(known))
            raise WsdlInvalid(self.file, None, f'no operation "{name}"; there are {there}')
        found = known[name]
        if found.style == "rpc" or found.output is None or found.output._is_body_wrapped:
            line = _line(self.file, name)
            raise WsdlInvalid(self.file, line, f"{name}: only document style with one part is read")
        return found

    def message(self, name: str, arguments: dict[str, Any]) -> tuple[bytes, dict[str, str]]:
        """(envelope, its HTTP headers). Raises zeep's `ValidationError`, TypeError for unknown arguments."""
        envelope, headers = self.binding._create(
            name, (), arguments, client=self._client, options=self.service._binding_options
        )
        return etree.tostring(envelope, xml_declaration=True, encoding="utf-8"), dict(headers)


def _told(problem: Exception, file: Path, read: list[Path]) -> WsdlInvalid:
    if isinstance(problem, XMLParseError) and problem.sourceline:
        return WsdlInvalid(problem.filename or file, problem.sourceline, problem.message)
    said = str(problem) if isinstance(problem, Error | ValueError | UserWarning) else ""
    for name in _NAMED.findall(said):
        for each in read:
            line = _line(each, name)
            if line:
                return WsdlInvalid(each, line, said)
    return WsdlInvalid(file, None, said[:300] or type(problem).__name__)

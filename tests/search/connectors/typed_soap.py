"""A SOAP source whose answer has an element of each type, read without a network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from focus.core import clock
from focus.modules.search.configuration.loader import check_config
from focus.modules.search.connectors.soap import _inside, _parsed
from focus.modules.search.connectors.soap_answers import value_of
from focus.modules.search.connectors.soap_wsdl import Wsdl
from focus.modules.search.sources.answers import compile_answer
from focus.modules.search.sources.drift import Drifts
from focus.modules.search.sources.places import Soap
from focus.modules.search.sources.protocol import Answer
from tests.search.connectors.broken import OTHER, soap_file
from tests.search.connectors.servers import PLATE

_ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/"
_SPACE = "urn:world:foreign-vehicles"


class TypedSoap:
    """`type_`: of the one element beside plate, country and make; the file's map has `more` fields."""

    def __init__(self, folder: Path, type_: str, **more: Any) -> None:
        text = (OTHER / "foreign-vehicles.wsdl").read_text()
        element = f'<xs:element name="value" type="xs:{type_}" minOccurs="0"/>'
        (folder / "typed.wsdl").write_text(
            text.replace('<xs:element name="registered" type="xs:date" minOccurs="0"/>', element)
        )
        self._wsdl = Wsdl(Soap(wsdl="typed.wsdl"), folder)
        file = soap_file("http://127.0.0.1:9")
        file["map"][0] |= more.pop("map", {})
        file["ask"][0] |= more.pop("ask", {})
        config, faults = check_config(file | more)
        assert config is not None, faults
        assert not faults, [str(fault) for fault in faults]
        self._read = compile_answer(config, config.ask[0])

    def answer(self, written: str, *, encoding: str = "utf-8") -> Answer:
        """What becomes of a vehicle with this text in its element. Raises `SourceFailed`."""
        text = (
            f'<?xml version="1.0" encoding="{encoding}"?>'
            f'<e:Envelope xmlns:e="{_ENVELOPE}"><e:Body><FindVehicleResponse xmlns="{_SPACE}">'
            "<source>s</source><vehicle><plate>1-ABC-123</plate><country>B</country><make>Seat</make>"
            f"<value>{written}</value></vehicle></FindVehicleResponse></e:Body></e:Envelope>"
        )
        octets = text.encode("cp1252" if encoding == "iso-8859-1" else encoding)
        element = _inside(_parsed(octets, None))
        value, drifts = value_of(element, self._wsdl.operation("FindVehicle"), self._wsdl)
        seen = Drifts(drifts)
        records = self._read(value, PLATE, clock.now(), seen)
        return Answer(tuple(records), 0, seen.unread, tuple(seen.seen))

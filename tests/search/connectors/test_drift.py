"""A source that changes its answers: where and how is named, never a value; no record is lost unsaid."""

from __future__ import annotations

from typing import Any

import pytest

from focus.core import clock
from focus.modules.search.configuration.loader import check_config
from focus.modules.search.sources.answers import compile_answer
from focus.modules.search.sources.drift import Drift, Drifts
from focus.modules.search.sources.protocol import Answer, WrongSchema
from tests.search.connectors.broken import beside, directory_running, ldap_file, soap_file, soap_running
from tests.search.connectors.servers import PLATE, ask, rest_file
from tests.search.connectors.test_ldap import name
from world.soap import found

MAP = {
    "type": "vehicle", "each": "vehicles", "id": "plate", "title": "{plate}",
    "identifiers": {"plate": "plate"}, "required": ["plate"],
    "facts": {"make": "car.make", "registration_status": {"path": "status", "kind": "code"}},
    "codes": {"kind": ["a", "b"]},
}  # fmt: skip
GOOD = {"plate": "1-ABC-123", "car": {"make": "Skoda"}, "kind": "a"}


def read(*rows: Any) -> Answer:
    """What becomes of these elements."""
    config, faults = check_config(rest_file("http://127.0.0.1:9", map=[MAP]))
    assert config is not None, faults
    drifts = Drifts()
    reads = compile_answer(config, config.ask[0])
    records = reads({"vehicles": list(rows)}, PLATE, clock.now(), drifts)
    return Answer(tuple(records), 0, drifts.unread, tuple(drifts.seen))


@pytest.mark.parametrize(
    ("row", "drift"),
    [
        ({"kind": "a", "owner": "Peeters"}, Drift("plate", "missing", "nothing")),
        ({**GOOD, "car": "Peeters"}, Drift("car", "type", "text")),
        ({**GOOD, "car": {"make": {"name": "Peeters"}}}, Drift("car.make", "type", "object")),
        ({**GOOD, "kind": "Peeters"}, Drift("kind", "code", "text")),
        ("Peeters", Drift("vehicles", "type", "text")),
    ],
)
def test_a_record_that_cannot_be_read_is_left_out_counted_and_named(row: Any, drift: Drift) -> None:
    answer = read(GOOD, row)
    assert (len(answer.records), answer.unread, answer.drifts) == (1, 1, (drift,))
    assert "Peeters" not in repr(answer.drifts)


def test_when_no_record_can_be_read_the_source_has_failed() -> None:
    with pytest.raises(WrongSchema) as failed:
        read({"owner": "Peeters"}, {"owner": "Maes"})
    assert failed.value.drift == Drift("plate", "missing", "nothing")
    assert "Peeters" not in str(failed.value)


def test_a_code_that_nobody_knows_is_told_and_the_record_read() -> None:
    answer = read({**GOOD, "status": "verkocht"})
    assert (len(answer.records), answer.unread) == (1, 0)
    assert answer.drifts == (Drift("status", "code", "text"),)


def test_an_empty_text_where_an_object_was_is_nothing() -> None:
    assert read({**GOOD, "car": ""}).drifts == ()


@pytest.mark.parametrize(
    ("before", "after", "drift"),
    [
        (b"urn:world:foreign-vehicles", b"urn:world:v2", Drift("FindVehicleResponse", "namespace")),
        (b"<plate>", b'<plate xmlns="urn:v2">', Drift("plate", "namespace")),
        (b"plate>", b"nummer>", Drift("plate", "missing", "nothing")),
        (b"<make>", b"<extra>1</extra><make>", Drift("extra", "shape")),
    ],
)
async def test_a_soap_answer_of_another_schema_is_named(before: bytes, after: bytes, drift: Drift) -> None:
    from focus.modules.search.connectors.soap import _inside, _parsed
    from focus.modules.search.connectors.soap_answers import value_of
    from focus.modules.search.connectors.soap_wsdl import Wsdl
    from focus.modules.search.sources.places import Soap
    from tests.search.connectors.broken import OTHER

    wsdl = Wsdl(Soap(wsdl="foreign-vehicles.wsdl"), OTHER)
    body = found([{"plate": "1-ABC-123", "country": "B", "make": "Peeters"}]).replace(before, after)
    with pytest.raises(WrongSchema) as failed:
        value_of(_inside(_parsed(body, None)), wsdl.operation("FindVehicle"), wsdl)
    assert failed.value.drift == drift
    assert "Peeters" not in str(failed.value)


async def test_a_soap_value_of_another_type_is_told_and_never_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from tests.search.connectors import broken

    row = {"plate": "1-ABC-123", "country": "B", "make": "Seat", "registered": "Peeters"}
    monkeypatch.setitem(broken.VEHICLES, "1ABC123", [row])
    async with soap_running() as (address, _):
        source = beside(soap_file(address))
        answer = await ask(source)
        await source.close()
    assert (len(answer.records), answer.drifts) == (1, (Drift("registered", "type", "text"),))
    assert "Peeters" not in caplog.text


async def test_an_attribute_that_a_directory_no_longer_has_is_named() -> None:
    async with directory_running() as directory:
        for entry in directory.people.values():
            entry["number"] = entry.pop("uid")
        source = beside(ldap_file(directory.port))
        with pytest.raises(WrongSchema) as failed:
            await ask(source, name("Peeters"))
        await source.close()
        for entry in directory.people.values():
            entry["uid"] = entry.pop("number")
    assert failed.value.drift == Drift("uid", "attribute", "nothing")

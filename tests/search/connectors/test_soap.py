"""Sources that speak SOAP, with a WSDL from a file; every fault is named, none is "nothing known"."""

from __future__ import annotations

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from focus.modules.search.configuration.loader import check_config, read_config
from focus.modules.search.questions import Reading
from focus.modules.search.sources.protocol import SourceFailed
from tests.search.connectors.broken import OTHER, beside, broken, soap_file, soap_running
from tests.search.connectors.servers import PLATE, ask
from world.serving.faults import Condition


@pytest.fixture
async def soap() -> AsyncIterator[tuple[str, Condition]]:
    async with soap_running() as running:
        yield running


def plate(value: str) -> Reading:
    return Reading(kind="plate", normal=value, facts={"plate": value, "country": "B"}, country="B")


async def test_what_it_found_becomes_records(soap: tuple[str, Condition]) -> None:
    source = beside(soap_file(soap[0]))
    answer = await ask(source)
    assert [(r.title, r.facts[0].value) for r in answer.records] == [("1-ABC-123", "Škoda")]
    await source.close()


async def test_two_elements_of_a_list_are_two_records(soap: tuple[str, Condition]) -> None:
    source = beside(soap_file(soap[0]))
    assert [r.facts[0].value for r in (await ask(source, plate("2TWO222"))).records] == ["Seat", "Fiat"]
    await source.close()


async def test_a_large_answer_is_read_to_its_end(soap: tuple[str, Condition]) -> None:
    source = beside(soap_file(soap[0], deadline_ms=4_000))
    assert len((await ask(source, plate("9MNY999"))).records) == 500
    await source.close()


async def test_a_fault_that_says_nothing_is_known_is_empty(soap: tuple[str, Condition]) -> None:
    source = beside(soap_file(soap[0]))
    assert (await ask(source, plate("0NON000"))).records == ()
    await source.close()


async def test_a_fault_that_the_file_does_not_name_is_a_failure(soap: tuple[str, Condition]) -> None:
    file = soap_file(soap[0])
    file["ask"][0].pop("empty_faults")
    source = beside(file)
    with pytest.raises(SourceFailed, match="status: fault NotFound: no vehicle bears this plate"):
        await ask(source, plate("0NON000"))
    await source.close()


@pytest.mark.parametrize(
    ("mode", "reason"),
    [
        ("hang", "timeout"),
        ("drip", "timeout"),
        ("garbage", "garbage"),
        ("wrong-schema", "wrong_schema"),
        ("wrong-charset", "charset"),
        ("huge", "too_large"),
        ("reset", "reset"),
        ("500", "status"),
        ("401", "refused_login"),
        ("out", "status"),
    ],
)
async def test_a_failure_is_named(soap: tuple[str, Condition], mode: str, reason: str) -> None:
    broken(soap[1], mode)
    source = beside(soap_file(soap[0]))
    with pytest.raises(SourceFailed) as failed:
        await ask(source)
    assert failed.value.reason == reason
    await source.close()


async def test_called_off_it_hangs_up(soap: tuple[str, Condition]) -> None:
    broken(soap[1], "hang")
    source = beside(soap_file(soap[0], deadline_ms=20_000))
    asking = asyncio.create_task(ask(source, within=20))
    async with asyncio.timeout(5):
        while not soap[1].counters.open:
            await asyncio.sleep(0.01)
        asking.cancel()
        while soap[1].counters.open:
            await asyncio.sleep(0.01)
    assert soap[1].counters.cancelled == 1
    await source.close()


async def test_a_document_type_in_an_answer_is_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "x">]><b>&a;</b>'

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(bomb), bomb))
        await writer.drain()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    source = beside(soap_file(f"http://127.0.0.1:{port}/x"))
    with pytest.raises(SourceFailed, match="garbage: a document type"):
        await ask(source)
    await source.close()
    server.close()


def wsdl_fault(folder: Path, before: str, after: str) -> str:
    """The one fault of a file whose WSDL has this change."""
    text = (OTHER / "foreign-vehicles.wsdl").read_text()
    assert before in text
    (folder / "foreign-vehicles.wsdl").write_text(text.replace(before, after, 1))
    (folder / "abroad.toml").write_text(
        'name = "abroad"\nshort = "A"\nkind = "soap"\nlegal = ["1"]\n'
        'title = { nl = "A", fr = "A", de = "A", en = "A" }\nsoap = { wsdl = "foreign-vehicles.wsdl" }\n'
        '[[ask]]\nfor = ["plate"]\noperation = "FindVehicle"\narguments = { plate = "{plate}" }\n'
        '[[map]]\ntype = "vehicle"\neach = "vehicle"\ntitle = "{plate}"\nid = "plate"\n'
    )
    (fault,) = read_config(folder / "abroad.toml")[1]
    return str(fault).replace(f"{folder}/", "")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "http://127.0.0.1:9/foreign",
            "http://abroad.example/foreign",
            "soap.wsdl: its address is http://",
        ),
        (
            "</xs:sequence>",
            "</xs:sequenc>",
            "soap.wsdl: foreign-vehicles.wsdl, line 13: Opening and",
        ),
        ('type="tns:Vehicle"', 'type="tns:Vehikel"', "soap.wsdl: foreign-vehicles.wsdl, line 27: "),
        (
            "<wsdl:types>",
            '<wsdl:import namespace="urn:x" location="http://127.0.0.1:9/x.wsdl"/><wsdl:types>',
            "soap.wsdl: foreign-vehicles.wsdl, line 5: http://127.0.0.1:9/x.wsdl is not fetched",
        ),
        ('name="FindVehicle"', 'name="SeekVehicle"', "soap.wsdl: foreign-vehicles.wsdl, line 33: "),
    ],
)
def test_a_wsdl_that_does_not_parse_is_told_with_file_and_line(
    tmp_path: Path, before: str, after: str, told: str
) -> None:
    assert wsdl_fault(tmp_path, before, after).startswith(told)


def test_a_wsdl_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    shutil.copy(OTHER / "foreign-vehicles.wsdl", tmp_path / "x" / "foreign-vehicles.wsdl")
    wsdl_fault(tmp_path / "x", 'name="FindVehicle"', 'name="SeekVehicle"')
    (tmp_path / "x" / "foreign-vehicles.wsdl").unlink()
    (fault,) = read_config(tmp_path / "x" / "abroad.toml")[1]
    assert str(fault).endswith("foreign-vehicles.wsdl: No such file or directory")


def test_an_operation_that_the_wsdl_does_not_have_is_told(tmp_path: Path) -> None:
    from focus.modules.search.connectors.soap import faults_of_wsdl

    file = soap_file("http://127.0.0.1:9")
    file["ask"][0]["operation"] = "FindBoat"
    config, _ = check_config(file)
    assert config is not None
    assert [path for path, _ in faults_of_wsdl(config, OTHER)] == ["ask[0].operation"]


def test_an_argument_that_the_operation_does_not_have_is_told() -> None:
    from focus.modules.search.connectors.soap import faults_of_wsdl

    file = soap_file("http://127.0.0.1:9")
    file["ask"][0]["arguments"] = {"nummerplaat": "{plate}"}
    config, _ = check_config(file)
    assert config is not None
    ((path, told),) = faults_of_wsdl(config, OTHER)
    assert path == "ask[0].arguments"
    assert "nummerplaat" in told


async def test_nothing_is_listening_is_unreachable() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        source = beside(soap_file(f"http://127.0.0.1:{taken.getsockname()[1]}/x"))
        with pytest.raises(SourceFailed) as failed:
            await ask(source, PLATE)
    assert failed.value.reason == "unreachable"
    await source.close()

"""What officers type, paste and scan: an answer for every text, within its bounds."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from focus.modules.search.scan.documents import document_in
from focus.modules.search.understanding import mrz, understand
from focus.modules.search.understanding.understand import SHOWN
from tests.fuzz.damage import damaged

TODAY = date(2026, 11, 23)
TYPED = (
    "Peeters An 30/07/1985", "1-ABC-123", "85.07.30-033.28", "Kapelstraat 12 bus 3, 9999 Lindebeek",
    "rue de l'Église 4A", "VF1AAAAA123456789", "+32 470 00 00 01", "BE 0123.456.749", "né le 3 mars 1961",
    "وسام الحسن", "王小明", "man, 1m80, rode jas, tattoo", "592-1234567-89", "ABC123 NL\nDEF456 D",
)  # fmt: skip
ZONES = (
    "P<BELPEETERS<<AN<MARIE<<<<<<<<<<<<<<<<<<<<<<\nEX00000013BEL8507301F3001012<<<<<<<<<<<<<<02",
    "IDBEL592123456<7892<<<<<<<<<<<\n8507301F3001012BEL850730033287\nPEETERS<<AN<<<<<<<<<<<<<<<<<<<",
    "IDFRAMARTIN<<<<<<<<<<<<<<<<<<<750000\n0509992012344MARIE<<ANNE<<<8507301F4",
)
texts = damaged(*(one.encode() for one in TYPED)).map(lambda octets: octets.decode("utf-8", "replace"))
zones = damaged(*(one.encode() for one in ZONES)).map(lambda octets: octets.decode("utf-8", "replace"))


@given(texts | st.lists(texts, max_size=4).map(" ".join))
def test_what_is_typed(typed: str) -> None:
    understood = understand(typed, today=TODAY)
    assert understood.readings or understood.problems
    assert len(understood.readings) <= SHOWN
    assert all(reading.normal and reading.facts for reading in understood.readings)


@given(zones)
def test_a_machine_readable_zone(text: str) -> None:
    found = mrz.find(text)
    assert found is None or all(found.rows)


@given(zones | texts)
def test_the_lines_of_a_picture(text: str) -> None:
    read = document_in(text.splitlines(), today=TODAY)
    assert bool(read.question) == bool(read.readings) == (read.found != "nothing")

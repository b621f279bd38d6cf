"""Octets that are no message, or too much of one."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focus.modules.incidents.messages import cap, eido, ucri, webhook
from focus.modules.incidents.messages.incident import Report
from focus.modules.incidents.messages.unreadable import Unreadable
from tests.incidents.messages import eido_example, examples
from tests.incidents.messages.examples import CAP, envelope, octets

Read = Callable[[bytes], Report]
GOOD: dict[str, tuple[Read, bytes]] = {
    "ucri": (ucri.read, octets(envelope(examples.police_incident()))),
    "eido": (eido.read, octets(eido_example.eido())),
    "cap": (cap.read, CAP.encode()),
    "webhook": (webhook.read, octets(examples.webhook())),
}
JSON = ("ucri", "eido", "webhook")
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {new} "{("&" + old + ";") * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + ']><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>&i;</identifier></alert>'
)
OUTSIDE = '<!DOCTYPE alert SYSTEM "file:///etc/passwd"><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"/>'


def _code(read: Read, message: bytes) -> str:
    with pytest.raises(Unreadable) as problem:
        read(message)
    return problem.value.code


@pytest.mark.parametrize("system", GOOD)
def test_ten_megabytes_are_refused_before_they_are_read(system: str) -> None:
    read, good = GOOD[system]
    start = time.perf_counter()

    assert _code(read, good + b" " * 10_000_000) == "too_large"
    assert time.perf_counter() - start < 0.1


@pytest.mark.parametrize("system", GOOD)
def test_a_message_cut_off_anywhere_is_refused(system: str) -> None:
    read, good = GOOD[system]
    for length in range(0, len(good) - 1, max(1, len(good) // 150)):
        assert _code(read, good[:length]) in ("malformed", "encoding")


@pytest.mark.parametrize("document", [BOMB, OUTSIDE])
def test_document_types_and_entities_are_refused(document: str) -> None:
    assert _code(cap.read, document.encode()) == "forbidden_markup"


@pytest.mark.parametrize("system", JSON)
@pytest.mark.parametrize("depth", [60, 100_000])
def test_deep_nesting_is_refused(system: str, depth: int) -> None:
    read, good = GOOD[system]
    deep = b'{"diep":' + b"[" * depth + b"]" * depth + b"," + good[1:]

    assert _code(read, deep) == "too_deep"


def test_deep_and_many_elements_are_refused() -> None:
    deep = CAP.replace("<note>", "<note>" + "<a>" * 5_000 + "</a>" * 5_000)
    many = CAP.replace("<note>", "<note>" + "<a/>" * 60_000)

    assert (_code(cap.read, deep.encode()), _code(cap.read, many.encode())) == ("too_deep", "too_many_parts")


@pytest.mark.parametrize("system", JSON)
def test_too_many_values_are_refused(system: str) -> None:
    read, good = GOOD[system]
    assert _code(read, b'{"veel":[' + b"0," * 60_000 + b"0]," + good[1:]) == "too_many_parts"


@pytest.mark.parametrize("system", JSON)
@pytest.mark.parametrize(
    ("extra", "code"),
    [
        (b'"x":"\\u0000"', "unstorable_text"),
        (b'"x\\u0000":1', "unstorable_text"),
        (b'"x":"\\ud800"', "unstorable_text"),
        (b'"x":"\x00"', "malformed"),
        (b'"x":"\xe9"', "encoding"),
        (b'"x":1,"x":2', "duplicate_name"),
        (b'"x":NaN', "malformed"),
        (b'"x":1e999', "out_of_range"),
        (b'"x":9223372036854775808', "out_of_range"),
        (b'"x":' + b"9" * 5_000, "malformed"),
        (b"'x':1", "malformed"),
    ],
)
def test_values_that_cannot_be_kept_are_refused(system: str, extra: bytes, code: str) -> None:
    read, good = GOOD[system]
    assert _code(read, b"{" + extra + b"," + good[1:]) == code


@pytest.mark.parametrize("system", JSON)
def test_utf_16_is_refused_and_a_mark_before_utf_8_is_not(system: str) -> None:
    read, good = GOOD[system]

    assert _code(read, good.decode().encode("utf-16")) == "encoding"
    assert read(b"\xef\xbb\xbf" + good).incident_id == read(good).incident_id


def test_xml_in_another_character_set_is_read_if_it_says_so() -> None:
    latin = CAP.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"')

    assert cap.read(latin.encode("iso-8859-1")).title == cap.read(CAP.encode()).title
    assert _code(cap.read, CAP.encode("iso-8859-1")) == "encoding"
    assert _code(cap.read, CAP.replace("UTF-8", "x-unknown").encode()) == "encoding"
    assert _code(cap.read, CAP.replace("n'importe", "n\0importe").encode()) == "malformed"


@pytest.mark.parametrize("system", GOOD)
def test_what_is_refused_never_repeats_the_message(system: str) -> None:
    read, good = GOOD[system]
    for length in range(0, len(good) - 1, max(1, len(good) // 50)):
        with pytest.raises(Unreadable) as problem:
            read(good[:length])
        assert "Wouters" not in str(problem.value) and "Lindebeek" not in str(problem.value)


@pytest.mark.parametrize("system", GOOD)
@given(data=st.data())
@settings(max_examples=150)
def test_damaged_octets_are_read_or_refused_and_never_break_the_reader(
    system: str, data: st.DataObject
) -> None:
    read, good = GOOD[system]
    damaged = bytearray(good)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    try:
        read(bytes(damaged))
    except Unreadable as problem:
        assert problem.code


@pytest.mark.parametrize("read", [ucri.read, eido.read, webhook.read])
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["payload", "$id", "kind"]), inner)
        ),
        max_leaves=8,
    )
)
@settings(max_examples=60)
def test_any_other_json_is_refused(read: Read, tree: object) -> None:
    assert _code(
        read, octets(tree).decode(errors="replace").encode() if "\\ud" in repr(tree) else octets(tree)
    )

"""Attributes of a directory with options, ranges and octets that are no text; what is lost is named."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus.modules.search.connectors import ldap_messages as wire
from focus.modules.search.connectors.ber import SEQUENCE, SET, BerInvalid, octets, tlv
from focus.modules.search.connectors.ldap_connection import LdapConnection
from focus.modules.search.sources.drift import Drift
from focus.modules.search.sources.protocol import SourceFailed
from focus.modules.search.sources.unread import Unread

WANTED = {name.lower(): name for name in ("sn", "givenName", "member", "userCertificate")}


def entry_of(attributes: dict[str, list[bytes]]) -> bytes:
    """As it comes, without its envelope."""
    pairs = [
        tlv(SEQUENCE, octets(name) + tlv(SET, b"".join(tlv(0x04, value) for value in values)))
        for name, values in attributes.items()
    ]
    return octets("uid=1") + tlv(SEQUENCE, b"".join(pairs))


def row(**attributes: list[bytes]) -> tuple[dict[str, Any], tuple[Drift, ...]]:
    """The row of an entry and what was told of it; `__` stands for `;` and `_` for `-`, `eq` for `=`."""
    named = {
        name.replace("__", ";").replace("_", "-").replace("eq", "="): values
        for name, values in attributes.items()
    }
    told: dict[Drift, None] = {}
    return wire.entry(entry_of(named), WANTED, told), tuple(told)


def test_l2_one_value_that_is_no_text_is_lost_alone_and_named() -> None:
    found, told = row(sn=[b"Peeters"], givenName=["Zoé".encode("latin-1"), b"An"])

    assert (found["sn"], [x for x in found["givenName"] if isinstance(x, str)]) == ("Peeters", ["An"])
    assert told == (Drift("givenName", "type", "text"),)


def test_l2_the_only_value_that_is_no_text_is_not_the_same_as_none() -> None:
    found, told = row(sn=[b"\xff\xfe"])

    assert isinstance(found["sn"], Unread)
    assert told == (Drift("sn", "type", "text"),)


def test_l2_octets_of_a_binary_attribute_are_there_and_are_no_text() -> None:
    found, told = row(sn=[b"Peeters"], userCertificate__binary=[b"\x30\x82\x00\xff"])

    assert isinstance(found["userCertificate"], Unread)
    assert told == (Drift("userCertificate", "type", "text"),)


def test_l3_a_language_option_is_part_of_the_attribute() -> None:
    found, _ = row(sn__lang_fr=[b"Dupont"], givenName=[b"Jean"])

    assert (found["sn"], found["givenName"]) == ("Dupont", "Jean")


def test_l3_values_with_and_without_options_stand_together_the_plain_ones_first() -> None:
    found, _ = row(sn__lang_fr=[b"Leduc"], sn=[b"Hertog", b"Leduc"])

    assert found["sn"] == ["Hertog", "Leduc"]


def test_l3_a_whole_range_is_the_attribute() -> None:
    found, told = row(**{"member__rangeeq0_*": [b"a", b"b"]})
    assert (found["member"], told) == (["a", "b"], ())


def test_l3_a_range_that_goes_on_is_told_for_the_rest_did_not_come() -> None:
    found, told = row(member__rangeeq0_1499=[b"a", b"b"], sn=[b"x"])

    assert found["member"] == ["a", "b"]
    assert told == (Drift("member", "shape", "list"),)


async def test_a_referral_is_named_with_where_it_points() -> None:
    class Reading(LdapConnection):
        def __init__(self) -> None:
            self._came = 0

        def _begin(self, operation: bytes) -> None:
            """Nothing goes out."""

        async def _next(self) -> tuple[int, bytes]:
            return wire.REFERENCE, octets("ldap://other.example/ou=people??sub")

    with pytest.raises(SourceFailed) as failed:
        await Reading().search(b"", WANTED, 10)
    assert (failed.value.reason, "other.example" in failed.value.detail) == ("status", True)


@given(st.binary(max_size=60))
def test_any_octets_are_an_entry_or_no_ber(content: bytes) -> None:
    try:
        found = wire.entry(content, WANTED, {})
    except BerInvalid:
        return
    assert "dn" in found


NAMES = st.sampled_from(["sn", "sn;lang-fr", "givenName", "x;y;z"])


@given(st.dictionaries(NAMES, st.lists(st.binary(max_size=8))))
def test_any_values_are_read_or_told(attributes: dict[str, list[bytes]]) -> None:
    told: dict[Drift, None] = {}
    found = wire.entry(entry_of(attributes), WANTED, told)
    for name in ("sn", "givenName"):
        given_ = [v for a, values in attributes.items() if a.split(";")[0] == name for v in values]
        assert (name in found) == bool(given_)

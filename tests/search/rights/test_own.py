"""An organisation lets its people see less of a source than the source allows, and never more."""

from __future__ import annotations

from itertools import product
from uuid import uuid4

import msgspec
import pytest

from focus.modules.search.rights.own import OwnRight, bearing_on
from focus.modules.search.rights.redaction import hidden_fields
from focus.modules.search.settings import SearchSettings
from focus.modules.search.sources.rights import Right
from tests.search.lookups.desk import CASE, MAN, Desk, Lookup
from tests.search.rights.restricting import restricted
from tests.search.rights.test_redaction import POLICY, officer

RR = "national-register"
RIGHTS = [
    Right(fields=["benefit"]),
    Right(fields=["benefit"], purposes=("investigation",)),
    Right(fields=["benefit"], functions=("investigator",)),
    Right(fields=["benefit"], needs="search.dna"),
]
OWN = [
    OwnRight(
        fields=tuple(right.fields), purposes=right.purposes, functions=right.functions, needs=right.needs
    )
    for right in RIGHTS
]


@pytest.mark.parametrize(("right", "own"), list(product(RIGHTS, OWN)))
def test_a_right_of_ones_own_never_shows_what_the_source_hides(right: Right, own: OwnRight) -> None:
    for purpose, who in product(
        ("investigation", "traffic_check"),
        (officer(), officer("search.dna"), officer(function="investigator")),
    ):
        by_source = hidden_fields([right], purpose=purpose, principal=who, policy=POLICY)
        rights = [right, *bearing_on("rr", [own])]
        assert by_source.keys() <= hidden_fields(rights, purpose=purpose, principal=who, policy=POLICY).keys()


def test_a_right_of_ones_own_hides_what_the_source_shows() -> None:
    own = OwnRight(fields=("benefit",), purposes=("investigation",))
    rights = bearing_on("rr", [own])

    assert hidden_fields(rights, purpose="traffic_check", principal=officer(), policy=POLICY) == {
        "benefit": "purpose"
    }
    assert hidden_fields(rights, purpose="investigation", principal=officer(), policy=POLICY) == {}


def test_a_right_bears_only_on_the_sources_that_it_names() -> None:
    own = [OwnRight(fields=("benefit",), sources=("tax",))]

    assert bearing_on("rr", own) == []
    assert len(bearing_on("tax", own)) == 1


@pytest.mark.parametrize("fields", [[], ["beneift"], ["benefit", "nothing_of_that_name"]])
def test_a_field_that_no_source_can_have_is_refused(fields: list[str]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"rights": [{"fields": fields}]}, SearchSettings)


def withheld(lookup: Lookup, key: str) -> set[str]:
    """Why a field of the national register is not shown."""
    facts = [fact for card in lookup.cards.values() for fact in card["facts"]]
    found = [fact for fact in facts if (fact["key"], fact["source"]) == (key, RR)]
    assert found
    assert all(not fact["value"] for fact in found if fact.get("withheld"))
    return {fact.get("withheld", "") for fact in found}


async def test_a_field_that_the_organisation_keeps_from_a_purpose_is_shown_as_not_for_it(desk: Desk) -> None:
    bram = await desk.officer("Bram Vos")
    assert withheld(await bram.ask(MAN, purpose=CASE), "address") == {""}
    async with restricted(desk, bram, {"fields": ["address"], "purposes": ["traffic_check"]}):
        assert withheld(await bram.ask(MAN, purpose=CASE), "address") == {"purpose"}
    assert withheld(await bram.ask(MAN, purpose=CASE), "address") == {""}


async def test_a_field_kept_from_a_function_says_so(desk: Desk) -> None:
    bram = await desk.officer("Bram Vos")
    async with restricted(desk, bram, {"fields": ["address"], "functions": ["nobody"]}):
        assert withheld(await bram.ask(MAN, purpose=CASE), "address") == {"function"}


async def test_the_log_says_what_the_organisation_withheld(desk: Desk) -> None:
    bram = await desk.officer("Bram Vos")
    async with restricted(desk, bram, {"fields": ["address"], "sources": [RR], "purposes": ["reception"]}):
        await bram.ask(MAN, purpose=CASE)
        await desk.quiet()
    (entry,) = await desk.logged(bram, "LookupClosed")
    assert entry.what["withheld"] == {RR: ["address"]}


async def test_another_organisation_is_not_bound_by_it(desk: Desk) -> None:
    bram = await desk.officer("Bram Vos")
    async with restricted(desk, bram, {"fields": ["address"], "functions": ["nobody"]}):
        assert await desk.search.rights.of(bram.organisation)
        assert await desk.search.rights.of(uuid4()) == ()


async def test_what_is_withheld_since_a_lookup_began_is_withheld_when_its_source_is_asked_again(
    desk: Desk,
) -> None:
    bram = await desk.officer("Bram Vos")
    with desk.broken(national_register="500"):
        lookup = await bram.ask(MAN, purpose=CASE)
    desk.forgive()
    async with restricted(desk, bram, {"fields": ["address"], "functions": ["nobody"]}):
        assert withheld(await bram.retry(lookup.id, RR), "address") == {"function"}

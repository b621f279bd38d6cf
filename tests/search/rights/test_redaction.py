"""What may not be seen leaves no trace in any octet, for every source and purpose, and is never missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from msgspec.structs import replace

from focus.core import clock
from focus.core.gate.policy import Policy
from focus.core.gate.principal import Principal
from focus.modules.search.cards import Card
from focus.modules.search.configuration.loader import read_config
from focus.modules.search.records import Fact, Identifier, Record, Relation, Warn
from focus.modules.search.rights.redaction import Hidden, hidden_fields, veiled
from focus.modules.search.sources.config import SourceConfig
from focus.modules.search.sources.rights import Right
from focus.modules.search.vocabulary import FACTS, IDENTIFIERS, ROLES
from tests.search.merging.building import NOON, jan, merger

WORLD = Path(__file__).resolve().parents[3] / "world" / "sources"
PURPOSES = (
    "traffic_check", "identity_check", "incident", "investigation", "wanted_search", "arrest",
    "weapons_check", "conditions_control", "residence_check", "administrative_event", "reception",
    "own_entry", "oversight_review",
)  # fmt: skip
PLANTED = "85073003328"
POLICY = Policy()


def officer(*permissions: str, function: str = "officer") -> Principal:
    some = UUID(int=1)
    return Principal(
        session_id=some,
        organisation_id=some,
        person_id=some,
        post_id=some,
        device_id=some,
        function=function,
        permissions=frozenset(permissions),
        units=(),
        language="nl",
        stepped_up_until=None,
        expires_at=clock.now(),
    )


def planted(source: str, field: str) -> Record:
    """A record that says the value of one field everywhere a careless file could."""
    written = "85.07.30-033.28"
    record = jan(
        source,
        own=f"p/{PLANTED}",
        title=f"Peeters {written}",
        subtitle=written,
        facts={"remark": f"zie {written}", "profession": "metser", field: PLANTED},
        warnings=(Warn("attention", "amber", "attention", params={"place": written}, action=written),),
        relations=(
            Relation(
                "contact", "person", f"Jan {written}", (Identifier("national_number", PLANTED),), written
            ),
            Relation("contact", "person", "Maes, An", subtitle="° 1990-01-01"),
        ),
        photo=f"/api/photos/{PLANTED}",
    )
    kind = field if field in IDENTIFIERS else "national_number"
    return replace(record, identifiers=(Identifier(kind, PLANTED),))


def shown(*records: Record) -> list[Card]:
    merged = merger()
    for each in records:
        merged.add(each)
    return merged.cards()


def octets(cards: list[Card]) -> bytes:
    return msgspec.json.encode(cards)


def tells(said: bytes) -> bool:
    """Whether what was planted can be read, in any writing of it."""
    return PLANTED in "".join(sign for sign in said.decode() if sign.isalnum())


def sources() -> list[SourceConfig]:
    found = [read_config(file)[0] for file in sorted(WORLD.glob("*.toml"))]
    return [config for config in found if config is not None]


def rights_of(config: SourceConfig) -> list[Right]:
    """Its own, and one that hides a field for all but one purpose."""
    return [*config.rights, Right(fields=["national_number"], purposes=("investigation",))]


def cells() -> Iterator[tuple[SourceConfig, str]]:
    for config in sources():
        for purpose in PURPOSES:
            yield config, purpose


def test_no_octet_of_any_source_tells_what_any_purpose_may_not_see() -> None:
    told = []
    for config, purpose in cells():
        hidden = hidden_fields(rights_of(config), purpose=purpose, principal=officer(), policy=POLICY)
        for field in hidden:
            said = octets(shown(veiled(planted(config.name, field), {field: hidden[field]})))
            if tells(said):
                told.append((config.name, purpose, field))
    assert told == []


def test_the_world_has_sources_with_rights_of_their_own() -> None:
    assert len(sources()) >= 60
    assert [config.name for config in sources() if config.rights] == ["national-register"]


def test_a_violation_would_be_found() -> None:
    assert tells(octets(shown(planted("rr", "national_number"))))


@pytest.mark.parametrize("purpose", PURPOSES)
def test_what_is_withheld_is_shown_as_withheld(purpose: str) -> None:
    for config in sources():
        hidden = hidden_fields(rights_of(config), purpose=purpose, principal=officer(), policy=POLICY)
        assert hidden or purpose == "investigation"
        for field in hidden:
            (card,) = shown(veiled(planted(config.name, field), {field: hidden[field]}))
            row = next(fact for fact in card.facts if fact.key == field)
            assert (row.value, row.withheld, row.source) == ("", "purpose", config.name)


@pytest.mark.parametrize("field", sorted(FACTS))
def test_every_field_of_the_vocabulary_can_be_hidden_without_a_trace(field: str) -> None:
    said = octets(shown(veiled(planted("rr", field), {field: "function"})))

    assert not tells(said)
    assert b'"withheld":"function"' in said


@pytest.mark.parametrize("role", sorted(ROLES & FACTS.keys()))
def test_a_hidden_relation_is_no_next_question(role: str) -> None:
    secret = Relation(role, "person", "Verlinden", (Identifier("national_number", PLANTED),))
    (card,) = shown(veiled(jan("rr", relations=(secret,)), {role: "purpose"}))

    assert b"Verlinden" not in octets([card])
    assert [fact.key for fact in card.facts if fact.withheld] == [role]


def test_a_hidden_number_joins_nothing() -> None:
    hidden: Hidden = {"national_number": "purpose"}
    open_one = jan("rr", national_number=PLANTED)
    secret = veiled(jan("sis", born="1985", given_names="J.", national_number=PLANTED), hidden)

    assert len(shown(open_one, secret)) == 2


def test_a_hidden_birth_date_joins_nothing() -> None:
    secret = veiled(jan("sis"), {"born": "purpose"})

    assert len(shown(jan("rr"), secret)) == 2


def test_a_warning_is_never_hidden() -> None:
    (card,) = shown(veiled(planted("rr", "national_number"), {"national_number": "purpose"}))

    assert [warning.warn.code for warning in card.warnings] == ["attention"]


def test_a_record_without_what_is_hidden_is_not_touched() -> None:
    record = jan("rr")

    assert veiled(record, {"profession": "purpose"}) is record


def test_another_source_may_say_what_this_one_may_not() -> None:
    one = veiled(
        jan("rr", national_number=PLANTED, facts={"profession": "metser"}), {"profession": "purpose"}
    )
    (card,) = shown(one, jan("tax", national_number=PLANTED, facts={"profession": "bakker"}))

    assert [(fact.value, fact.source, fact.withheld) for fact in card.facts] == [
        ("bakker", "tax", ""),
        ("", "rr", "purpose"),
    ]


@pytest.mark.parametrize(
    ("right", "principal", "why"),
    [
        (Right(fields=["benefit"], purposes=("investigation",)), officer(), "purpose"),
        (Right(fields=["benefit"], functions=("investigator",)), officer(), "function"),
        (Right(fields=["benefit"], needs="search.dna"), officer(), "function"),
    ],
)
def test_the_reason_says_whether_purpose_or_function_is_in_the_way(
    right: Right, principal: Principal, why: str
) -> None:
    hidden = hidden_fields([right], purpose="traffic_check", principal=principal, policy=POLICY)

    assert hidden == {"benefit": why}


@pytest.mark.parametrize(
    ("right", "purpose", "principal"),
    [
        (Right(fields=["benefit"], purposes=("investigation",)), "investigation", officer()),
        (Right(fields=["benefit"], functions=("investigator",)), "x", officer(function="investigator")),
        (Right(fields=["benefit"], needs="search.dna"), "x", officer("search.dna")),
    ],
)
def test_who_has_all_of_a_right_sees_the_field(right: Right, purpose: str, principal: Principal) -> None:
    assert hidden_fields([right], purpose=purpose, principal=principal, policy=POLICY) == {}


def test_a_value_of_a_kind_without_letters_in_common_stays() -> None:
    record = Record(type="person", source="rr", id="1", at=NOON, title="X", facts=(Fact("benefit", "M"),))

    assert veiled(record, {"benefit": "purpose"}).title == "X"

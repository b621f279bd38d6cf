"""Order of arrival changes nothing: the same records make the same cards."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from focus.modules.search.cards import Card
from focus.modules.search.records import Record
from tests.search.merging.building import jan, merger, record

NUMBERS = st.sampled_from([None, None, "85073003328", "85073099999"])
people = st.builds(
    lambda source, own, family, given_names, born, sex, number, bis, fact, chain: jan(
        source,
        own=own,
        family_name=family,
        given_names=given_names,
        born=born,
        sex=sex,
        facts={"nationality": fact},
        **({"national_number": number} if number else {}),
        **({"bis_number": bis} if bis else {}),
        **chain,
    ),
    st.sampled_from("abcde"),
    st.sampled_from("123"),
    st.sampled_from(["Peeters", "Peters", "Van den Berghe", "Vandenberghe"]),
    st.sampled_from(["Jan", "Jan Baptist", "J.", "Baptist", "Jana"]),
    st.sampled_from(["1985-07-03", "1985-07-03", "1985-03-07", "1985", ""]),
    st.sampled_from(["", "", "M", "F"]),
    NUMBERS,
    st.sampled_from([None, None, None, "88422999979"]),
    st.sampled_from(["BE", "FR"]),
    st.sampled_from([{}, {}, {"document": "B:592000000101"}, {"plate": "B:1ABC123"}]),
)
vehicles = st.builds(
    lambda source, own, plate, vin: record(
        source, "vehicle", own=own, **({"plate": plate} if plate else {}), **({"vin": vin} if vin else {})
    ),
    st.sampled_from("abcde"),
    st.sampled_from("123"),
    st.sampled_from([None, "B:1ABC123", "B:2ABC123"]),
    st.sampled_from([None, "A" * 17, "B" * 17]),
)
unique = st.lists(st.one_of(people, vehicles), min_size=2, max_size=9, unique_by=lambda r: r.key)


def content(cards: list[Card]) -> set[str]:
    """What the cards say, without their ids."""
    return {repr((c.type, c.title, c.born, c.sex, c.facts, c.links, c.records, c.pivots)) for c in cards}


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_any_order_of_arrival_makes_the_same_cards(data: st.DataObject) -> None:
    records = data.draw(unique)
    shuffled: list[Record] = data.draw(st.permutations(records))
    one, other = merger(authentic=("a",)), merger(authentic=("a",))
    for each in records:
        one.add(each)
    for each in shuffled:
        other.add(each)
        other.changes()

    assert content(one.cards()) == content(other.cards())


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_nothing_is_lost_and_what_is_shown_follows_every_change(data: st.DataObject) -> None:
    records = data.draw(unique)
    merged = merger()
    screen: dict[str, Card] = {}
    for each in records:
        merged.add(each)
        changes = merged.changes()
        for lost, into in changes.gone:
            assert lost in screen
            del screen[lost]
            assert into != lost
        screen |= {card.id: card for card in changes.cards}
        if len(screen) > 1 and data.draw(st.booleans()):
            card = data.draw(st.sampled_from(sorted(screen.values(), key=lambda c: c.id)))
            merged.split(card.id, card.records[0].id)
            after = merged.changes()
            for lost, _ in after.gone:
                del screen[lost]
            screen |= {card.id: card for card in after.cards}

    shown = [origin.id for card in screen.values() for origin in card.records]
    assert sorted(shown) == sorted(each.key for each in records)
    assert content(list(screen.values())) == content(merged.cards())


@settings(max_examples=200, deadline=None)
@given(unique)
def test_every_fact_of_every_record_can_be_read_on_some_card(records: list[Record]) -> None:
    merged = merger()
    for each in records:
        merged.add(each)
    cards = merged.cards()

    for each in records:
        (card,) = [card for card in cards if each.key in [origin.id for origin in card.records]]
        said = {(fact.key, fact.value, fact.source) for fact in card.facts}
        said |= {(fact.key, other.value, other.source) for fact in card.facts for other in fact.others}
        assert {(fact.key, fact.value, each.source) for fact in each.facts} <= said

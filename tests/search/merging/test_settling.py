"""The short way (nothing contradicts, add the record) and the long way (work all of it out) say the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from focus.modules.search.merging.members import member_of
from focus.modules.search.merging.names import same_name
from focus.modules.search.merging.partition import partition
from focus.modules.search.records import Record
from tests.search.merging.building import groups, jan, merger, record
from tests.search.merging.test_close_calls import alone, whatever_the_order

people = st.builds(
    lambda own, given_names, born, sex, number: jan(
        "rr",
        own=own,
        given_names=given_names,
        born=born,
        sex=sex,
        **({"national_number": number} if number else {}),
    ),
    st.sampled_from("123456789"),
    st.sampled_from(["Jan", "Jan", "J.", "Joris", "Jan Baptist", "Baptist"]),
    st.sampled_from(["1985-07-30", "1985-07-30", "1986-01-02"]),
    st.sampled_from(["", "", "", "M", "F"]),
    st.sampled_from([None, None, "85073003328", "85073099999"]),
)


@settings(max_examples=500, deadline=None)
@given(st.lists(people, min_size=2, max_size=7, unique_by=lambda r: r.key))
def test_adding_one_by_one_is_working_it_all_out(records: list[Record]) -> None:
    merged = merger()
    for each in records:
        merged.add(each)

    worked_out = partition([member_of(each, {}) for each in records], same_name)
    assert groups(merged) == {frozenset(member.key for member in group) for group in worked_out}


def test_an_initial_that_fits_both_twins_does_not_make_them_one() -> None:
    records = (jan("a", given_names="Jan"), jan("b", given_names="J."), jan("c", given_names="Joris"))

    assert whatever_the_order(*records) == alone(*records)


def test_a_double_name_that_fits_both_brothers_does_not_make_them_one() -> None:
    records = (jan("a"), jan("b", given_names="Jan Baptist"), jan("c", given_names="Baptist"))

    assert whatever_the_order(*records) == alone(*records)


def test_a_bis_number_that_a_source_calls_a_national_number_still_ties() -> None:
    one = record("rr", bis_number="88422999979")
    other = record("div", national_number="88422999979")

    assert whatever_the_order(one, other) == {frozenset({one.key, other.key})}


def test_of_two_forms_of_one_record_the_newer_counts_whichever_came_last() -> None:
    old, new = jan("rr", age=60, facts={"profession": "mason"}), jan("rr", facts={"profession": "baker"})
    for order in ((old, new), (new, old)):
        merged = merger()
        for each in order:
            merged.add(each)
        assert [fact.value for fact in merged.cards()[0].facts] == ["baker"]

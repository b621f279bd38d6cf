"""Cedar: what is not permitted is denied, and so is what cannot be decided."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focus.core.gate import policy as policy_module
from focus.core.gate.policy import Decision, Policy, platform_policy

PERMITS_ALL = "permit (principal, action, resource);"
FAILS = '@id("broken") forbid (principal, action, resource) when { resource.nowhere == "x" };'
PERMISSIONS = ["residence.visit", "residence.close", "search.lookup"]


def call(policy: Policy, **changed: Any) -> Decision:
    """A call that the platform's policy permits, but for what is changed."""
    asked: dict[str, Any] = {
        "action": "call",
        "function": "officer",
        "permissions": frozenset({"residence.visit"}),
        "needs": "residence.visit",
        "module_on": True,
        "step_up": False,
        "stepped_up": False,
        **changed,
    }
    return policy.decide(
        action=asked["action"],
        principal=(asked["function"], asked["permissions"]),
        resource=(
            ("needs", asked["needs"]),
            ("module_on", asked["module_on"]),
            ("step_up", asked["step_up"]),
        ),
        context=(("stepped_up", asked["stepped_up"]),),
    )


@pytest.fixture(scope="module")
def policy() -> Policy:
    return Policy()


def test_a_permission_opens(policy: Policy) -> None:
    assert call(policy) == Decision(allowed=True)


def test_what_nothing_permits_is_denied(policy: Policy) -> None:
    assert call(policy, permissions=frozenset()) == Decision(allowed=False)


def test_an_action_that_no_rule_knows_is_denied(policy: Policy) -> None:
    assert not call(policy, action="destroy").allowed


def test_an_empty_policy_denies(policy: Policy) -> None:
    assert not call(Policy("")).allowed


def test_a_permission_whose_name_only_begins_alike_does_not_open(policy: Policy) -> None:
    assert not call(policy, permissions=frozenset({"residence.visit_all", "residence"})).allowed


def test_a_module_that_is_off_beats_every_permission(policy: Policy) -> None:
    assert call(policy, module_on=False) == Decision(allowed=False, forbidden_by="gate.module_off")


def test_a_step_up_that_is_missing_beats_every_permission(policy: Policy) -> None:
    assert call(policy, step_up=True) == Decision(allowed=False, forbidden_by="gate.step_up_needed")


def test_a_module_that_is_off_is_named_before_a_step_up(policy: Policy) -> None:
    assert call(policy, step_up=True, module_on=False).forbidden_by == "gate.module_off"


def test_a_forbid_that_cannot_be_evaluated_denies() -> None:
    assert call(Policy(PERMITS_ALL + FAILS)) == Decision(allowed=False, forbidden_by="error")


def test_a_permit_that_cannot_be_evaluated_denies_although_another_permits() -> None:
    failing = "permit (principal, action, resource) when { resource.nowhere };"
    assert call(Policy(PERMITS_ALL + failing)).forbidden_by == "error"


def test_the_platform_policy_beside_a_broken_rule_permits_nothing() -> None:
    assert not call(Policy(platform_policy() + FAILS)).allowed


def test_an_attribute_that_is_not_handed_in_denies(policy: Policy) -> None:
    decision = policy.decide(
        action="call",
        principal=("officer", frozenset({"residence.visit"})),
        resource=(("needs", "residence.visit"),),
    )
    assert decision == Decision(allowed=False, forbidden_by="error")


def test_a_policy_text_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(ValueError, match=r"."):
        Policy("permit everything")


@pytest.mark.parametrize(
    ("changed", "allowed"),
    [
        ({}, True),
        ({"needs": "search.lookup"}, True),
        ({"needs": "search.sensitive"}, False),
        ({"purpose": "curiosity"}, False),
        ({"purposes": frozenset({"*"}), "purpose": "curiosity"}, True),
        ({"data": frozenset({"vehicles", "criminal"})}, False),
        ({"data": frozenset({"vehicles", "criminal"}), "opens": frozenset({"*"})}, True),
        ({"purposes": frozenset[str]()}, False),
    ],
)
def test_a_source_is_open_for_its_purposes_data_and_permission(
    policy: Policy, changed: dict[str, Any], allowed: bool
) -> None:
    asked = {
        "needs": "",
        "purposes": frozenset({"traffic_check", "investigation"}),
        "data": frozenset({"vehicles"}),
        "purpose": "traffic_check",
        "opens": frozenset({"vehicles", "persons"}),
        **changed,
    }
    decision = policy.decide(
        action="ask",
        principal=("officer", frozenset({"search.lookup"})),
        resource=(("needs", asked["needs"]), ("purposes", asked["purposes"]), ("data", asked["data"])),
        context=(("purpose", asked["purpose"]), ("opens", asked["opens"])),
    )
    assert decision.allowed is allowed


calls = st.fixed_dictionaries(
    {
        "function": st.sampled_from(["officer", "dpo"]),
        "permissions": st.frozensets(st.sampled_from(PERMISSIONS)),
        "needs": st.sampled_from(["", *PERMISSIONS]),
        "module_on": st.booleans(),
        "step_up": st.booleans(),
        "stepped_up": st.booleans(),
    }
)


@settings(deadline=None, max_examples=60)
@given(asked=st.lists(calls, min_size=1, max_size=5))
def test_what_is_kept_is_what_would_be_decided(policy: Policy, asked: list[dict[str, Any]]) -> None:
    for one in asked * 2:
        permitted = not one["needs"] or one["needs"] in one["permissions"]
        verified = one["stepped_up"] or not one["step_up"]
        assert call(policy, **one).allowed is (permitted and one["module_on"] and verified)


def test_a_decision_is_made_once() -> None:
    policy = Policy()
    assert call(policy) is call(policy)


def test_a_full_cache_begins_anew_and_stays_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy_module, "CACHE", 3)
    policy = Policy()
    decisions = [call(policy, permissions=frozenset({f"m.{n}"}), needs=f"m.{n % 7}") for n in range(14)]
    assert [decision.allowed for decision in decisions] == [n < 7 for n in range(14)]
    assert len(policy._cache) <= 3

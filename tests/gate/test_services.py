"""What one module keeps and another uses: typed, offered by its owner, asked by who requires it."""

from __future__ import annotations

from typing import Any

import pytest

from focus.core.gate import NotOffered, NotRequired, Service
from tests.support.lockers.module import MEMORY, Memory, memory_of
from tests.support.station import Station

SHELF = Service("lockers", list)


def test_a_service_is_given_to_the_server_and_to_its_own_module(station: Station) -> None:
    memory = memory_of(station.platform)
    assert station.platform.seen_by("lockers").service(MEMORY) is memory


def test_a_module_that_does_not_require_the_owner_is_refused(station: Station) -> None:
    with pytest.raises(NotRequired, match="log uses lockers, which it does not require"):
        station.platform.seen_by("log").service(MEMORY)


def test_what_nobody_offered_is_said_to_be_so(station: Station) -> None:
    with pytest.raises(NotOffered, match="lockers offers no list"):
        station.platform.service(SHELF)


def test_only_its_owner_offers_a_service(station: Station) -> None:
    with pytest.raises(NotRequired, match="log offers a service of lockers"):
        station.platform.seen_by("log").offer(MEMORY, Memory())


def test_what_is_offered_is_of_the_kind_that_is_named(station: Station) -> None:
    wrong: Any = "no list"
    with pytest.raises(TypeError, match="lockers offers str as list"):
        station.platform.seen_by("lockers").offer(SHELF, wrong)


def test_required_through_another_module_is_required() -> None:
    from focus.core.registry.registry import arrange
    from tests.gate.test_registry import bare

    reach = arrange([bare("a"), bare("b", "a"), bare("c", "b")]).reach
    assert reach["c"] == {"a", "b", "c"}
    assert reach["a"] == {"a"}

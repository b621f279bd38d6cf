"""What is kept in memory: for whom, how much, how long."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import msgspec
import pytest

from focus.core.errors import Unavailable
from focus.core.gate import Principal
from focus.core.ids import new_id
from focus.core.log import PurposeStamp
from focus.modules.search.engine import Engine
from focus.modules.search.lookups.problems import AlreadyAnswered, LookupGone
from focus.modules.search.lookups.registry import KEPT_EACH, LookupRegistry
from focus.modules.search.lookups.run import LookupRun
from focus.modules.search.lookups.selection import Choice
from focus.modules.search.lookups.sessions import SessionWatch
from focus.modules.search.lookups.ways import Way
from focus.modules.search.merging import Merger
from focus.modules.search.merging.pivots import Offer
from focus.modules.search.verdict import Judge
from tests.search.connectors.servers import PLATE
from tests.search.lookups.desk import until
from tests.support.station import somebody

STAMP = PurposeStamp(code="traffic_check", basis="art. 1", reference="C-1", reason=None, task=None)


def running(who: Principal, plate: str = "1-ABC-123", *, id_: UUID | None = None) -> LookupRun:
    """A lookup whose entry is committed."""
    reading = msgspec.structs.replace(PLATE, normal=plate)
    lookup = LookupRun(
        id=id_ or new_id(),
        principal=who,
        purpose=STAMP,
        question=plate,
        ways=[Way(reading, Choice((), (), {}))],
        choice=Choice((), (), {}),
        merger=Merger(offer=Offer(reading, {}), ranks={}),
        judge=Judge(expected={}),
        engine=Engine(),
    )
    lookup.opening.set_result(None)
    return lookup


def begun(lookups: LookupRegistry, who: Principal, plate: str = "1-ABC-123") -> LookupRun:
    lookup = running(who, plate)
    lookups.add(lookup)
    return lookup


def ended(lookups: LookupRegistry, who: Principal, plate: str = "1-ABC-123") -> LookupRun:
    lookup = begun(lookups, who, plate)
    lookup.running = False
    lookups.finished(lookup)
    return lookup


async def test_only_the_session_that_asked_finds_it() -> None:
    lookups, who = LookupRegistry(), somebody()
    lookup = begun(lookups, who)
    assert lookups.find(lookup.id, who) is lookup
    other = msgspec.structs.replace(who, session_id=new_id())
    with pytest.raises(LookupGone):
        lookups.find(lookup.id, other)


async def test_what_is_not_in_the_log_yet_is_found_by_nobody() -> None:
    lookups, who = LookupRegistry(), somebody()
    lookup = running(who)
    lookup.opening = asyncio.get_running_loop().create_future()
    lookups.add(lookup)
    with pytest.raises(LookupGone):
        lookups.find(lookup.id, who)


async def test_the_same_id_in_two_organisations_is_two_lookups() -> None:
    lookups, ann, ben, shared = LookupRegistry(), somebody(), somebody(), new_id()
    for who in (ann, ben):
        lookups.add(running(who, id_=shared))
    assert lookups.find(shared, ann).principal is ann
    assert lookups.find(shared, ben).principal is ben


async def test_one_that_is_being_called_off_is_joined_by_nobody() -> None:
    lookups, who = LookupRegistry(), somebody()
    lookup = begun(lookups, who)
    assert lookups.join(new_id(), lookup.sameness, who) is lookup
    lookup.ending = "stopped"
    assert lookups.join(new_id(), lookup.sameness, who) is None
    with pytest.raises(AlreadyAnswered):
        lookups.join(lookup.id, lookup.sameness, who)


async def test_of_a_session_the_last_finished_lookups_are_kept() -> None:
    lookups, who = LookupRegistry(), somebody()
    all_ended = [ended(lookups, who, f"1-ABC-{n:03}") for n in range(KEPT_EACH + 5)]
    assert set(lookups) == set(all_ended[-KEPT_EACH:])


async def test_a_lookup_that_runs_is_never_dropped_for_room() -> None:
    lookups, who = LookupRegistry(), somebody()
    long = begun(lookups, who, "9-ZZZ-999")
    for n in range(KEPT_EACH + 5):
        ended(lookups, who, f"1-ABC-{n:03}")
    assert lookups.find(long.id, who) is long


async def test_over_all_sessions_no_more_than_so_many_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("focus.modules.search.lookups.registry.KEPT_ALL", 50)
    lookups = LookupRegistry()
    all_ended = [ended(lookups, somebody()) for _ in range(60)]
    assert set(lookups) == set(all_ended[-50:])


async def test_after_a_while_a_finished_lookup_is_forgotten_though_nobody_asks_anything() -> None:
    lookups, who = LookupRegistry(kept_s=0.1), somebody()
    lookup = ended(lookups, who)
    joined = new_id()
    running_one = begun(lookups, who, "9-ZZZ-999")
    lookups.join(joined, running_one.sameness, who)
    await until(lambda: set(lookups) == {running_one})
    with pytest.raises(LookupGone):
        lookups.find(lookup.id, who)
    assert lookups.find(joined, who) is running_one


async def test_dropped_it_is_gone_under_every_id() -> None:
    lookups, who = LookupRegistry(), somebody()
    lookup, other = begun(lookups, who), new_id()
    lookups.join(other, lookup.sameness, who)
    lookups.drop(lookup)
    for known in (lookup.id, other):
        with pytest.raises(LookupGone):
            lookups.find(known, who)
    assert list(lookups) == []


async def test_a_wake_up_names_a_session_a_device_or_all() -> None:
    lookups, ann, ben = LookupRegistry(), somebody(), somebody()
    begun(lookups, ann)
    begun(lookups, ben)
    assert lookups.sessions(str(ann.session_id)) == [ann.session_id]
    assert lookups.sessions(str(ben.device_id)) == [ben.session_id]
    assert set(lookups.sessions("*")) == {ann.session_id, ben.session_id}
    assert lookups.sessions(str(new_id())) == []


@pytest.mark.parametrize("answer", [False, Unavailable()])
async def test_a_session_that_is_locked_or_cannot_be_looked_at_is_forgotten(answer: Any) -> None:
    lookups, ann, ben = LookupRegistry(), somebody(), somebody()
    lookup, other = begun(lookups, ann), begun(lookups, ben)

    async def still_open(session: UUID) -> bool:
        if isinstance(answer, Exception):
            raise answer
        return bool(answer)

    watch = SessionWatch(lookups, still_open)
    watch.wake(str(ann.session_id))
    await until(lambda: set(lookups) == {other})
    assert lookup.forgotten
    assert not other.forgotten
    await watch.close()

"""People of the demo on duty. Nobody is meant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from focus.core import clock
from focus.core.ids import new_id
from focus.core.organisations.public import name_in, post_of, units
from focus.modules.duty.kinds import SHIFT
from focus.modules.duty.records import Shift

if TYPE_CHECKING:
    from focus.core.feed import Saves

BEGAN: Final = timedelta(hours=4)
LASTS: Final = timedelta(hours=12)


class Placed(NamedTuple):
    """Somebody who is to be on duty."""

    person: UUID
    post: UUID
    unit: UUID
    crew: str


async def put_on_duty(saves: Saves, people: Sequence[Placed]) -> int:
    """Have those of them on duty who are not, since four hours ago and for eight more; how many."""
    tx, since = saves.tx, clock.now() - BEGAN
    names = {one.id: name_in(one.names, "nl") for one in await units(tx)}
    busy = await tx.fetch("select person_id from duty.shift where ended_at is null")
    there = {row["person_id"] for row in busy}
    begun = 0
    for one in people:
        facts = await post_of(tx, one.post)
        if one.person in there or facts is None:
            continue
        await saves.hold(SHIFT, one.person)
        await tx.execute(
            """insert into duty.shift (organisation_id, id, person_id, post_id, unit_id, crew, since, until)
               values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7)""",
            new_id(), one.person, one.post, one.unit, one.crew, since, since + LASTS,
        )  # fmt: skip
        shown = Shift(
            id=one.person, name=facts.name, function=facts.function, unit=one.unit,
            unit_name=names.get(one.unit, ""), crew=one.crew, since=since, until=since + LASTS,
        )  # fmt: skip
        saves.save(SHIFT, shown)
        begun += 1
    return begun

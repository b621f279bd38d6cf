"""Found bicycles declares itself."""

from __future__ import annotations

from uuid import UUID

from bicycles.records import AlreadyHere, Bicycle, BicycleFound
from bicycles.sources import FoundBicycles
from bicycles.stands import STAND, Stand, hand_back
from focus.core.gate import Actor, action, view
from focus.core.registry import Job, Module

LABEL = Job("bicycles.labels:label", queue=True)


@action(needs="bicycles.keep")
async def bring_in(actor: Actor, *, bicycle: UUID, frame: str, place: str) -> BicycleFound:
    """Bring a bicycle in; its label is printed afterwards."""
    if await actor.tx.fetchval("select true from bicycles.bicycle where frame = $1", frame):
        raise AlreadyHere(params={"frame": frame})
    await actor.tx.execute(
        """insert into bicycles.bicycle (organisation_id, id, frame, place)
           values (focus.must_scope(), $1, $2, $3)""",
        bicycle,
        frame,
        place,
    )
    actor.save(STAND, Stand(bicycle, frame, place))
    await actor.platform.jobs.put(actor.tx, LABEL, {"bicycle": bicycle})
    return BicycleFound(bicycle=bicycle, frame=frame)


@view(needs="bicycles.keep")
async def bicycles(actor: Actor) -> list[Bicycle]:
    """Every bicycle that stands here, the newest first."""
    rows = await actor.tx.fetch(
        """select id, frame, place, found_at, labelled_at is not null as labelled
           from bicycles.bicycle order by found_at desc limit 200"""
    )
    return [Bicycle(**row) for row in rows]


module = Module(
    name="bicycles",
    icon="bicycle",
    requires=("organisations", "search", "sync"),
    permissions=("bicycles.keep",),
    actions=(bring_in, hand_back),
    views=(bicycles,),
    synced=(STAND,),
    jobs=(LABEL,),
    sources=(FoundBicycles,),
    menu=True,
)

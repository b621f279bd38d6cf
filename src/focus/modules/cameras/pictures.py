"""The picture of a hit, for who may see the hit now."""

from __future__ import annotations

from typing import Final

from focus.core.gate import Call, Reply
from focus.core.log import LogEvent
from focus.core.registry import Route
from focus.modules.cameras import store
from focus.modules.cameras.kinds import buckets
from focus.modules.cameras.problems import HitUnknown


async def picture(call: Call) -> Reply:
    """The picture as the camera took it, a JPEG; off duty none. Raises HitUnknown.

    As every answer of the server it says `no-store` and `nosniff`.
    """
    who, hit = call.who, call.parameters["hit"]
    async with call.platform.database.transaction(who.organisation_id, readonly=True) as tx:
        jpeg = await store.picture_of(tx, hit) if await buckets(tx, who) else None
    if jpeg is None:
        raise HitUnknown
    entry = LogEvent(
        organisation_id=who.organisation_id,
        kind="cameras.PictureSeen",
        person_id=who.person_id,
        post_id=who.post_id,
        session_id=who.session_id,
        device_id=who.device_id,
        what={"hit": str(hit)},
    )
    await call.platform.log.commit_now(entry)
    return Reply(jpeg, media_type="image/jpeg")


ROUTE: Final = Route(
    "GET", "/api/cameras/pictures/{hit:uuid}", picture, needs="cameras.read", media_type="image/jpeg"
)

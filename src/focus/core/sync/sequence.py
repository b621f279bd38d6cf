"""Each device counts what it does: a number that never comes and waits nowhere is a gap, and is told."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from focus.core.log import LogEvent

if TYPE_CHECKING:
    from focus.core.gate import Platform
    from focus.core.identity.public import DeviceRow
    from focus.core.sync.wire import Delivery


class Account(NamedTuple):
    """Numbers of a device: all up to `through` are accounted for, `seen` came beyond."""

    through: int
    seen: tuple[int, ...]
    gaps: tuple[int, ...]


def accounted(before: Account, came: Collection[int], waiting: Collection[int]) -> Account:
    """After some numbers came while others wait on the device; new gaps are beyond those of before."""
    seen = {*before.seen, *(number for number in came if number > before.through)}
    known = seen.union(waiting)
    through, gaps, last = before.through, [], max(known, default=0)
    while through < last:
        number = through + 1
        if number in waiting and number not in seen:
            break
        if number not in seen:
            gaps.append(number)
        seen.discard(number)
        through = number
    return Account(through, tuple(sorted(seen)), tuple(gaps))


async def account_for(platform: Platform, device: DeviceRow, delivery: Delivery, *, skew_s: int) -> None:
    """Remember what came; a new gap goes to the log, as `sync.GapFound`."""
    async with platform.database.transaction(device.organisation_id) as tx:
        row = await tx.fetchrow(
            """insert into sync.device as d (organisation_id, device_id) values (focus.must_scope(), $1)
               on conflict (organisation_id, device_id) do update set delivered_at = now()
               returning through, seen""",
            device.id,
        )
        assert row is not None
        before = Account(row["through"], tuple(row["seen"]), ())
        after = accounted(before, [item.n for item in delivery.items], delivery.waiting)
        await tx.execute(
            """update sync.device set through = $2, seen = $3, gaps = gaps || $4::bigint[], skew_s = $5
               where device_id = $1""",
            device.id,
            after.through,
            list(after.seen),
            list(after.gaps),
            skew_s,
        )
        if after.gaps or skew_s:
            what = {"numbers": list(after.gaps), "skew_s": skew_s}
            kind = "sync.GapFound" if after.gaps else "sync.ClockOff"
            entry = LogEvent(
                organisation_id=device.organisation_id,
                kind=kind,
                person_id=device.person_id,
                device_id=device.id,
                what=msgspec.to_builtins(what),
            )
            await platform.log.append(tx, entry)

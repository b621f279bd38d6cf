"""Where a case lies, in which ward, and who holds that ward."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from focus.core.feed import ward_bucket
from focus.core.organisations.public import post_of, wards_at
from focus.kit.declaring.case import CaseType
from focus.kit.declaring.fields import Address, Place

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Principal


async def ward_buckets(tx: Transaction, principal: Principal) -> list[str]:
    """The wards of somebody's post."""
    facts = await post_of(tx, principal.post_id)
    return [ward_bucket(ward) for ward in facts.wards] if facts else []


def point_of(case: CaseType, data: dict[str, Any]) -> tuple[float, float] | None:
    """Longitude and latitude: of the address by which it is given out, else of its first place or address."""
    names = [name for name, field in case.fields.items() if isinstance(field, Address | Place)]
    for name in sorted(names, key=lambda name: name != case.assign.by):
        value = data.get(name, {})
        if "longitude" in value:
            return float(value["longitude"]), float(value["latitude"])
    return None


async def ward_at(tx: Transaction, point: tuple[float, float] | None, on: date) -> UUID | None:
    """The smallest ward around a point."""
    if point is None:
        return None
    found = await wards_at(tx, longitude=point[0], latitude=point[1], on=on)
    return found[0].id if found else None

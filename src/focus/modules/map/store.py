"""Rows of own layers in the organisation in scope."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from focus.modules.map.records import Features, Layer

if TYPE_CHECKING:
    from focus.core.database import Transaction


async def layers(tx: Transaction) -> list[Layer]:
    """All of them, by name."""
    rows = await tx.fetch("select id, name, features::text as features from map.layer order by name, id")
    return [
        Layer(id=row["id"], name=row["name"], features=msgspec.json.decode(row["features"], type=Features))
        for row in rows
    ]


async def hold(tx: Transaction) -> int:
    """How many there are; until the end of the transaction nobody else adds one."""
    await tx.execute("select pg_advisory_xact_lock(hashtextextended('map.layer ' || focus.must_scope(), 0))")
    count: int = await tx.fetchval("select count(*) from map.layer")
    return count


async def add(tx: Transaction, layer: Layer) -> None:
    """Add one."""
    await tx.execute(
        """insert into map.layer (organisation_id, id, name, features)
           values (focus.must_scope(), $1, $2, $3::text::jsonb)""",
        layer.id,
        layer.name,
        msgspec.json.encode(layer.features).decode(),
    )


async def remove(tx: Transaction, layer: UUID) -> bool:
    """Whether there was such a layer."""
    return await tx.fetchval("delete from map.layer where id = $1 returning true", layer) is not None

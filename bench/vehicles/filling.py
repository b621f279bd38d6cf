"""300,000 vehicles of the demo's zone, twenty a street, three a plate."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import asyncpg

from focus.core.database import Database
from focus.core.ids import new_id
from focus.server.demo.cast import demo_id

VEHICLES, STREETS, PLATES = 300_000, 15_000, 100_000
ORGANISATION = str(demo_id("organisation", "5999"))


def plate(number: int) -> str:
    """The plate with this number, `1-ABC-123` without its dashes."""
    letters = "".join(chr(65 + number // 1000 // 26**place % 26) for place in range(3))
    return f"1{letters}{number % 1000:03}"


async def fill(home: Path) -> None:
    """Write them and let PostgreSQL know its tables."""
    organisation = UUID(ORGANISATION)
    async with Database.open(home) as database:
        # A superuser, because COPY is not possible under row-level security.
        owner = await asyncpg.connect(database.url)
        rows = (
            (organisation, new_id(), n % STREETS, plate(n % PLATES), "Volkswagen", "grey", 2010 + n % 15)
            for n in range(VEHICLES)
        )
        await owner.copy_records_to_table("vehicle", schema_name="vehicles", records=rows)
        await owner.execute("vacuum analyze vehicles.vehicle")
        await owner.close()

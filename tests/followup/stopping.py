"""What tests of stops do: register one, read one's own, set what the organisation sets."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import msgspec

from tests.search.lookups.desk import Desk, Officer

STRANGER = "Man, ongeveer 30, rode jas, zwarte fiets"


async def record(officer: Officer, *, command: str | None = None, **given: Any) -> Any:
    """Register a stop of a stranger, unless `given` says otherwise."""
    body = {"ground": "traffic", "described": STRANGER, **given}
    path = "/api/followup/record-stop"
    sent = officer.headers("POST", path, json.dumps(body).encode())
    if command:
        sent["Focus-Command"] = command
    return await officer.call("POST", path, body, headers=sent)


async def own(officer: Officer, before: str | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (
        await officer.get(f"/api/followup/stops?before={before}" if before else "/api/followup/stops")
    ).body
    return found


async def figures(officer: Officer, query: str = "") -> Any:
    return await officer.get(f"/api/followup/stop-figures{query}")


async def setting(desk: Desk, organisation: UUID, **values: Any) -> None:
    """What the organisation set, behind everybody's back; nothing: as delivered."""
    await desk.station.owner.execute("delete from organisations.setting where module = 'followup'")
    if values:
        await desk.station.owner.execute(
            """insert into organisations.setting (organisation_id, module, value, changed_at)
               values ($1, 'followup', $2::text::jsonb, now())""",
            organisation,
            msgspec.json.encode(values).decode(),
        )


async def aged(desk: Desk, stop: str, days: int) -> None:
    """Let a stop be so many days older."""
    await desk.station.owner.execute(
        "update followup.stop set at = at - make_interval(days => $2) where id = $1", UUID(stop), days
    )

"""Whom an item is for, person by person, and whether somebody may see it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from focus.core.organisations.public import post_of
from focus.core.sync.buckets import buckets_of
from focus.modules.briefing.kinds import DESK, READ
from focus.modules.briefing.records import Audience

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Actor, Principal

_POSTS = """
select a.person_id, a.given_names || ' ' || a.family_name as name, a.function_code, a.units, a.wards
from organisations.post p cross join lateral organisations.principal_of(p.id, $1) a
where $2 = any(a.permissions)
order by a.family_name, a.given_names, a.person_id
"""


class Meant(NamedTuple):
    """Somebody whom an item is for."""

    person: UUID
    name: str
    function: str


async def meant_by(tx: Transaction, audience: Audience, at: datetime) -> list[Meant]:
    """Everybody who is meant and may read the briefing, by name; each once."""
    people: dict[UUID, Meant] = {}
    for row in await tx.fetch(_POSTS, at, READ):
        if _is_meant(audience, row):
            people.setdefault(row["person_id"], Meant(row["person_id"], row["name"], row["function_code"]))
    return list(people.values())


def _is_meant(audience: Audience, row: Any) -> bool:
    return (
        audience.whole
        or row["person_id"] in audience.persons
        or row["function_code"] in audience.functions
        or not set(audience.units).isdisjoint(row["units"])
        or not set(audience.wards).isdisjoint(row["wards"])
    )


_STRANGERS = """
select what from (
  select 'units' as what, 1 as place from unnest($1::uuid[]) u
    where u not in (select id from organisations.unit)
  union select 'functions', 2 from unnest($2::text[]) f
    where f not in (select code from organisations.function)
  union select 'wards', 3 from unnest($3::uuid[]) w
    where w not in (select id from organisations.ward)
  union select 'persons', 4 from unnest($4::uuid[]) p
    where p not in (select person_id from organisations.post)
) strangers order by place
"""


async def unknown_of(tx: Transaction, audience: Audience) -> tuple[str, ...]:
    """Which of `units`, `functions`, `wards` and `persons` name what the organisation never had."""
    named = (audience.units, audience.functions, audience.wards, audience.persons)
    return tuple(row["what"] for row in await tx.fetch(_STRANGERS, *map(list, named)))


async def desk(_tx: Transaction, principal: Principal) -> tuple[str, ...]:
    """The desk's bucket, for whoever writes items."""
    return (DESK,) if "briefing.write" in principal.permissions else ()


class Sight(NamedTuple):
    """What somebody may see."""

    buckets: frozenset[str]
    at_desk: bool
    person: UUID

    def means(self, row: Any) -> bool:
        """He is one of those whom the item is for."""
        return not self.buckets.isdisjoint(row["buckets"])

    def shows(self, row: Any) -> bool:
        """He is meant, wrote it, or is at the desk and it is not secret."""
        desk = self.at_desk and row["handling"] != "secret"
        return self.means(row) or desk or row["author_id"] == self.person


async def sight_of(actor: Actor) -> Sight:
    """What this actor may see now."""
    mine = await buckets_of(actor.platform, actor.tx, actor.principal)
    return Sight(mine - {DESK}, "briefing.write" in actor.principal.permissions, actor.person)


async def name_of(actor: Actor) -> str:
    """The actor's name, as colleagues read it."""
    facts = await post_of(actor.tx, actor.principal.post_id)
    return facts.name if facts else ""

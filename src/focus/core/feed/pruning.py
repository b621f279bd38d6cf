"""The feed is kept for some days: a phone that was away for longer begins anew."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from focus.core.database import Transaction

_PRUNE = """
with old as (delete from feed.entry where at < $1 returning xid),
marked as (
  insert into feed.pruned as p (organisation_id, xid)
  select focus.must_scope(), max(xid) from old having count(*) > 0
  on conflict (organisation_id) do update set xid = greatest(p.xid, excluded.xid))
select count(*) from old
"""


async def prune(_platform: object, tx: Transaction, before: datetime) -> int:
    """Erase entries of before that moment and what is gone since, and remember how far; how many rows."""
    entries = await tx.fetchval(_PRUNE, before)
    gone = await tx.execute("delete from feed.record where body is null and changed_at < $1", before)
    return int(entries) + int(gone.rpartition(" ")[2])

"""The feed is kept for some days: a phone that was away for longer begins anew.

Of a record that changes often (where a crew is, each quarter of a minute) only the last entry of each bucket
is kept. Nothing is lost by it: an entry says "look again", and whoever has not seen an earlier one has not
seen the last one either, because changes of one record wait for each other.
"""

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
_COMPACT = """
delete from feed.entry e using feed.record r
where e.organisation_id = (select focus.must_scope()) and r.organisation_id = e.organisation_id
  and r.type = e.type and r.id = e.id and e.xid <> r.xid
  and exists (select from feed.entry last where last.organisation_id = e.organisation_id
    and last.bucket = e.bucket and last.xid = r.xid and last.type = e.type and last.id = e.id)
"""


async def prune(_platform: object, tx: Transaction, before: datetime) -> int:
    """Erase entries of before that moment and what is gone since, and remember how far; how many rows."""
    entries = await tx.fetchval(_PRUNE, before)
    gone = await tx.execute("delete from feed.record where body is null and changed_at < $1", before)
    return int(entries) + int(gone.rpartition(" ")[2])


async def compact(tx: Transaction) -> int:
    """Erase entries that a later one of the same record in the same bucket repeats; how many."""
    return int((await tx.execute(_COMPACT)).rpartition(" ")[2])

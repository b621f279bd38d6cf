"""The self-check at start: every organisation's rows are behind a policy that nobody of ours may pass."""

from __future__ import annotations

from typing import Final

import asyncpg

from focus.core.database.database import Database
from focus.core.database.problems import PoliciesBroken
from focus.core.database.transaction import Transaction

SCOPE: Final = "(organisation_id = ( SELECT focus.must_scope() AS must_scope))"
"""How the catalogue prints the condition that `focus.protect` sets."""

# Partitions that the platform has no right on are reached through their parent only, whose policy holds.
_UNPROTECTED: Final = """
select c.oid::regclass::text as name, c.relkind::text as kind, a.attnotnull as filled,
  a.atttypid = 'uuid'::regtype as typed, c.relrowsecurity as guarded, c.relforcerowsecurity as forced,
  exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive
          and p.polcmd = '*' and pg_get_expr(p.polqual, p.polrelid) = $1
          and p.polroles @> array[to_regrole('focus_app')::oid]) as scoped,
  has_table_privilege('focus_app', c.oid, 'truncate, references, trigger') as loose
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
where c.relkind in ('r', 'p', 'f', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not (c.relispartition
           and not has_table_privilege('focus_app', c.oid, 'select, insert, update, delete'))
order by 1
"""

_OPEN_POLICIES: Final = """
select p.polname as policy, p.polrelid::regclass::text as name
from pg_policy p
join pg_class c on c.oid = p.polrelid
join pg_namespace n on n.oid = c.relnamespace
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and p.polpermissive
  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id'
              and not a.attisdropped)
  and (coalesce(pg_get_expr(p.polqual, p.polrelid), $1) <> $1
       or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), $1) <> $1)
  and not (p.polcmd = 'r' and p.polroles = array[to_regrole('focus_door')::oid])
order by 2, 1
"""

_VIEWS: Final = """
select c.oid::regclass::text as name
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_roles r on r.oid = c.relowner
where c.relkind = 'v' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and (r.rolsuper or r.rolbypassrls or r.rolname = 'focus_door')
  and not coalesce('security_invoker=true' = any(c.reloptions)
                   or 'security_invoker=on' = any(c.reloptions), false)
  and has_table_privilege('focus_app', c.oid, 'select, insert, update, delete')
order by 1
"""

_FUNCTIONS: Final = """
select p.oid::regprocedure::text as name, r.rolname as owner,
  r.rolsuper or r.rolbypassrls as passes,
  coalesce(array_to_string(p.proconfig, ',') ~ 'search_path=', false) as fixed_path
from pg_proc p
join pg_namespace n on n.oid = p.pronamespace
join pg_roles r on r.oid = p.proowner
where p.prosecdef and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and has_function_privilege('focus_app', p.oid, 'execute')
order by 1
"""

_ROLES: Final = """
select rolname as name, rolsuper as super, rolbypassrls as passes, rolcanlogin as login,
  rolcreaterole as makes_roles, rolreplication as replicates
from pg_roles where rolname in ('focus_owner', 'focus_app', 'focus_door', current_user) order by 1
"""

_POWERS: Final = """
with mine as (select oid from pg_roles where rolname in ('focus_app', current_user)),
place as (select * from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema')
select 'belongs to ' || r.rolname as power from pg_roles r
  where r.oid not in (select oid from mine) and pg_has_role(current_user, r.oid, 'member')
union all
select 'owns ' || c.oid::regclass from pg_class c join place on place.oid = c.relnamespace
  where c.relowner in (select oid from mine)
union all
select 'owns schema ' || nspname from place where nspowner in (select oid from mine)
union all
select 'owns function ' || p.oid::regprocedure from pg_proc p join place on place.oid = p.pronamespace
  where p.proowner in (select oid from mine)
union all
select 'may create in schema ' || nspname from place where has_schema_privilege(current_user, oid, 'create')
union all
select 'may create schemas' where has_database_privilege(current_user, current_database(), 'create')
"""


async def check_policies(database: Database) -> None:
    """Refuse to serve on a database that would show one organisation's rows to another.

    Raises PoliciesBroken with every offender: a table, a policy, a view, a function, a role.
    """
    async with database.unscoped(readonly=True) as tx:
        if await tx.fetchval("select to_regprocedure('focus.must_scope()') is null"):
            raise PoliciesBroken(["schema focus is missing: run the migrations first"])
        found = [
            *await _tables(tx),
            *await _functions(tx),
            *await _roles(tx),
        ]
    if not await _scope_refuses(database):
        found.append("focus.must_scope() does not refuse a transaction without a scope")
    if found:
        raise PoliciesBroken(found)


async def _tables(tx: Transaction) -> list[str]:
    found = []
    for row in await tx.fetch(_UNPROTECTED, SCOPE):
        found += [f"table {row['name']}: {fault}" for fault in _faults(row)]
    for row in await tx.fetch(_OPEN_POLICIES, SCOPE):
        found.append(f"table {row['name']}: policy {row['policy']} lets other organisations' rows through")
    for row in await tx.fetch(_VIEWS):
        found.append(f"view {row['name']}: its owner passes row-level security; make it security_invoker")
    return found


def _faults(row: asyncpg.Record) -> list[str]:
    if row["kind"] in ("f", "m"):
        return ["foreign tables and materialised views cannot keep organisations apart"]
    faults = []
    if not (row["guarded"] and row["scoped"]):
        faults.append("no policy: call focus.protect")
    elif not row["forced"]:
        faults.append("row-level security is not forced on its owner")
    if not (row["filled"] and row["typed"]):
        faults.append("organisation_id is not uuid not null")
    if row["loose"]:
        faults.append("focus_app may truncate, reference or trigger on it, which no policy restrains")
    return faults


async def _functions(tx: Transaction) -> list[str]:
    found = []
    for row in await tx.fetch(_FUNCTIONS):
        if row["passes"]:
            found.append(f"function {row['name']}: security definer of {row['owner']}, who passes policies")
        if not row["fixed_path"]:
            found.append(f"function {row['name']}: security definer without a fixed search_path")
    return found


async def _roles(tx: Transaction) -> list[str]:
    found = []
    me = await tx.fetchval("select current_user::text")
    for row in await tx.fetch(_ROLES):
        if row["super"] or row["passes"]:
            found.append(f"role {row['name']}: superuser or bypassrls")
        if row["login"] and row["name"] == "focus_door":
            found.append("role focus_door: may log in")
        if row["name"] in ("focus_app", me) and (row["makes_roles"] or row["replicates"]):
            found.append(f"role {row['name']}: may create roles or replicate")
    if not await tx.fetchval("select pg_has_role(current_user, 'focus_app', 'usage')"):
        found.append(f"role {me}: is no member of focus_app")
    for row in await tx.fetch(_POWERS):
        found.append(f"role {me}: {row['power']}")
    return found


async def _scope_refuses(database: Database) -> bool:
    try:
        async with database.unscoped(readonly=True) as tx:
            await tx.fetchval("select focus.must_scope()")
    except asyncpg.InsufficientPrivilegeError:
        return True
    return False

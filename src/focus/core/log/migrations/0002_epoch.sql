-- Transaction ids begin anew in another cluster (dump and restore, pg_upgrade), so the order of the log is
-- (epoch, xid, seq): an epoch is the time that the log spent in one cluster. The system identifier tells
-- clusters apart; a physical copy keeps it, and keeps its transaction ids too.
create table log.epoch (
  number integer primary key,
  cluster bigint not null,
  since timestamptz not null default clock_timestamp()
);
revoke all on log.epoch from public, focus_app;
grant select on log.epoch to focus_app;
grant select, insert on log.epoch to focus_door;

alter table log.event add column epoch integer not null default 0;
alter table log.leaf add column epoch integer not null default 0;
drop index log.event_order;
create index event_order on log.event (organisation_id, epoch, xid, seq);

create function log.epoch_now() returns integer
language sql stable set search_path = '' as $$ select coalesce(max(number), 0) from log.epoch $$;

-- The epoch that this cluster is in; it begins now when the newest one was another cluster's. Each process
-- asks before it logs.
create function log.enter_cluster() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  here bigint := (select system_identifier from pg_catalog.pg_control_system());
  newest log.epoch;
begin
  select * into newest from log.epoch order by number desc limit 1;
  if newest.cluster is distinct from here then
    insert into log.epoch (number, cluster) values (coalesce(newest.number + 1, 0), here)
    on conflict do nothing;
  end if;
  return (select max(number) from log.epoch);
end $$;
select focus.door_function('log.enter_cluster()');

-- Events of several organisations in one commit, as columns: `counts[n]` events of `scopes[n]`, in that order.
-- Runs with the caller's rights: each organisation's rows pass its own scope, so row-level security holds row
-- by row. Answers how many were new.
drop function log.append_batch(json);
create function log.append_batch(
  scopes uuid[], counts integer[], ids uuid[], ats timestamptz[], kinds text[], persons uuid[],
  leaves bytea[], versions smallint[], payloads bytea[]
) returns bigint
language plpgsql as $$
declare
  before text := coalesce(current_setting('focus.organisation', true), '');
  era integer := log.epoch_now();
  first integer := 1;
  last integer;
  added bigint;
  total bigint := 0;
begin
  for turn in 1..cardinality(scopes) loop
    last := first + counts[turn] - 1;
    perform set_config('focus.organisation', scopes[turn]::text, true);
    insert into log.event (organisation_id, epoch, id, at, kind, person_id, leaf, key_version, payload)
    select scopes[turn], era, r.*
    from unnest(
      ids[first:last], ats[first:last], kinds[first:last], persons[first:last],
      leaves[first:last], versions[first:last], payloads[first:last]) as r
    on conflict do nothing;
    get diagnostics added = row_count;
    total := total + added;
    first := last + 1;
  end loop;
  perform set_config('focus.organisation', before, true);
  return total;
end $$;

-- One seal of one organisation; the sealer sends all of them in one transaction.
drop function log.seal(
  uuid, bigint, uuid[], xid8[], bigint[], bytea[], smallint[], bigint[], bytea[], bytea[], bytea, text, timestamptz
);
create function log.seal(
  organisation uuid, start bigint, events uuid[], epochs integer[], xids xid8[], seqs bigint[], hashes bytea[],
  levels smallint[], numbers bigint[], tiles bytea[], tile_roots bytea[],
  root bytea, note text, sealed_at timestamptz
) returns void
language plpgsql as $$
declare
  before text := coalesce(current_setting('focus.organisation', true), '');
begin
  perform set_config('focus.organisation', organisation::text, true);
  insert into log.leaf (organisation_id, position, event_id, epoch, xid, seq, hash)
  select organisation, start + r.n - 1, r.e, r.o, r.x, r.s, r.h
  from unnest(events, epochs, xids, seqs, hashes) with ordinality as r (e, o, x, s, h, n);
  insert into log.tile (organisation_id, level, number, hashes, root)
  select organisation, r.l, r.n, r.h, r.r from unnest(levels, numbers, tiles, tile_roots) as r (l, n, h, r);
  insert into log.checkpoint (organisation_id, size, at, root, note)
  values (organisation, start + cardinality(events), sealed_at, root, note);
  perform set_config('focus.organisation', before, true);
end $$;

-- For the sealer, before any scope: what is committed but not sealed, at most `most` per organisation.
-- Shows commitments, never a payload. Below pg_snapshot_xmin nothing can still commit out of order; an epoch
-- that is over came whole from another cluster, whose transaction ids say nothing here.
drop function log.unsealed(integer);
create function log.unsealed(most integer)
returns table (
  organisation_id uuid, size bigint, id uuid, epoch integer, xid xid8, seq bigint, leaf bytea)
language sql stable security definer set search_path = '' as $$
  select k.organisation_id, coalesce(l.position + 1, 0), e.id, e.epoch, e.xid, e.seq, e.leaf
  from log.data_key k
  left join lateral (
    select f.position, f.epoch, f.xid, f.seq from log.leaf f
    where f.organisation_id = k.organisation_id order by f.position desc limit 1) l on true
  cross join lateral (
    select e.id, e.epoch, e.xid, e.seq, e.leaf from log.event e
    where e.organisation_id = k.organisation_id
      and (e.epoch, e.xid, e.seq) > (coalesce(l.epoch, 0), coalesce(l.xid, '0'::xid8), coalesce(l.seq, 0))
      and (e.epoch < (select log.epoch_now()) or e.xid < pg_snapshot_xmin(pg_current_snapshot()))
    order by e.epoch, e.xid, e.seq limit most) e
  where k.version = 1
  order by k.organisation_id, e.epoch, e.xid, e.seq
$$;
select focus.door_function('log.unsealed(integer)');

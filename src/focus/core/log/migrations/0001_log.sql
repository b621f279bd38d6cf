-- The log. Nothing here is ever updated, with one exception: log.erase.

-- Random keys of 32 bytes, wrapped by the key store; the newest version encrypts.
create table log.data_key (
  organisation_id uuid not null,
  version smallint not null check (version > 0),
  wrapped bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (organisation_id, version)
);
select focus.protect_insert_only('log.data_key');
select focus.door('log.data_key');

-- `leaf` commits to the payload; `payload` is salt and canonical JSON, encrypted, null after erasure.
create table log.event (
  organisation_id uuid not null,
  id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  at timestamptz not null,
  kind text collate "C" not null check (kind ~ '^[a-z][a-z_]*\.[A-Z][A-Za-z]*$'),
  person_id uuid,
  leaf bytea not null check (octet_length(leaf) = 32),
  key_version smallint not null,
  payload bytea,
  primary key (organisation_id, id)
);
alter table log.event alter column payload set storage external;
create index event_order on log.event (organisation_id, xid, seq);
create index event_person on log.event (organisation_id, person_id, seq desc) where person_id is not null;
select focus.protect_insert_only('log.event');
select focus.door('log.event');

-- The sealed order. `hash` is that of the Merkle leaf.
create table log.leaf (
  organisation_id uuid not null,
  position bigint not null check (position >= 0),
  event_id uuid not null,
  xid xid8 not null,
  seq bigint not null,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (organisation_id, position),
  unique (organisation_id, event_id)
);
select focus.protect_insert_only('log.leaf');
select focus.door('log.leaf');

-- Full tiles only: a partial one follows from the leaves, or from the roots one level below.
create table log.tile (
  organisation_id uuid not null,
  level smallint not null,
  number bigint not null,
  hashes bytea not null check (octet_length(hashes) = 8192),
  root bytea not null check (octet_length(root) = 32),
  primary key (organisation_id, level, number)
);
alter table log.tile alter column hashes set storage external;
select focus.protect_insert_only('log.tile');

create table log.checkpoint (
  organisation_id uuid not null,
  size bigint not null check (size > 0),
  at timestamptz not null,
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  primary key (organisation_id, size)
);
select focus.protect_insert_only('log.checkpoint');

-- Events of several organisations in one commit: {organisation: [{i, a, k, p, l, v, b}, …]}. Runs with the
-- caller's rights: each organisation's rows pass its own scope, so row-level security holds row by row.
-- Answers the events that were new. JSON, because encoding array parameters was the dearest part by profile.
create function log.append_batch(batch json) returns table (organisation_id uuid, id uuid)
language plpgsql as $$
#variable_conflict use_column
declare
  before text := coalesce(current_setting('focus.organisation', true), '');
  scope text;
  events json;
begin
  for scope, events in select key, value from json_each(batch) loop
    perform set_config('focus.organisation', scope, true);
    return query
      insert into log.event as e (organisation_id, id, at, kind, person_id, leaf, key_version, payload)
      select scope::uuid, r.i, r.a, r.k, r.p, decode(r.l, 'base64'), r.v, decode(r.b, 'base64')
      from json_to_recordset(events)
        as r (i uuid, a timestamptz, k text, p uuid, l text, v smallint, b text)
      on conflict do nothing
      returning e.organisation_id, e.id;
  end loop;
  perform set_config('focus.organisation', before, true);
end $$;

-- One seal of one organisation; the sealer sends all of them in one transaction.
create function log.seal(
  organisation uuid, start bigint, events uuid[], xids xid8[], seqs bigint[], hashes bytea[],
  levels smallint[], numbers bigint[], tiles bytea[], tile_roots bytea[],
  root bytea, note text, sealed_at timestamptz
) returns void
language plpgsql as $$
declare
  before text := coalesce(current_setting('focus.organisation', true), '');
begin
  perform set_config('focus.organisation', organisation::text, true);
  insert into log.leaf (organisation_id, position, event_id, xid, seq, hash)
  select organisation, start + r.n - 1, r.e, r.x, r.s, r.h
  from unnest(events, xids, seqs, hashes) with ordinality as r (e, x, s, h, n);
  insert into log.tile (organisation_id, level, number, hashes, root)
  select organisation, r.l, r.n, r.h, r.r from unnest(levels, numbers, tiles, tile_roots) as r (l, n, h, r);
  insert into log.checkpoint (organisation_id, size, at, root, note)
  values (organisation, start + cardinality(events), sealed_at, root, note);
  perform set_config('focus.organisation', before, true);
end $$;

-- The hashes of tiles in the scope, full or partial, in the order asked for.
create function log.tile_hashes(levels smallint[], numbers bigint[])
returns table (level smallint, number bigint, hashes bytea)
language sql stable as $$
  select w.l, w.n, coalesce(
    (select t.hashes from log.tile t
     where t.organisation_id = (select focus.must_scope()) and t.level = w.l and t.number = w.n),
    case when w.l = 0 then
      (select string_agg(f.hash, ''::bytea order by f.position) from log.leaf f
       where f.organisation_id = (select focus.must_scope())
         and f.position >= w.n * 256 and f.position < (w.n + 1) * 256)
    else
      (select string_agg(t.root, ''::bytea order by t.number) from log.tile t
       where t.organisation_id = (select focus.must_scope()) and t.level = w.l - 1
         and t.number >= w.n * 256 and t.number < (w.n + 1) * 256)
    end, ''::bytea)
  from unnest(levels, numbers) as w (l, n)
$$;

-- For the sealer, before any scope: what is committed but not sealed, at most `most` per organisation.
-- Shows commitments, never a payload. Below pg_snapshot_xmin nothing can still commit out of order.
create function log.unsealed(most integer)
returns table (organisation_id uuid, size bigint, id uuid, xid xid8, seq bigint, leaf bytea)
language sql stable security definer set search_path = '' as $$
  select k.organisation_id, coalesce(l.position + 1, 0), e.id, e.xid, e.seq, e.leaf
  from log.data_key k
  left join lateral (
    select f.position, f.xid, f.seq from log.leaf f
    where f.organisation_id = k.organisation_id order by f.position desc limit 1) l on true
  cross join lateral (
    select e.id, e.xid, e.seq, e.leaf from log.event e
    where e.organisation_id = k.organisation_id
      and (e.xid, e.seq) > (coalesce(l.xid, '0'::xid8), coalesce(l.seq, 0))
      and e.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by e.xid, e.seq limit most) e
  where k.version = 1
  order by k.organisation_id, e.xid, e.seq
$$;
select focus.door_function('log.unsealed(integer)');

-- Which organisations have a log.
create function log.organisations() returns table (organisation_id uuid)
language sql stable security definer set search_path = '' as $$
  select k.organisation_id from log.data_key k where k.version = 1 order by 1
$$;
select focus.door_function('log.organisations()');

-- Lawful erasure, the only change an event ever knows: payload with its salt, and whose act it was.
-- In the scope only. Commitment and proofs stay. Whoever calls it logs log.PayloadErased in the same
-- transaction; a payload gone without such an event counts as tampering.
create policy erase on log.event for update to focus_door
  using (organisation_id = (select focus.must_scope()))
  with check (organisation_id = (select focus.must_scope()));
grant update (payload, person_id) on log.event to focus_door;
create function log.erase(erased uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update log.event set payload = null, person_id = null
  where organisation_id = focus.must_scope() and id = erased and payload is not null;
  return found;
end $$;
select focus.door_function('log.erase(uuid)');

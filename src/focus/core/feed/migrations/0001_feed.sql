-- Records as phones hold them, who may hold them (buckets), and what changed (the feed).
-- A feed row says only "look again": whether a phone is given the record or told that it is gone is decided
-- when it asks. Its place in the order is its transaction, see focus.core.sync.pull.

create table feed.record (
  organisation_id uuid not null,
  type            text not null collate "C",       -- briefing.item
  id              uuid not null,
  version         bigint not null,
  body            bytea,                           -- the phone's JSON; null: gone
  buckets         text[] not null,
  xid             xid8 not null default pg_current_xact_id(),
  changed_at      timestamptz not null default now(),
  primary key (organisation_id, type, id)
);
select focus.protect('feed.record');

create table feed.member (
  organisation_id uuid not null,
  bucket          text not null collate "C",       -- org, unit:…, person:…
  type            text not null collate "C",
  id              uuid not null,
  primary key (organisation_id, bucket, type, id)
);
select focus.protect('feed.member');

create table feed.entry (
  organisation_id uuid not null,
  bucket          text not null collate "C",
  xid             xid8 not null default pg_current_xact_id(),
  type            text not null collate "C",
  id              uuid not null,
  at              timestamptz not null default now(),
  primary key (organisation_id, bucket, xid, type, id)
);
create index entry_at on feed.entry (organisation_id, at);
select focus.protect('feed.entry');

-- The last transaction whose entries were erased: a phone that has not seen it begins anew.
create table feed.pruned (
  organisation_id uuid primary key,
  xid             xid8 not null
);
select focus.protect('feed.pruned');

-- Where transaction ids come from: after a restore, a promotion or in another database they mean something else.
create function feed.epoch() returns text
language sql stable set search_path = '' as $$
  select system_identifier || '.' || (select oid from pg_catalog.pg_database where datname = current_database())
    || '.' || left(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_lsn()), 8)
  from pg_catalog.pg_control_system()
$$;

-- Records of one transaction, once each. `places` and `touched`: buckets now, and before or now, by blanks.
-- A version rises by one from the one that was held; fewer answers than records: somebody else was faster.
create function feed.put(
  types text[], ids uuid[], bodies bytea[], helds bigint[], places text[], touched text[]
) returns table (type text, id uuid, version bigint)
language sql as $$
  with given as materialized (
    select g.type collate "C" as type, g.id, g.body, g.held,
      string_to_array(g.place, ' ') as buckets, string_to_array(g.touch, ' ') as touched
    from unnest($1, $2, $3, $4, $5, $6) as g (type, id, body, held, place, touch)
  ), left_out as (
    delete from feed.member m using given g
    where m.organisation_id = (select focus.must_scope()) and m.bucket = any(g.touched)
      and m.type = g.type and m.id = g.id and not m.bucket = any(g.buckets)
  ), put_in as (
    insert into feed.member (organisation_id, bucket, type, id)
    select focus.must_scope(), b.bucket, g.type, g.id from given g cross join unnest(g.buckets) as b (bucket)
    on conflict do nothing
  ), told as (
    insert into feed.entry (organisation_id, bucket, type, id)
    select focus.must_scope(), b.bucket, g.type, g.id from given g cross join unnest(g.touched) as b (bucket)
    on conflict do nothing
  )
  insert into feed.record as r (organisation_id, type, id, version, body, buckets)
  select focus.must_scope(), g.type, g.id, g.held + 1, g.body, g.buckets from given g
  on conflict (organisation_id, type, id) do update
    set version = excluded.version, body = excluded.body, buckets = excluded.buckets,
      xid = pg_current_xact_id(), changed_at = now()
    where r.version = excluded.version - 1
  returning r.type, r.id, r.version
$$;
revoke all on function feed.put(text[], uuid[], bytea[], bigint[], text[], text[]) from public;
grant execute on function feed.put(text[], uuid[], bytea[], bigint[], text[], text[]) to focus_app;

-- A row of a module's own table that belongs to a record may not change without it: checked at the commit.
--   select feed.follow('briefing.subject', 'briefing.item', 'item_id');
create function feed.saved_too() returns trigger
language plpgsql set search_path = '' as $$
declare
  row jsonb := to_jsonb(coalesce(new, old));
begin
  if not exists (
    select from feed.record
    where organisation_id = (row ->> 'organisation_id')::uuid and type = tg_argv[0]
      and id = (row ->> tg_argv[1])::uuid and xid = pg_current_xact_id()
  ) then
    raise exception '% changed without its %', tg_relid::regclass, tg_argv[0] using errcode = 'FO001';
  end if;
  return null;
end $$;

create function feed.follow(target regclass, type text, owner text) returns void
language plpgsql set search_path = '' as $$
begin
  execute format(
    'create constraint trigger saved_too after insert or update or delete on %s deferrable initially deferred'
    ' for each row execute function feed.saved_too(%L, %L)', target, type, owner);
end $$;
revoke all on function feed.follow(regclass, text, text) from public;

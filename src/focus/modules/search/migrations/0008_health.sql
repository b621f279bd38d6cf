-- What became of each source at its last question, and since when it is so.
create table search.source_state (
  source text primary key,
  good boolean not null,
  reason text not null,
  since timestamptz not null,
  at timestamptz not null,
  failed_reason text not null,
  failed_at timestamptz,
  next_try timestamptz
);
comment on column search.source_state.reason is 'why it is not good; the texts are search-source-<reason>';

-- How answers differed from what was agreed. Paths of the source's file and kinds of values, never a value.
create table search.source_drift (
  source text not null,
  slot timestamptz not null,
  path text not null,
  change text not null,
  found text not null,
  times integer not null,
  primary key (source, slot, path, change, found)
);
create index source_drift_slot on search.source_drift (slot);

-- The same by hours, so that a week is not read in steps of five minutes.
create table search.source_hour (
  source text not null,
  slot timestamptz not null,
  answered integer not null,
  empty integer not null,
  failed integer not null,
  silent integer not null,
  unread integer not null,
  took integer[] not null,
  breaker_open boolean not null,
  last_good timestamptz,
  primary key (source, slot)
);
create index source_hour_slot on search.source_hour (slot);
insert into search.source_hour (source, slot, answered, empty, failed, silent, unread, took, breaker_open,
    last_good)
  select c.source, c.hour, c.answered, c.empty, c.failed, 0, 0, t.took, false, c.last_good
  from (select source, date_trunc('hour', slot) as hour, sum(answered)::integer as answered,
          sum(empty)::integer as empty, sum(failed)::integer as failed, max(last_good) as last_good
        from search.source_health group by 1, 2) c
  join (select source, hour, array_agg(times order by n) as took from (
          select source, date_trunc('hour', slot) as hour, n, sum(t)::integer as times
          from search.source_health, unnest(took) with ordinality as u (t, n) group by 1, 2, 3) a
        group by 1, 2) t using (source, hour);
update search.source_hour h set silent = f.times from (
    select source, date_trunc('hour', slot) as slot, sum(times)::integer as times
    from search.source_failure where reason = 'timeout' group by 1, 2) f
  where f.source = h.source and f.slot = h.slot;
alter table search.source_health add column unread integer not null default 0;
comment on column search.source_health.unread is 'records that were there and could not be read';
grant select, insert, update, delete on search.source_state, search.source_drift, search.source_hour
  to focus_app;

-- Lists that are loaded into our database. Every row stands in a scope: that of the organisation whose own
-- list it is, or the nil UUID for a list that the whole installation shares. No scope, no rows.
create table search.list_load (
  organisation_id uuid not null,
  id uuid not null,
  source text collate "C" not null,
  mode text not null check (mode in ('full', 'delta')),
  state text not null check (state in ('loading', 'loaded', 'unchanged', 'refused', 'failed')),
  began timestamptz not null,
  ended timestamptz,
  -- of the list itself: what its publisher or the file says
  at timestamptz,
  good bigint not null default 0,
  removed bigint not null default 0,
  bad bigint not null default 0,
  reason text not null default '',
  primary key (organisation_id, id)
);
create index list_load_of on search.list_load (organisation_id, source, began);
select focus.protect('search.list_load');

-- Which generation answers. Switching over is one update of this row.
create table search.list_current (
  organisation_id uuid not null,
  source text collate "C" not null,
  generation uuid not null,
  entries bigint not null,
  at timestamptz not null,
  -- when the list was last known to be its publisher's newest
  fresh_at timestamptz not null,
  checked_at timestamptz not null,
  -- of the file or address, to see whether it has changed
  tag text not null,
  -- of the source's file: with another mapping the same list must be loaded again
  mapping bytea not null,
  primary key (organisation_id, source)
);
select focus.protect('search.list_current');

create table search.list_entry (
  organisation_id uuid not null,
  generation uuid not null,
  entry bigint not null,
  id text collate "C" not null,
  record bytea not null,
  primary key (organisation_id, generation, entry)
);
create index list_entry_id on search.list_entry (organisation_id, generation, id);
select focus.protect('search.list_entry');

-- What an entry is found by. Plain equality of numbers, because row-level security lets no other operator
-- into an index before its own condition.
create table search.list_key (
  organisation_id uuid not null,
  generation uuid not null,
  key bigint not null,
  entry bigint not null,
  primary key (organisation_id, generation, key, entry)
);
select focus.protect('search.list_key');

create table search.list_bad_line (
  organisation_id uuid not null,
  load uuid not null,
  line bigint not null,
  reason text not null,
  primary key (organisation_id, load, line)
);
select focus.protect('search.list_bad_line');

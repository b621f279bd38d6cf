-- Stops: who was held, where and why. The columns that say so are emptied after the organisation's delay
-- (setting stops_days); ground, units and moment stay for figures without names.
create table search.stop (
  organisation_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  person_id uuid not null,
  post_id uuid not null,
  units uuid[] not null default '{}',
  ground text collate "C" not null check (ground ~ '^[a-z][a-z0-9_]{1,39}$'),
  lookup_id uuid,
  after_lookup boolean not null,
  known boolean not null,
  records text[] not null default '{}',
  described text not null default '',
  place text not null default '',
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  accuracy double precision,
  why text not null default '',
  purpose text collate "C" not null,
  basis text not null,
  reference text,
  reason text,
  task_id uuid,
  erased boolean not null default false,
  primary key (organisation_id, id),
  check ((longitude is null) = (latitude is null))
);
comment on column search.stop.person_id is 'the officer; who was stopped stands in records or described';
comment on column search.stop.known is 'whether records of a card said who it was';
create index stop_by_person on search.stop (organisation_id, person_id, at desc);
create index stop_by_moment on search.stop (organisation_id, at);
select focus.protect('search.stop');

select organisations.offer('officer', '{search.stop}');
select organisations.offer('ward_officer', '{search.stop}');
select organisations.offer('shift_leader', '{search.stop,search.stop_figures}');
select organisations.offer('zone_administrator', '{search.stop_figures}');
select organisations.offer('dpo', '{search.stop_figures}');

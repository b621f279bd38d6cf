-- How often a source was asked on a day. Nothing here is about anybody: no question, no officer.
create table search.asked (
  source text not null,
  day date not null,
  times bigint not null,
  primary key (source, day)
);
create table search.asked_by (
  organisation_id uuid not null,
  source text not null,
  day date not null,
  times bigint not null,
  primary key (organisation_id, source, day)
);
select focus.protect('search.asked_by');

-- How sources fared, by five minutes; several processes add to one row.
create table search.source_health (
  source text not null,
  slot timestamptz not null,
  answered integer not null,
  empty integer not null,
  failed integer not null,
  took integer[] not null,
  breaker_open boolean not null,
  last_good timestamptz,
  primary key (source, slot)
);
comment on column search.source_health.took is 'answers by how long they took; the edges are in health/latency.py';
create table search.source_failure (
  source text not null,
  slot timestamptz not null,
  reason text not null,
  field text not null,
  times integer not null,
  primary key (source, slot, reason, field)
);
comment on column search.source_failure.field is 'of wrong_schema: the field that was not as agreed';
create index source_health_slot on search.source_health (slot);
create index source_failure_slot on search.source_failure (slot);
grant select, insert, update, delete on search.asked, search.source_health, search.source_failure to focus_app;

select organisations.offer('information_desk', '{search.health}');

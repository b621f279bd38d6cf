-- A stop may be put right or withdrawn by who registered it, with a reason; what it said before stays beside
-- it until both are emptied after the organisation's delay.
alter table search.stop
  add column ground_basis text not null default '',
  add column withdrawn_at timestamptz;
comment on column search.stop.ground_basis is 'the citation beside the ground as the officer saw it';

create table search.stop_change (
  organisation_id uuid not null,
  id uuid not null,
  stop_id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  kind text collate "C" not null check (kind in ('corrected', 'withdrawn')),
  reason text not null,
  before jsonb not null default '{}',
  primary key (organisation_id, id),
  foreign key (organisation_id, stop_id) references search.stop (organisation_id, id) on delete cascade
);
comment on column search.stop_change.before is 'field → what the stop said of it until then';
create index stop_change_by_stop on search.stop_change (organisation_id, stop_id, at);
select focus.protect('search.stop_change');

create index stop_not_erased on search.stop (organisation_id, at) where not erased;

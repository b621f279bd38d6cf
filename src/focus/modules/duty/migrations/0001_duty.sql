-- One row per shift; at most one of a person is open.
create table duty.shift (
  organisation_id uuid not null,
  id              uuid not null,
  person_id       uuid not null,
  post_id         uuid not null,
  unit_id         uuid,
  crew            text not null default '',
  since           timestamptz not null,
  until           timestamptz not null,
  ended_at        timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisations.unit,
  check (until > since)
);
create unique index shift_open on duty.shift (organisation_id, person_id) where ended_at is null;
create index shift_until on duty.shift (organisation_id, until) where ended_at is null;
create index shift_ended on duty.shift (organisation_id, ended_at);
select focus.protect('duty.shift');

select organisations.offer(code, '{duty.use}')
from unnest(array['officer', 'ward_officer', 'shift_leader', 'information_desk', 'dispatcher']) as code;
select organisations.offer(code, '{duty.oversee}')
from unnest(array['shift_leader', 'information_desk', 'dispatcher']) as code;

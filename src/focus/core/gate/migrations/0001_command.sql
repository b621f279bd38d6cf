-- A command id seen before answers with its first result: a phone may send the same command twice.
create table gate.command (
  organisation_id uuid not null,
  id              uuid not null,
  person_id       uuid not null,
  operation       text not null collate "C",
  digest          bytea not null,          -- SHA-256 of the request's body
  outcome         bytea,                   -- the first answer, as JSON
  at              timestamptz not null default now(),
  primary key (organisation_id, id)
);
select focus.protect('gate.command');

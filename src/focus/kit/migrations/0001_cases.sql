-- Cases of every case type, what was done with them, and the words that they are found by. A case changes together
-- with the record of it that phones hold, or not at all.

create table kit.counter (
  organisation_id uuid not null,
  module          text collate "C" not null,
  year            integer not null,
  last            integer not null,
  primary key (organisation_id, module, year)
);
select focus.protect('kit.counter');

create table kit.case (
  organisation_id uuid not null,
  id              uuid not null,
  module          text collate "C" not null,
  case_type       text collate "C" not null,
  version         integer not null,            -- of the declaration that `data` follows
  revision        bigint not null,             -- that of the record on phones
  number          text collate "C" not null,   -- W-2026-0001
  step            text collate "C" not null,
  data            jsonb not null,
  person_id       uuid,                        -- who works on it
  unit_id         uuid,
  ward_id         uuid,
  longitude       double precision,
  latitude        double precision,
  due_on          date,                        -- the next day on which something is due
  deadline        text not null default '',    -- which
  asked_by        uuid,                        -- an organisation of another kind
  reference       text not null default '',    -- its own for this case
  made_at         timestamptz not null,
  made_by         uuid not null,
  changed_at      timestamptz not null,
  changed_by      uuid not null,
  on_phones       boolean not null default true,
  ended_at        timestamptz,                 -- since when it is in a step from which the time of keeping runs
  erased_at       timestamptz,                 -- number and dates are left
  primary key (organisation_id, id),
  check ((longitude is null) = (latitude is null)),
  check ((due_on is null) = (deadline = ''))
);
create unique index case_number on kit.case (organisation_id, module, number);
create unique index case_reference on kit.case (organisation_id, module, asked_by, reference)
  where asked_by is not null and reference <> '';
create index case_due on kit.case (organisation_id, module, (coalesce(due_on, '9999-12-31'::date)), id)
  where erased_at is null;
create index case_changed on kit.case (organisation_id, module, changed_at desc, id desc) where erased_at is null;
create index case_made on kit.case (organisation_id, module, number desc, id desc) where erased_at is null;
create index case_step on kit.case
  (organisation_id, module, step, (coalesce(due_on, '9999-12-31'::date)), id) where erased_at is null;
create index case_person on kit.case
  (organisation_id, module, person_id, (coalesce(due_on, '9999-12-31'::date)), id) where erased_at is null;
create index case_ward on kit.case
  (organisation_id, module, ward_id, (coalesce(due_on, '9999-12-31'::date)), id) where erased_at is null;
-- The board is counted from this alone.
create index case_board on kit.case (organisation_id, module, step, due_on, person_id, unit_id)
  where erased_at is null;
create index case_version on kit.case (organisation_id, module, version) where erased_at is null;
create index case_ended on kit.case (organisation_id, module, ended_at) where erased_at is null;
select focus.protect('kit.case');

create table kit.happening (
  organisation_id uuid not null,
  id              uuid not null,
  case_id         uuid not null,
  kind            text not null check (kind in ('made', 'changed', 'moved', 'assigned', 'note', 'upgraded')),
  at              timestamptz not null,        -- when it was done
  told_at         timestamptz not null,        -- when it arrived
  person_id       uuid,                        -- null: by the clock
  revision        bigint not null,             -- of the case, after it
  what            jsonb not null,              -- fields with old and new values, the move, whom it was given
  text            text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references kit.case
);
create index happening_case on kit.happening (organisation_id, case_id, told_at, id);
select focus.protect('kit.happening');

-- Words instead of a text: comparing texts may use an index behind the policy, matching patterns may not.
create table kit.word (
  organisation_id uuid not null,
  module          text collate "C" not null,
  word            text collate "C" not null,
  case_id         uuid not null,
  primary key (organisation_id, module, word, case_id),
  foreign key (organisation_id, case_id) references kit.case
);
create index word_case on kit.word (organisation_id, case_id);
select focus.protect('kit.word');

-- As feed.saved_too, for records whose kind stands in the row.
create function kit.saved_too() returns trigger
language plpgsql set search_path = '' as $$
declare
  one kit.case := coalesce(new, old);
begin
  if not exists (
    select from feed.record
    where organisation_id = one.organisation_id and type = one.module || '.case' and id = one.id
      and xid = pg_current_xact_id()
  ) then
    raise exception 'kit.case changed without its %.case', one.module using errcode = 'FO001';
  end if;
  return null;
end $$;
create constraint trigger saved_too after insert or update or delete on kit.case
  deferrable initially deferred for each row execute function kit.saved_too();

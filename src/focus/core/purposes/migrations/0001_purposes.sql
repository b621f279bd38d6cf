-- A purpose says why a lookup is allowed. Each organisation has its own copy and changes it.
create table purposes.purpose (
  organisation_id uuid not null,
  code text collate "C" not null check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
  titles jsonb not null check (jsonb_typeof(titles) = 'object' and titles <> '{}'),
  basis text not null check (basis <> ''),
  reference text not null check (reference in ('required', 'optional', 'none')),
  reason text not null check (reason in ('required', 'optional')),
  opens text[] not null,
  functions text[] not null,
  active boolean not null default true,
  reviewed boolean not null default false,
  position integer not null default 100,
  primary key (organisation_id, code)
);
comment on column purposes.purpose.opens is 'kinds of data it opens; {*}: all';
comment on column purposes.purpose.functions is 'codes of functions that may use it; {}: every one';
comment on column purposes.purpose.reviewed is 'false: the default text, not yet confirmed by the organisation';

-- What a person works on. One at a time: its purpose and reference go with every lookup.
create table purposes.task (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  post_id uuid not null,
  kind text not null check (kind in ('control', 'incident', 'case', 'check')),
  reference text collate "C" not null check (reference <> ''),
  title text not null check (title <> ''),
  place text,
  purpose_code text collate "C" not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, purpose_code) references purposes.purpose,
  check (ended_at is null or ended_at >= started_at)
);
create unique index task_active on purposes.task (organisation_id, person_id) where ended_at is null;
create index task_by_person on purposes.task (organisation_id, person_id, started_at);

-- The last number given out; its row serialises those who ask at once.
create table purposes.counter (
  organisation_id uuid not null,
  kind text not null,
  last bigint not null,
  primary key (organisation_id, kind)
);

select focus.protect('purposes.purpose'), focus.protect('purposes.task'), focus.protect('purposes.counter');

create table purposes.purpose_template (
  code text collate "C" primary key,
  kinds text[] not null,
  titles jsonb not null,
  basis text not null,
  reference text not null,
  reason text not null,
  opens text[] not null,
  functions text[] not null,
  position integer not null
);

-- Organisations: the tenants. The application reads its own row only; what others may know of an
-- organisation (kind, code, names, validity, successors) goes through reviewed functions owned by focus_door.

create table organisations.organisation (
  organisation_id uuid primary key,
  kind text collate "C" not null check (kind in (
    'zone', 'federal_unit', 'prosecutor', 'court', 'municipality', 'justice_house', 'prison',
    'oversight', 'support')),
  code text collate "C" not null check (code ~ '^[A-Z0-9][A-Z0-9.-]{0,23}$'),
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  languages text[] not null check (cardinality(languages) > 0),
  valid_from date not null,
  valid_to date,
  governs boolean not null default false,
  check (valid_to is null or valid_to >= valid_from),
  check (kind <> 'zone' or code ~ '^[0-9]{4}$'),
  check (kind <> 'municipality' or code ~ '^[0-9]{5}$')
);
comment on column organisations.organisation.valid_to is 'last day, inclusive; null: no end known';
comment on column organisations.organisation.governs is 'may found, close and merge organisations';
create index organisation_code on organisations.organisation (kind, code);

-- Public fact about two organisations, so it belongs to neither and carries no organisation_id.
create table organisations.succession (
  predecessor_id uuid not null references organisations.organisation,
  successor_id uuid not null references organisations.organisation,
  since date not null,
  primary key (predecessor_id, successor_id),
  check (predecessor_id <> successor_id)
);

create table organisations.function_template (
  code text collate "C" primary key,
  kinds text[] not null,
  names jsonb not null,
  permissions text[] not null,
  position integer not null
);

create table organisations.function (
  organisation_id uuid not null,
  code text collate "C" not null check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  active boolean not null default true,
  position integer not null default 100,
  primary key (organisation_id, code)
);

-- What a function permits, from a moment on: past rights stay known to oversight.
create table organisations.function_rights (
  organisation_id uuid not null,
  function_code text collate "C" not null,
  since timestamptz not null,
  permissions text[] not null,
  primary key (organisation_id, function_code, since),
  foreign key (organisation_id, function_code) references organisations.function
);

create table organisations.unit (
  organisation_id uuid not null,
  id uuid not null,
  code text collate "C" not null check (code ~ '^[A-Z0-9][A-Z0-9._/-]{0,23}$'),
  kind text not null check (kind in ('service', 'team')),
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  parent_id uuid,
  valid_from date not null,
  valid_to date,
  primary key (organisation_id, id),
  foreign key (organisation_id, parent_id) references organisations.unit,
  check (valid_to is null or valid_to >= valid_from),
  check (parent_id <> id)
);
create unique index unit_code on organisations.unit (organisation_id, code) where valid_to is null;

create table organisations.ward (
  organisation_id uuid not null,
  id uuid not null,
  code text collate "C" not null check (code ~ '^[A-Z0-9][A-Z0-9._/-]{0,23}$'),
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  area jsonb not null,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  valid_from date not null,
  valid_to date,
  primary key (organisation_id, id),
  check (valid_to is null or valid_to >= valid_from)
);
comment on column organisations.ward.area is 'GeoJSON Polygon or MultiPolygon, EPSG:4326';
create unique index ward_code on organisations.ward (organisation_id, code) where valid_to is null;

-- A human being, kept once, by the organisation that employs him. Posts in other organisations point here.
create table organisations.person (
  organisation_id uuid not null,
  id uuid not null,
  personnel_number text collate "C" not null check (personnel_number ~ '^[A-Z0-9][A-Z0-9./-]{0,23}$'),
  family_name text not null check (family_name <> ''),
  given_names text not null check (given_names <> ''),
  title text,
  rank text,
  language text not null check (language in ('nl', 'fr', 'de', 'en')),
  languages text[] not null default '{}',
  email text,
  phone text,
  valid_from date not null,
  valid_to date,
  primary key (organisation_id, id),
  unique (organisation_id, personnel_number),
  check (valid_to is null or valid_to >= valid_from)
);
create index person_by_id on organisations.person (id);

create table organisations.post (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  person_organisation_id uuid not null,
  function_code text collate "C" not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, function_code) references organisations.function,
  check (ends_at is null or ends_at > starts_at)
);
comment on column organisations.post.person_organisation_id is 'the organisation that keeps the person';
comment on column organisations.post.ends_at is 'first moment at which the post is no longer held';
create unique index post_key on organisations.post (organisation_id, person_id, function_code, starts_at);
create index post_by_id on organisations.post (id);
create index post_by_person on organisations.post (person_id);

create table organisations.post_rights (
  organisation_id uuid not null,
  post_id uuid not null,
  since timestamptz not null,
  added text[] not null default '{}',
  withdrawn text[] not null default '{}',
  primary key (organisation_id, post_id, since),
  foreign key (organisation_id, post_id) references organisations.post
);

create table organisations.post_unit (
  organisation_id uuid not null,
  post_id uuid not null,
  unit_id uuid not null,
  position smallint not null,
  primary key (organisation_id, post_id, unit_id),
  foreign key (organisation_id, post_id) references organisations.post,
  foreign key (organisation_id, unit_id) references organisations.unit
);

create table organisations.post_ward (
  organisation_id uuid not null,
  post_id uuid not null,
  ward_id uuid not null,
  primary key (organisation_id, post_id, ward_id),
  foreign key (organisation_id, post_id) references organisations.post,
  foreign key (organisation_id, ward_id) references organisations.ward
);

-- Row of the owner. `what` is the record type or permission that is shared; `subject_id` narrows it to one
-- record, `fields` to some of its fields ('{}': all).
create table organisations.grant_given (
  organisation_id uuid not null,
  id uuid not null,
  recipient_id uuid not null references organisations.organisation,
  what text collate "C" not null check (what ~ '^[a-z_]+(\.[a-z_]+)*$'),
  subject_id uuid,
  fields text[] not null default '{}',
  purpose text collate "C",
  basis text not null check (basis <> ''),
  starts_at timestamptz not null,
  ends_at timestamptz,
  onward boolean not null default false,
  revoked_at timestamptz,
  revoked_reason text,
  primary key (organisation_id, id),
  check (recipient_id <> organisation_id),
  check (ends_at is null or ends_at > starts_at)
);
create index grant_by_recipient on organisations.grant_given (recipient_id, what);

create table organisations.module_switch (
  organisation_id uuid not null,
  module text collate "C" not null check (module ~ '^[a-z][a-z_]*$'),
  is_on boolean not null,
  pilot_units uuid[] not null default '{}',
  changed_at timestamptz not null,
  primary key (organisation_id, module)
);
comment on column organisations.module_switch.pilot_units is 'on for these units only; empty: for all';

create table organisations.setting (
  organisation_id uuid not null,
  module text collate "C" not null,
  value jsonb not null,
  changed_at timestamptz not null,
  primary key (organisation_id, module)
);

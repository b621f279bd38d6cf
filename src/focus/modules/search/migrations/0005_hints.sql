-- "Not the same person", remembered for the zone. Records are not stored: only salted hashes of their keys, so
-- that a hint says nothing to who does not hold both records.
create table search.hint_salt (
  organisation_id uuid primary key,
  salt bytea not null check (octet_length(salt) = 32)
);
select focus.protect('search.hint_salt');

create table search.hint (
  organisation_id uuid not null,
  id uuid not null,
  parted bytea not null check (octet_length(parted) = 32),
  other bytea not null check (octet_length(other) = 32),
  person_id uuid not null,
  said_at timestamptz not null,
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (organisation_id, id),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
comment on column search.hint.parted is 'the record that was taken off the card of the other';
create unique index hint_once on search.hint (organisation_id, parted, other) where withdrawn_at is null;
select focus.protect('search.hint');

-- Where a device's browser lets itself be woken. One each; none says anything about anybody.
create table push.subscription (
  organisation_id uuid not null,
  device_id       uuid not null,
  person_id       uuid not null,
  endpoint        text not null,
  point           bytea not null,                -- the browser's half, P-256, uncompressed
  secret          bytea not null,                -- 16 octets, RFC 8291
  since           timestamptz not null default now(),
  checked_at      timestamptz not null default now(),   -- the app last said that it stands
  taken_at        timestamptz,                   -- the service last took a message
  failures        integer not null default 0,    -- since then
  primary key (organisation_id, device_id)
);
create index subscription_person on push.subscription (organisation_id, person_id);
select focus.protect('push.subscription');

-- Whom to wake: written with what they are to look at, sent afterwards.
create table push.call (
  organisation_id uuid not null,
  id              uuid not null,
  module          text not null,
  persons         uuid[] not null,
  urgent          boolean not null,
  until           timestamptz not null,          -- later it is of no use
  at              timestamptz not null default now(),
  reached         uuid[] not null default '{}',  -- devices
  primary key (organisation_id, id)
);
create index call_at on push.call (organisation_id, at);
select focus.protect('push.call');

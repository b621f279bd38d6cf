-- What a device has delivered, by the numbers it gave: a number that is neither here nor still there is a gap.
create table sync.device (
  organisation_id uuid not null,      -- of the device
  device_id       uuid not null,
  through         bigint not null default 0,    -- every number up to here is accounted for
  seen            bigint[] not null default '{}',
  gaps            bigint[] not null default '{}',
  delivered_at    timestamptz not null default now(),
  skew_s          integer not null default 0,
  primary key (organisation_id, device_id)
);
select focus.protect('sync.device');

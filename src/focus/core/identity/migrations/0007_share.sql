-- The server's share of the key under which a device keeps what it holds: released to its verified person only,
-- and dropped when the device is revoked. Wrapped by the key store, so that a copy of the database has none.
alter table identity.device add column share bytea;
comment on column identity.device.share is '32 octets, wrapped for the organisation; null: none yet, or dropped.';

-- The secret of an organisation's client at its identity provider: its own, wrapped, for this client alone.
create table identity.provider_secret (
  organisation_id uuid        not null,
  issuer          text        not null,
  client_id       text        not null,
  secret          bytea       not null,
  set_by          uuid        not null,
  set_at          timestamptz not null,
  primary key (organisation_id)
);
select focus.protect('identity.provider_secret');

-- Settings named secrets of the installation: they do so no more.
alter table organisations.setting no force row level security;
update organisations.setting set value = value #- '{provider,client_secret}' where module = 'identity';
alter table organisations.setting force row level security;

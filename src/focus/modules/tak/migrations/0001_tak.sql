-- TAK clients that may come in, each with a certificate of ours.

create table tak.client (
  organisation_id uuid not null,
  id              uuid not null,
  name            text not null,
  unit_id         uuid,                        -- who is shown where it is, beside the desk
  serial          text not null,               -- of its certificate; another one is not its own
  ends_at         timestamptz not null,        -- of its certificate
  created_by      uuid not null,
  created_at      timestamptz not null,
  ended_at        timestamptz,
  last_at         timestamptz,                 -- when it last said something
  taken           bigint not null default 0,   -- events of it that were shown here
  left_out        bigint not null default 0,   -- events that mean nothing here
  unreadable      bigint not null default 0,
  fault           text not null default '',    -- of the last one that could not be read: code and path
  primary key (organisation_id, id)
);
select focus.protect('tak.client');

-- Door: whose a client is, for one whose certificate holds and who has no session.
select focus.door('tak.client');
grant usage on schema tak to focus_door;
grant select on tak.client to focus_door;
create function tak.organisation_of(p_client uuid, p_serial text) returns uuid
language sql stable security definer set search_path = '' as $$
  select organisation_id from tak.client where id = p_client and serial = p_serial and ended_at is null
$$;
grant create on schema tak to focus_door;
alter function tak.organisation_of owner to focus_door;
revoke create on schema tak from focus_door;
revoke all on function tak.organisation_of from public;
grant execute on function tak.organisation_of to focus_app;

select organisations.offer('shift_leader', '{tak.manage}');
select organisations.offer('zone_administrator', '{tak.manage}');

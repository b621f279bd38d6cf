-- Whether a session may go on receiving: asked by long streams, which present no token again.
create function identity.session_open(p_session uuid, p_at timestamptz) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from identity.session s
    join identity.device d on d.id = s.device_id and d.revoked_at is null
    where s.id = p_session and s.ended_at is null and s.locked_at is null and s.expires_at > p_at)
$$;
grant create on schema identity to focus_door;
alter function identity.session_open owner to focus_door;
revoke create on schema identity from focus_door;
revoke all on function identity.session_open from public;
grant execute on function identity.session_open to focus_app;
create index session_by_id on identity.session (id);

-- A stream ends with the post as well: one that ended by the clock, or whose holder is no longer lent.
drop function identity.session_open(uuid, timestamptz);
create function identity.session_open(p_session uuid, p_at timestamptz) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from identity.session s
    join identity.device d on d.id = s.device_id and d.revoked_at is null
    where s.id = p_session and s.ended_at is null and s.locked_at is null and s.expires_at > p_at
      and exists (select from organisations.principal_of(s.post_id, p_at)))
$$;
select focus.door_function('identity.session_open(uuid, timestamptz)');

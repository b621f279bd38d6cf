-- Whose session it was, open or over: what a phone did then may arrive now.
create function identity.session_then(p_hash bytea) returns table (
  organisation_id uuid, id uuid, person_id uuid, post_id uuid, device_id uuid, created_at timestamptz,
  expires_at timestamptz, ended_at timestamptz, thumbprint text, revoked_at timestamptz)
language sql stable rows 1 security definer set search_path = '' as $$
  select s.organisation_id, s.id, s.person_id, s.post_id, s.device_id, s.created_at, s.expires_at, s.ended_at,
    d.thumbprint, d.revoked_at
  from identity.session s join identity.device d on d.id = s.device_id
  where s.token_hash = p_hash
$$;
select focus.door_function('identity.session_then(bytea)');

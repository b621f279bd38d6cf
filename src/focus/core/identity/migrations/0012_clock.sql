-- A clock that jumps: what was swept too early stays known, and a session says when it began.
create table identity.nonce_forgotten (
    first bigint primary key,
    last  bigint not null check (last >= first)
);
grant select, insert, update, delete on identity.nonce_forgotten to focus_app;

drop function identity.session_by_token;
create function identity.session_by_token(p_hash bytea) returns table (
  organisation_id uuid, id uuid, person_id uuid, post_id uuid, device_id uuid, method text,
  proof_kid text, proof_key bytea, created_at timestamptz, expires_at timestamptz, active_at timestamptz,
  verified_at timestamptz, locked_at timestamptz, ended boolean, revoked boolean, device_point bytea,
  device_kind text)
language sql stable rows 1 security definer set search_path = '' as $$
  select s.organisation_id, s.id, s.person_id, s.post_id, s.device_id, s.method, s.proof_kid, s.proof_key,
    s.created_at, s.expires_at, s.active_at, s.verified_at, s.locked_at, s.ended_at is not null,
    d.revoked_at is not null, d.point, d.kind
  from identity.session s
  join identity.device d on d.id = s.device_id
  where s.token_hash = p_hash
$$;
grant create on schema identity to focus_door;
alter function identity.session_by_token owner to focus_door;
revoke create on schema identity from focus_door;
revoke all on function identity.session_by_token from public;
grant execute on function identity.session_by_token to focus_app;

-- Walls: everything in its organisation's scope only; nothing is ever deleted by the application.
select focus.protect('identity.' || name) from unnest(array[
  'device', 'credential', 'enrol_code', 'session', 'subject']) as name;
revoke delete on identity.device, identity.credential, identity.enrol_code, identity.session, identity.subject
  from focus_app;
grant select, insert, delete on identity.ceremony, identity.nonce to focus_app;

-- Doors: the reviewed functions of this file find one row by a secret or a public key, before any scope.
select focus.door('identity.' || name) from unnest(array[
  'device', 'credential', 'enrol_code', 'session', 'subject']) as name;
grant usage on schema identity to focus_door;
grant select on identity.device, identity.credential, identity.enrol_code, identity.session, identity.subject
  to focus_door;

-- A session under the hash of its token, with its device. Ended ones too: the caller decides.
create function identity.session_by_token(p_hash bytea) returns table (
  organisation_id uuid, id uuid, person_id uuid, post_id uuid, device_id uuid, method text,
  proof_kid text, proof_key bytea, expires_at timestamptz, active_at timestamptz, verified_at timestamptz,
  locked_at timestamptz, ended boolean, device_point bytea, device_kind text)
language sql stable rows 1 security definer set search_path = '' as $$
  select s.organisation_id, s.id, s.person_id, s.post_id, s.device_id, s.method, s.proof_kid, s.proof_key,
    s.expires_at, s.active_at, s.verified_at, s.locked_at,
    s.ended_at is not null or d.revoked_at is not null, d.point, d.kind
  from identity.session s
  join identity.device d on d.id = s.device_id
  where s.token_hash = p_hash
$$;

-- A passkey that is not revoked, by the id its authenticator gave it.
create function identity.credential_by_id(p_credential bytea) returns table (
  organisation_id uuid, id uuid, person_id uuid, device_id uuid, public_key bytea, sign_count bigint)
language sql stable rows 1 security definer set search_path = '' as $$
  select c.organisation_id, c.id, c.person_id, c.device_id, c.public_key, c.sign_count
  from identity.credential c where c.credential_id = p_credential and c.revoked_at is null
$$;

-- A device by its key, revoked or not.
create function identity.device_by_thumbprint(p_thumbprint text) returns table (
  organisation_id uuid, id uuid, person_id uuid, point bytea, kind text, demo boolean,
  revoked_at timestamptz)
language sql stable rows 1 security definer set search_path = '' as $$
  select d.organisation_id, d.id, d.person_id, d.point, d.kind, d.demo, d.revoked_at
  from identity.device d where d.thumbprint = p_thumbprint
$$;

-- Where an unused enrolment code belongs, by its public half.
create function identity.code_by_selector(p_selector text) returns table (organisation_id uuid, id uuid)
language sql stable rows 1 security definer set search_path = '' as $$
  select c.organisation_id, c.id from identity.enrol_code c
  where c.selector = p_selector and c.used_at is null
$$;

grant create on schema identity to focus_door;
do $$
declare
  door regprocedure;
begin
  for door in select p.oid::regprocedure from pg_catalog.pg_proc p
              where p.pronamespace = 'identity'::regnamespace and p.prosecdef
  loop
    execute format('alter function %s owner to focus_door', door);
    execute format('revoke all on function %s from public', door);
    execute format('grant execute on function %s to focus_app', door);
  end loop;
end $$;
revoke create on schema identity from focus_door;

-- Walls first: everything below is seen in its organisation's scope only.
select focus.protect('organisations.' || name) from unnest(array[
  'organisation', 'function', 'function_rights', 'unit', 'ward', 'person', 'post', 'post_rights',
  'post_unit', 'post_ward', 'grant_given', 'module_switch', 'setting']) as name;
-- Doors: the reviewed reading functions below, of focus_door, may look further, each for one question.
select focus.door('organisations.' || name) from unnest(array[
  'organisation', 'function', 'function_rights', 'person', 'post', 'post_rights', 'post_unit', 'post_ward',
  'grant_given', 'module_switch']) as name;

-- An organisation changes through functions only: kind, code and validity are not its own to decide.
revoke insert, update, delete on organisations.organisation from focus_app;
grant select on organisations.succession, organisations.function_template to focus_app;

-- What anybody may know of every organisation.
create function organisations.directory() returns table (
  organisation_id uuid, kind text, code text, names jsonb, languages text[], valid_from date, valid_to date)
language sql stable security definer set search_path = '' as $$
  select organisation_id, kind, code, names, languages, valid_from, valid_to from organisations.organisation
$$;

-- A person of another organisation may hold a post in p_organisation while his own lends him: by a live
-- grant of 'organisations.person' for him or for everybody.
create function organisations.may_hold(p_organisation uuid, p_home uuid, p_person uuid, p_at timestamptz)
returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select from organisations.person h
    where h.organisation_id = p_home and h.id = p_person
      and h.valid_from <= (p_at at time zone 'Europe/Brussels')::date
      and (h.valid_to is null or h.valid_to >= (p_at at time zone 'Europe/Brussels')::date)
  ) and (p_organisation = p_home or exists (
    select from organisations.grant_given g
    where g.organisation_id = p_home and g.recipient_id = p_organisation
      and g.what = 'organisations.person' and (g.subject_id is null or g.subject_id = p_person)
      and g.starts_at <= p_at and (g.ends_at is null or g.ends_at > p_at)
      and (g.revoked_at is null or g.revoked_at > p_at)
  ));
end $$;

-- In PL/pgSQL, because its plan is kept by the session and this is asked often.
-- Everything a principal needs, in one question; no row when the post does not count at that moment.
create function organisations.principal_of(p_post uuid, p_at timestamptz) returns table (
  organisation_id uuid, kind text, code text, names jsonb,
  post_id uuid, person_id uuid, person_organisation_id uuid, family_name text, given_names text, rank text,
  language text, function_code text, permissions text[], units uuid[], wards uuid[], ends_at timestamptz)
language plpgsql stable rows 1 security definer set search_path = '' as $$
#variable_conflict use_column
begin
  return query select o.organisation_id, o.kind, o.code, o.names,
    p.id, p.person_id, p.person_organisation_id, h.family_name, h.given_names, h.rank, h.language,
    p.function_code,
    array(select x from unnest(f.permissions || coalesce(r.added, '{}')) x
          except select unnest(coalesce(r.withdrawn, '{}')) order by 1),
    array(select u.unit_id from organisations.post_unit u
          where u.organisation_id = p.organisation_id and u.post_id = p.id order by u.position),
    array(select w.ward_id from organisations.post_ward w
          where w.organisation_id = p.organisation_id and w.post_id = p.id order by 1),
    p.ends_at
  from organisations.post p
  join organisations.organisation o on o.organisation_id = p.organisation_id
    and o.valid_from <= (p_at at time zone 'Europe/Brussels')::date
    and (o.valid_to is null or o.valid_to >= (p_at at time zone 'Europe/Brussels')::date)
  join organisations.person h on h.organisation_id = p.person_organisation_id and h.id = p.person_id
  join organisations.function n on n.organisation_id = p.organisation_id and n.code = p.function_code
    and n.active
  join lateral (
    select f.permissions from organisations.function_rights f
    where f.organisation_id = p.organisation_id and f.function_code = p.function_code and f.since <= p_at
    order by f.since desc limit 1) f on true
  left join lateral (
    select r.added, r.withdrawn from organisations.post_rights r
    where r.organisation_id = p.organisation_id and r.post_id = p.id and r.since <= p_at
    order by r.since desc limit 1) r on true
  where p.id = p_post and p.starts_at <= p_at and (p.ends_at is null or p.ends_at > p_at)
    and organisations.may_hold(p.organisation_id, p.person_organisation_id, p.person_id, p_at);
end $$;

-- The posts a person holds at a moment, in whatever organisation: the choice after signing in.
create function organisations.posts_held(p_person uuid, p_at timestamptz) returns table (
  organisation_id uuid, code text, names jsonb, post_id uuid, function_code text, function_names jsonb,
  starts_at timestamptz, ends_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select a.organisation_id, a.code, a.names, p.id, p.function_code, n.names, p.starts_at, p.ends_at
  from organisations.post p
  cross join lateral organisations.principal_of(p.id, p_at) a
  join organisations.function n on n.organisation_id = p.organisation_id and n.code = p.function_code
  where p.person_id = p_person
  order by p.person_organisation_id = p.organisation_id desc, p.starts_at
$$;

-- Who the holders of posts in the scope are, those lent by others included: what a colleague may see.
create function organisations.holders() returns table (
  person_id uuid, person_organisation_id uuid, family_name text, given_names text, title text, rank text,
  language text, languages text[], email text, phone text)
language sql stable security definer set search_path = '' as $$
  select h.id, h.organisation_id, h.family_name, h.given_names, h.title, h.rank, h.language, h.languages,
    h.email, h.phone
  from organisations.person h
  where exists (
    select from organisations.post p
    where p.organisation_id = focus.must_scope()
      and p.person_id = h.id and p.person_organisation_id = h.organisation_id)
$$;

-- Grants that others gave to the organisation in scope, the ended and revoked ones included.
create function organisations.grants_received() returns setof organisations.grant_given
language sql stable security definer set search_path = '' as $$
  select g.* from organisations.grant_given g where g.recipient_id = focus.must_scope()
$$;

-- The switches of an organisation, for the gate, which asks before there is a scope.
create function organisations.switches_of(p_organisation uuid) returns table (module text, pilot_units uuid[])
language sql stable security definer set search_path = '' as $$
  select s.module, s.pilot_units from organisations.module_switch s
  where s.organisation_id = p_organisation and s.is_on
$$;

select focus.door_function(p.oid) from pg_catalog.pg_proc p
where p.pronamespace = 'organisations'::regnamespace and p.prosecdef;

-- The functions that found and close organisations run as the owner and look at the directory too.
set local role focus_door;
grant execute on function organisations.directory() to focus_owner;
set local role focus_owner;

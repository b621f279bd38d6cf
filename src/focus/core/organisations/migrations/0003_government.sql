-- Founding, closing and merging organisations: what one organisation does to another. These functions run as
-- the owner of the tables, who is bound by the same policies: each row is written in its own organisation's
-- scope, and the caller's scope comes back before the function returns.

create function organisations.enter(p_scope text) returns text
language plpgsql set search_path = '' as $$
declare
  before text := coalesce(current_setting('focus.organisation', true), '');
begin
  perform set_config('focus.organisation', p_scope, true);
  return before;
end $$;

create function organisations.must_govern() returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (
    select from organisations.organisation o
    where o.organisation_id = focus.must_scope() and o.governs
      and (o.valid_to is null or o.valid_to >= current_date)
  ) then
    raise exception 'this organisation may not found, close or merge others' using errcode = 'FO001';
  end if;
end $$;

-- The first organisation founds itself and governs; later ones are founded by one that governs.
create function organisations.found(
  p_id uuid, p_kind text, p_code text, p_names jsonb, p_languages text[], p_from date, p_governs boolean
) returns void
language plpgsql security definer set search_path = '' as $$
declare
  is_first boolean;
  before text;
begin
  perform pg_advisory_xact_lock(hashtext('organisations.found'));
  is_first := not exists (select from organisations.directory());
  if not is_first then
    perform organisations.must_govern();
  end if;
  if exists (
    select from organisations.directory() d
    where d.kind = p_kind and d.code = p_code and coalesce(d.valid_to, 'infinity') >= p_from
  ) then
    raise exception 'an organisation of this kind has this code' using errcode = 'FO003';
  end if;
  before := organisations.enter(p_id::text);
  insert into organisations.organisation (organisation_id, kind, code, names, languages, valid_from, governs)
  values (p_id, p_kind, p_code, p_names, p_languages, p_from, is_first or p_governs);
  insert into organisations.function (organisation_id, code, names, position)
  select p_id, t.code, t.names, t.position from organisations.function_template t where p_kind = any (t.kinds);
  insert into organisations.function_rights (organisation_id, function_code, since, permissions)
  select p_id, t.code, '-infinity', t.permissions
  from organisations.function_template t where p_kind = any (t.kinds);
  perform organisations.enter(before);
end $$;

-- Names and languages: by the organisation itself or by one that governs. False: no such organisation.
create function organisations.rename(p_id uuid, p_names jsonb, p_languages text[]) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  before text;
  done boolean;
begin
  if p_id <> focus.must_scope() then
    perform organisations.must_govern();
  end if;
  before := organisations.enter(p_id::text);
  update organisations.organisation set names = p_names, languages = p_languages where organisation_id = p_id;
  done := found;
  perform organisations.enter(before);
  return done;
end $$;

-- False: no such organisation, not begun by then, or ended before.
create function organisations.close(p_id uuid, p_last_day date) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  before text;
  done boolean;
begin
  perform organisations.must_govern();
  before := organisations.enter(p_id::text);
  update organisations.organisation set valid_to = p_last_day
  where organisation_id = p_id and (valid_to is null or valid_to > p_last_day) and valid_from <= p_last_day;
  done := found;
  perform organisations.enter(before);
  return done;
end $$;

-- Merger (many to one) or split (one to many): predecessors end on the day before, successors take over.
create function organisations.succeed(p_predecessors uuid[], p_successors uuid[], p_since date) returns void
language plpgsql security definer set search_path = '' as $$
declare
  before text;
  predecessor uuid;
begin
  perform organisations.must_govern();
  perform pg_advisory_xact_lock(hashtext('organisations.found'));
  if cardinality(p_predecessors) = 0 or cardinality(p_successors) = 0
    or (select count(*) from organisations.directory() d
        where d.organisation_id = any (p_predecessors)
          and d.valid_from < p_since and (d.valid_to is null or d.valid_to >= p_since - 1)
       ) <> cardinality(p_predecessors)
    or (select count(*) from organisations.directory() d
        where d.organisation_id = any (p_successors)
          and d.valid_from <= p_since and (d.valid_to is null or d.valid_to >= p_since)
       ) <> cardinality(p_successors)
    or p_predecessors && p_successors
    or exists (select from organisations.succession s where s.predecessor_id = any (p_predecessors))
  then
    raise exception 'these organisations cannot succeed one another on this day' using errcode = 'FO002';
  end if;
  foreach predecessor in array p_predecessors loop
    before := organisations.enter(predecessor::text);
    update organisations.organisation set valid_to = p_since - 1 where organisation_id = predecessor;
    perform organisations.enter(before);
  end loop;
  insert into organisations.succession (predecessor_id, successor_id, since)
  select p, s, p_since from unnest(p_predecessors) p cross join unnest(p_successors) s;
end $$;

-- For the migrations of other modules: `select organisations.offer('officer', '{search.lookup}')` adds
-- permissions to a default function and to every organisation's copy of it.
create function organisations.offer(p_function text, p_permissions text[]) returns void
language plpgsql set search_path = '' as $$
declare
  before text;
  organisation uuid;
begin
  update organisations.function_template
  set permissions = array(select distinct x from unnest(permissions || p_permissions) x order by x)
  where code = p_function;
  if not found then
    raise exception 'there is no default function %', p_function;
  end if;
  for organisation in select d.organisation_id from organisations.directory() d loop
    before := organisations.enter(organisation::text);
    insert into organisations.function_rights (organisation_id, function_code, since, permissions)
    select f.organisation_id, f.code, clock_timestamp(),
      array(select distinct x from unnest(r.permissions || p_permissions) x order by x)
    from organisations.function f
    join lateral (
      select r.permissions from organisations.function_rights r
      where r.organisation_id = f.organisation_id and r.function_code = f.code
      order by r.since desc limit 1) r on true
    where f.organisation_id = organisation and f.code = p_function;
    perform organisations.enter(before);
  end loop;
end $$;

revoke all on function
  organisations.enter(text), organisations.must_govern(), organisations.offer(text, text[]),
  organisations.found(uuid, text, text, jsonb, text[], date, boolean),
  organisations.rename(uuid, jsonb, text[]), organisations.close(uuid, date),
  organisations.succeed(uuid[], uuid[], date)
from public;
grant execute on function
  organisations.found(uuid, text, text, jsonb, text[], date, boolean),
  organisations.rename(uuid, jsonb, text[]), organisations.close(uuid, date),
  organisations.succeed(uuid[], uuid[], date)
to focus_app;

-- The scope of a transaction, and the only three ways in which a table's rows are opened.
--
--   select focus.protect('residence.check');               rows of the scope: read, add, change, remove
--   select focus.protect_insert_only('log.event');         rows of the scope: read, add
--   select focus.door('identity.session');                 also read by functions of focus_door
--   select focus.door_function('identity.session_by_token(bytea)');  hand a function over to focus_door

create function focus.must_scope() returns uuid
  language plpgsql stable parallel safe
  set search_path = ''
as $$
declare
  scope text := current_setting('focus.organisation', true);
begin
  -- After a transaction with a scope the setting is '' on that connection, before the first it is null.
  if scope is null or scope = '' then
    raise insufficient_privilege using message = 'no organisation in scope';
  end if;
  return scope::uuid;
end
$$;

create function focus.protect_for(target regclass, granted text) returns void
  language plpgsql
  set search_path = ''
as $$
begin
  if not exists (
    select from pg_catalog.pg_attribute
    where attrelid = target and attname = 'organisation_id'
      and atttypid = 'uuid'::regtype and attnotnull and not attisdropped
  ) then
    raise exception '% needs: organisation_id uuid not null', target;
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  -- Not for focus_door: its functions look before there is a scope.
  execute format(
    'create policy scope on %s to focus_app, focus_owner'
    ' using (organisation_id = (select focus.must_scope()))'
    ' with check (organisation_id = (select focus.must_scope()))', target);
  execute format('revoke all on %s from public, focus_app', target);
  execute format('grant %s on %s to focus_app', granted, target);
end
$$;

create function focus.protect(target regclass) returns void
  language sql
  set search_path = ''
as $$ select focus.protect_for(target, 'select, insert, update, delete') $$;

create function focus.protect_insert_only(target regclass) returns void
  language sql
  set search_path = ''
as $$ select focus.protect_for(target, 'select, insert') $$;

create function focus.door(target regclass) returns void
  language plpgsql
  set search_path = ''
as $$
declare
  place regnamespace := (select relnamespace::regnamespace from pg_catalog.pg_class where oid = target);
begin
  execute format('create policy door on %s for select to focus_door using (true)', target);
  execute format('grant usage on schema %s to focus_door', place);
  execute format('grant select on %s to focus_door', target);
end
$$;

-- To change such a function later: drop it (the owner of the schema may), create it, hand it over again.
create function focus.door_function(target regprocedure) returns void
  language plpgsql
  set search_path = ''
as $$
declare
  made record;
begin
  select pronamespace::regnamespace as place, prosecdef, proconfig into strict made
    from pg_catalog.pg_proc where oid = target;
  if not made.prosecdef or not coalesce(array_to_string(made.proconfig, ',') ~ 'search_path=', false) then
    raise exception '% needs: security definer set search_path = ''''', target;
  end if;
  execute format('revoke all on function %s from public', target);
  execute format('grant execute on function %s to focus_app', target);
  execute format('grant usage, create on schema %s to focus_door', made.place);
  execute format('alter function %s owner to focus_door', target);
  execute format('revoke create on schema %s from focus_door', made.place);
end
$$;

revoke all on function
  focus.protect_for(regclass, text), focus.protect(regclass), focus.protect_insert_only(regclass),
  focus.door(regclass), focus.door_function(regprocedure)
from public;

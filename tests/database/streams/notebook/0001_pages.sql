create table notebook.page (
  organisation_id uuid not null,
  id uuid not null,
  words text collate "C" not null,
  primary key (organisation_id, id)
);
select focus.protect('notebook.page');
select focus.door('notebook.page');

create table notebook.ink (
  organisation_id uuid not null,
  id uuid not null,
  seq bigserial,
  primary key (organisation_id, id)
);
select focus.protect_insert_only('notebook.ink');

create table notebook.colour (name text primary key);
grant select, insert on notebook.colour to focus_app;

create function notebook.owner_of(page uuid) returns uuid
  language sql stable security definer set search_path = ''
as $$ select organisation_id from notebook.page where id = $1 $$;
select focus.door_function('notebook.owner_of(uuid)');

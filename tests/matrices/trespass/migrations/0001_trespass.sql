-- Rows of organisations without the column that row-level security looks for: no wall protects them.
create table trespass.diary (
  id uuid primary key,
  zone uuid not null,
  entry text not null
);
grant select, insert, update, delete on trespass.diary to focus_app;

create table trespass.page (
  organisation_id uuid not null,
  id uuid not null,
  entry text not null,
  primary key (organisation_id, id)
);
select focus.protect('trespass.page');

create table lockers.item (
  organisation_id uuid not null,
  id uuid not null,
  note text not null,
  primary key (organisation_id, id)
);
select focus.protect('lockers.item');

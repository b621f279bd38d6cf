create table vehicles.vehicle (
  organisation_id uuid not null,
  id              uuid not null,
  street          integer not null,
  plate           text not null collate "C",
  make            text not null,
  colour          text not null,
  year            smallint not null,
  primary key (organisation_id, id)
);
create index on vehicles.vehicle (organisation_id, street);
create index on vehicles.vehicle (organisation_id, plate);
select focus.protect('vehicles.vehicle');

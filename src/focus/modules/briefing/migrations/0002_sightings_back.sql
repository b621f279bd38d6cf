-- What was seen of a copy goes back to the organisation that shared the item. There its name stands, and no person.
alter table briefing.sighting alter column person_id drop not null;

-- Sightings here of which that organisation has not heard yet.
create table briefing.untold (
  organisation_id uuid not null,
  sighting_id     uuid not null,
  at              timestamptz not null,
  primary key (organisation_id, sighting_id)
);
select focus.protect('briefing.untold');

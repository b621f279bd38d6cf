-- Layers that an organisation gives itself; the base maps are files.
create table map.layer (
  organisation_id uuid not null,
  id              uuid not null,
  name            text not null,
  features        jsonb not null,
  primary key (organisation_id, id)
);
select focus.protect('map.layer');

select organisations.offer(code, '{map.read}')
from unnest(array['officer', 'ward_officer', 'shift_leader', 'information_desk', 'dispatcher']) as code;
select organisations.offer(code, '{map.write}')
from unnest(array['shift_leader', 'information_desk']) as code;

-- Where crews are now, and where they were: the second is the record of the first, kept for some hours.

create table incidents.position (
  organisation_id uuid not null,
  id              uuid not null,               -- the crew's, or of something that a foreign system told
  person_id       uuid,                        -- whose phone told it; null: no phone of ours
  at              timestamptz not null,
  memory          jsonb not null,              -- what the next is measured by: see doubt.py
  content         jsonb not null,
  primary key (organisation_id, id)
);
create index position_at on incidents.position (organisation_id, at);
select focus.protect('incidents.position');
select feed.follow('incidents.position', 'incidents.position', 'id');

create table incidents.track (
  organisation_id uuid not null,
  id              uuid not null,
  position_id     uuid not null,
  call_sign       text not null,
  source          text not null,
  at              timestamptz not null,        -- when it was there
  told_at         timestamptz not null,        -- when we heard it
  longitude       double precision not null,
  latitude        double precision not null,
  within_m        double precision not null,
  heading         double precision,
  speed           double precision,            -- metres per second, as the phone says
  doubtful        boolean not null,
  primary key (organisation_id, id)
);
create index track_told on incidents.track (organisation_id, told_at);
select focus.protect_insert_only('incidents.track');
grant delete on incidents.track to focus_app;

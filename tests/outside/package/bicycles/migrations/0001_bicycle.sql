create table bicycles.bicycle (
  organisation_id uuid not null,
  id uuid not null,
  frame text collate "C" not null,
  place text not null,
  found_at timestamptz not null default now(),
  labelled_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, frame)
);
select focus.protect('bicycles.bicycle');
select organisations.offer('officer', '{bicycles.keep}');

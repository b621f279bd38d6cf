-- Systems that are told what happens, and what they are told: one delivery each, until it is taken.

create table webhooks.receiver (
  organisation_id uuid not null,
  id              uuid not null,
  name            text not null,
  address         text not null,
  secret          bytea not null,              -- wrapped by the key store
  kinds           text[] not null,             -- `incidents.closed`: what it is told
  topics          text[] not null default '{}',  -- only these, of what names a topic; empty: all
  created_by      uuid not null,
  created_at      timestamptz not null,
  ended_at        timestamptz,
  last_at         timestamptz,                 -- when it last took something
  failing_since   timestamptz,                 -- it does not answer since; null: it does
  failures        integer not null default 0,  -- so often in a row
  rests_until     timestamptz,                 -- nothing is tried before
  failure         text not null default '',    -- of the last try that it did not answer
  primary key (organisation_id, id)
);
select focus.protect('webhooks.receiver');

create table webhooks.delivery (
  organisation_id uuid not null,
  id              uuid not null,
  receiver_id     uuid not null,
  kind            text not null,
  topic           text not null default '',
  content         bytea not null,              -- the body as it is sent each time
  created_at      timestamptz not null,
  state           text not null default 'waiting' check (state in ('waiting', 'taken', 'dead', 'dropped')),
  tries           integer not null default 0,
  next_at         timestamptz not null,
  ended_at        timestamptz,                 -- taken, given up or dropped
  failure         text not null default '',    -- of the last try: `status 422`, `TimeoutError`, `not_allowed`
  primary key (organisation_id, id),
  foreign key (organisation_id, receiver_id) references webhooks.receiver
);
create index delivery_waiting on webhooks.delivery (organisation_id, receiver_id, id) where state = 'waiting';
create index delivery_dead on webhooks.delivery (organisation_id, ended_at desc) where state = 'dead';
create index delivery_ended on webhooks.delivery (organisation_id, ended_at) where ended_at is not null;
select focus.protect('webhooks.delivery');

select organisations.offer('zone_administrator', '{webhooks.manage,webhooks.board}');
select organisations.offer('shift_leader', '{webhooks.board}');
select organisations.offer('dispatcher', '{webhooks.board}');

-- Incidents as phones have them (`content`), what control rooms said of them (`told`), crews, feeds and their
-- messages. A change of what phones hold is committed with it or not at all.

create table incidents.counter (
  organisation_id uuid not null,
  year            integer not null,
  last            integer not null,
  primary key (organisation_id, year)
);
select focus.protect('incidents.counter');

create table incidents.feed (
  organisation_id uuid not null,
  id              uuid not null,
  name            text not null,
  format          text not null check (format in ('ucri', 'eido', 'cap', 'webhook')),
  secret          bytea not null,              -- wrapped by the key store
  answers_to      text not null default '',    -- where completions are posted; empty: nowhere
  address         text not null default '',    -- ours, in the control room's network
  created_by      uuid not null,
  created_at      timestamptz not null,
  ended_at        timestamptz,
  last_at         timestamptz,                 -- of the last message that it signed
  silent_since    timestamptz,                 -- the silence that was noticed
  primary key (organisation_id, id)
);
create unique index feed_by_id on incidents.feed (id);
select focus.protect('incidents.feed');

create table incidents.incident (
  organisation_id uuid not null,
  id              uuid not null,
  number          text collate "C" not null,
  feed_id         uuid,                        -- null: the desk's own
  reference       text not null default '',    -- the control room's id of it
  sender          text not null default '',    -- the control room's own address
  kind            text not null,
  state           text not null check (state in ('open', 'closed')),
  words           text not null,               -- what it is found by, in small letters
  opened_at       timestamptz not null,
  closed_at       timestamptz,
  on_phones       boolean not null default true,
  told            bytea,                       -- all messages about it, folded; null: none, or erased
  told_closed     boolean not null default false,
  content         jsonb not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, feed_id) references incidents.feed,
  check ((state = 'closed') = (closed_at is not null))
);
create index incident_number on incidents.incident (organisation_id, number);
create index incident_closed on incidents.incident (organisation_id, closed_at desc, id desc)
  where state = 'closed';
select focus.protect('incidents.incident');
select feed.follow('incidents.incident', 'incidents.incident', 'id');

create table incidents.line (
  organisation_id uuid not null,
  id              uuid not null,
  incident_id     uuid not null,
  kind            text not null check (kind in ('control', 'note', 'crew', 'desk', 'result')),
  at              timestamptz not null,
  told_at         timestamptz not null,
  author          text not null,
  person_id       uuid,
  text            text not null,
  late            boolean not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, incident_id) references incidents.incident
);
create index line_incident on incidents.line (organisation_id, incident_id, at, id);
select focus.protect('incidents.line');
select feed.follow('incidents.line', 'incidents.line', 'id');

create table incidents.caller (
  organisation_id uuid not null,
  id              uuid not null,               -- the incident's
  name            text not null,
  phone           text not null,
  text            text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references incidents.incident
);
select focus.protect('incidents.caller');
select feed.follow('incidents.caller', 'incidents.caller', 'id');

create table incidents.crew (
  organisation_id uuid not null,
  id              uuid not null,
  call_sign       text not null,
  members         uuid[] not null,
  incident_id     uuid,
  content         jsonb not null,
  primary key (organisation_id, id)
);
create index crew_incident on incidents.crew (organisation_id, incident_id) where incident_id is not null;
select focus.protect('incidents.crew');
select feed.follow('incidents.crew', 'incidents.crew', 'id');

-- Each state that a crew ever said, or that was said of it.
create table incidents.crew_state (
  organisation_id uuid not null,
  id              uuid not null,
  incident_id     uuid not null,
  crew_id         uuid not null,
  call_sign       text not null,
  state           text not null,
  at              timestamptz not null,
  told_at         timestamptz not null,
  person_id       uuid,                        -- null: the control room, or what followed from something else
  primary key (organisation_id, id),
  foreign key (organisation_id, incident_id) references incidents.incident
);
create index crew_state_incident on incidents.crew_state (organisation_id, incident_id);
select focus.protect_insert_only('incidents.crew_state');
grant delete on incidents.crew_state to focus_app;

create table incidents.message (
  organisation_id uuid not null,
  id              uuid not null,
  feed_id         uuid not null,
  message_id      text not null,               -- the sender's; of what cannot be read the delivery's
  incident_id     uuid,
  received_at     timestamptz not null,
  outcome         text not null check (outcome in ('applied', 'older', 'quarantined', 'healed', 'dropped')),
  code            text not null default '',
  path            text not null default '',
  detail          text not null default '',
  digest          bytea not null,
  octets          bytea not null,              -- as it came
  primary key (organisation_id, id),
  foreign key (organisation_id, feed_id) references incidents.feed
);
create index message_feed on incidents.message (organisation_id, feed_id, received_at);
create index message_incident on incidents.message (organisation_id, incident_id) where incident_id is not null;
create unique index message_held on incidents.message (organisation_id, feed_id, digest)
  where outcome = 'quarantined';
select focus.protect('incidents.message');

-- Door: whose a feed is, for a message that comes without any session. Its signature is checked after.
select focus.door('incidents.feed');
grant usage on schema incidents to focus_door;
grant select on incidents.feed to focus_door;
create function incidents.organisation_of(p_feed uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select organisation_id from incidents.feed where id = p_feed and ended_at is null
$$;
grant create on schema incidents to focus_door;
alter function incidents.organisation_of owner to focus_door;
revoke create on schema incidents from focus_door;
revoke all on function incidents.organisation_of from public;
grant execute on function incidents.organisation_of to focus_app;

select organisations.offer('officer', '{incidents.read,incidents.act}');
select organisations.offer('ward_officer', '{incidents.read,incidents.act}');
select organisations.offer(code,
  '{incidents.read,incidents.act,incidents.dispatch,incidents.board,incidents.caller}')
from unnest(array['shift_leader', 'dispatcher']) as code;
select organisations.offer('information_desk', '{incidents.read}');

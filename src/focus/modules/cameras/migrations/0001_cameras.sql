-- What cameras read (`passage`), what of it stood on a list (`hit`), and what officers said of those hits.

create table cameras.feed (
  organisation_id uuid not null,
  id              uuid not null,
  name            text not null,
  secret          bytea not null,              -- wrapped by the key store
  created_by      uuid not null,
  created_at      timestamptz not null,
  ended_at        timestamptz,
  last_at         timestamptz,                 -- of the last message that it signed
  primary key (organisation_id, id)
);
create unique index feed_by_id on cameras.feed (id);
select focus.protect('cameras.feed');

create table cameras.passage (
  organisation_id uuid not null,
  id              uuid not null,
  feed_id         uuid not null,
  message_id      text not null,
  plate           text collate "C" not null,   -- capitals and digits alone
  camera          text collate "C" not null,   -- the sender's id of it
  seen_at         timestamptz not null,
  told_at         timestamptz not null,
  listed          boolean not null,            -- a hit
  content         jsonb not null,              -- as it is shown; without the picture
  primary key (organisation_id, id),
  unique (organisation_id, feed_id, message_id),
  foreign key (organisation_id, feed_id) references cameras.feed
);
create index passage_plate on cameras.passage (organisation_id, plate, seen_at);
create index passage_camera on cameras.passage (organisation_id, camera, seen_at);
create index passage_seen on cameras.passage (organisation_id, seen_at);
create index passage_told on cameras.passage (organisation_id, feed_id, told_at);
select focus.protect('cameras.passage');

create table cameras.hit (
  organisation_id uuid not null,
  id              uuid not null,               -- the passage's
  message_id      text not null,
  plate           text collate "C" not null,
  list            text collate "C" not null,
  seen_at         timestamptz not null,
  told_at         timestamptz not null,
  state           text not null
    check (state in ('new', 'confirmed', 'not_same', 'stopped', 'not_seen', 'closed')),
  on_phones       boolean not null,
  content         jsonb not null,              -- as phones have it
  primary key (organisation_id, id)
);
create index hit_seen on cameras.hit (organisation_id, seen_at);
create index hit_plate on cameras.hit (organisation_id, plate, list, told_at);
select focus.protect('cameras.hit');
select feed.follow('cameras.hit', 'cameras.hit', 'id');

create table cameras.picture (
  organisation_id uuid not null,
  id              uuid not null,               -- the hit's
  jpeg            bytea not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references cameras.hit
);
select focus.protect('cameras.picture');

create table cameras.message (
  organisation_id uuid not null,
  id              uuid not null,
  feed_id         uuid not null,
  message_id      text not null,               -- the delivery's
  received_at     timestamptz not null,
  outcome         text not null check (outcome in ('quarantined', 'healed', 'dropped')),
  code            text not null,
  path            text not null,
  digest          bytea not null,
  octets          bytea not null,              -- as it came
  primary key (organisation_id, id),
  foreign key (organisation_id, feed_id) references cameras.feed
);
create unique index message_held on cameras.message (organisation_id, feed_id, digest)
  where outcome = 'quarantined';
create index message_received on cameras.message (organisation_id, received_at);
select focus.protect('cameras.message');

-- Door: whose a feed is, for a message that comes without any session. Its signature is checked after.
select focus.door('cameras.feed');
grant usage on schema cameras to focus_door;
grant select on cameras.feed to focus_door;
create function cameras.organisation_of(p_feed uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select organisation_id from cameras.feed where id = p_feed and ended_at is null
$$;
grant create on schema cameras to focus_door;
alter function cameras.organisation_of owner to focus_door;
revoke create on schema cameras from focus_door;
revoke all on function cameras.organisation_of from public;
grant execute on function cameras.organisation_of to focus_app;

select organisations.offer('officer', '{cameras.read,cameras.act}');
select organisations.offer('ward_officer', '{cameras.read,cameras.act}');
select organisations.offer(code, '{cameras.read,cameras.act,cameras.feeds,cameras.history}')
from unnest(array['shift_leader', 'dispatcher']) as code;
select organisations.offer('information_desk', '{cameras.read,cameras.history}');

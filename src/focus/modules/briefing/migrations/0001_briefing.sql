-- Items by the desk, receipts and sightings by the field, offers between organisations.
-- A draft stands apart: nothing of it ever reaches a phone.

create table briefing.counter (
  organisation_id uuid not null,
  year            integer not null,
  last            integer not null,
  primary key (organisation_id, year)
);
select focus.protect('briefing.counter');

create table briefing.draft (
  organisation_id uuid not null,
  id              uuid not null,               -- that of the item which it becomes
  version         integer not null,
  content         jsonb not null,
  author_id       uuid not null,
  author          text not null,
  changed_by      uuid not null,
  changed_at      timestamptz not null,
  primary key (organisation_id, id)
);
select focus.protect('briefing.draft');

create table briefing.item (
  organisation_id     uuid not null,
  id                  uuid not null,
  number              text collate "C" not null,
  version             integer not null,
  asks                integer not null,
  state               text not null check (state in ('published', 'recalled', 'expired')),
  kind                text not null,
  priority            text not null,
  handling            text not null,
  must_read           boolean not null,
  language            text not null,
  title               text not null,
  content             jsonb not null,
  buckets             text[] not null,         -- who is meant
  meant_for           integer not null,        -- how many persons that are
  author_id           uuid,                    -- null: it came from another organisation
  author              text not null,
  service             text not null,
  published_at        timestamptz not null,
  changed_at          timestamptz not null,
  valid_from          timestamptz not null,
  valid_to            timestamptz not null,
  ended_at            timestamptz,
  why                 text not null default '',
  on_phones           boolean not null default true,
  origin_organisation uuid,
  origin_name         text,
  origin_item         uuid,
  primary key (organisation_id, id),
  unique (organisation_id, number),
  check (valid_to > valid_from),
  check ((state = 'published') = (ended_at is null))
);
create index item_newest on briefing.item (organisation_id, published_at desc, id desc);
create index item_due on briefing.item (organisation_id, valid_to) where state = 'published';
create index item_ended on briefing.item (organisation_id, ended_at) where ended_at is not null;
create index item_buckets on briefing.item using gin (buckets);
select focus.protect('briefing.item');
select feed.follow('briefing.item', 'briefing.item', 'id');

create table briefing.version (
  organisation_id uuid not null,
  item_id         uuid not null,
  version         integer not null,
  at              timestamptz not null,
  person_id       uuid,
  minor           boolean not null,
  why             text not null,
  fields          text[] not null,             -- what it changed; the first: nothing
  content         jsonb not null,
  primary key (organisation_id, item_id, version),
  foreign key (organisation_id, item_id) references briefing.item
);
select focus.protect('briefing.version');
select feed.follow('briefing.version', 'briefing.item', 'item_id');

-- Identifiers in the form in which a question is put; empty: not known.
create table briefing.subject (
  organisation_id uuid not null,
  item_id         uuid not null,
  position        smallint not null,
  kind            text not null check (kind in ('person', 'vehicle', 'document', 'object')),
  national_number text collate "C" not null,
  birth_date      date,
  plate           text collate "C" not null,
  number          text collate "C" not null,
  content         jsonb not null,
  primary key (organisation_id, item_id, position),
  foreign key (organisation_id, item_id) references briefing.item
);
create index subject_national on briefing.subject (organisation_id, national_number) where national_number <> '';
create index subject_plate on briefing.subject (organisation_id, plate) where plate <> '';
create index subject_number on briefing.subject (organisation_id, number) where number <> '';
select focus.protect('briefing.subject');
select feed.follow('briefing.subject', 'briefing.item', 'item_id');

create table briefing.receipt (
  organisation_id uuid not null,
  id              uuid not null,
  item_id         uuid not null,
  person_id       uuid not null,
  version         integer not null,
  at              timestamptz not null,
  meant           boolean not null,            -- one of those whom the item is for
  primary key (organisation_id, id),
  unique (organisation_id, item_id, person_id),
  foreign key (organisation_id, item_id) references briefing.item
);
select focus.protect('briefing.receipt');
select feed.follow('briefing.receipt', 'briefing.receipt', 'id');

create table briefing.sighting (
  organisation_id uuid not null,
  id              uuid not null,
  item_id         uuid not null,
  person_id       uuid not null,
  name            text not null,
  at              timestamptz not null,
  text            text not null,
  place           text not null,
  longitude       double precision,
  latitude        double precision,
  accuracy        double precision,
  primary key (organisation_id, id),
  foreign key (organisation_id, item_id) references briefing.item
);
create index sighting_item on briefing.sighting (organisation_id, item_id, at);
select focus.protect('briefing.sighting');
select feed.follow('briefing.sighting', 'briefing.sighting', 'id');

-- When phones were last woken for an item.
create table briefing.waking (
  organisation_id uuid not null,
  item_id         uuid not null,
  at              timestamptz not null,
  primary key (organisation_id, item_id),
  foreign key (organisation_id, item_id) references briefing.item
);
select focus.protect('briefing.waking');

-- An offer stands twice under one id: by the one who offers ('out'), and by the one to whom ('in').
create table briefing.share (
  organisation_id uuid not null,
  id              uuid not null,
  direction       text not null check (direction in ('out', 'in')),
  other_id        uuid not null,               -- the organisation on the other side
  other_name      text not null,
  item_id         uuid not null,               -- out: the item; in: the item there
  copy_id         uuid,                        -- in: the item here, once it was accepted
  state           text not null check (state in ('offered', 'accepted', 'declined')),
  at              timestamptz not null,
  answered_at     timestamptz,
  version         integer not null default 0,  -- out: the last that is known to be there; in: of `content`
  ended           text not null default '',    -- out: what is known there of the end; in: what was told
  why             text not null default '',
  number          text not null default '',
  content         jsonb,                       -- in: as it stands there
  tried_at        timestamptz,
  trouble         text not null default '',
  primary key (organisation_id, id),
  unique (organisation_id, direction, item_id, other_id)
);
select focus.protect('briefing.share');

select organisations.offer(code, '{briefing.read}')
from unnest(array['officer', 'ward_officer', 'shift_leader', 'information_desk', 'dispatcher']) as code;
select organisations.offer(code, '{briefing.read,briefing.write,briefing.share,briefing.readers}')
from unnest(array['shift_leader', 'information_desk', 'zone_administrator']) as code;

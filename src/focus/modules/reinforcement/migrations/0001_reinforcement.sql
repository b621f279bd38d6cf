-- Crews of another organisation at work here for some hours. A reinforcement stands twice under one id: by the
-- one that asked for it ('received'), and by the one whose people they are ('given').

create table reinforcement.reinforcement (
  organisation_id uuid not null,
  id              uuid not null,
  direction       text not null check (direction in ('received', 'given')),
  other_id        uuid not null,               -- the organisation on the other side
  crews           jsonb not null,              -- call sign at home, call sign here, how many
  since           timestamptz not null,
  until           timestamptz not null,
  by_name         text not null,               -- who asked for it
  ended_at        timestamptz,
  ended_why       text not null default '' check (ended_why in ('', 'time', 'host', 'home', 'revoked')),
  ended_by        text not null default '',    -- who ended it early; empty: nobody
  told            smallint not null default 0, -- received: what the other knows; 1 of the begin, 2 of the end
  primary key (organisation_id, id),
  check (until > since),
  check ((ended_at is null) = (ended_why = ''))
);
create index reinforcement_running on reinforcement.reinforcement (organisation_id) where ended_at is null;
create index reinforcement_ended on reinforcement.reinforcement (organisation_id, ended_at);
select focus.protect('reinforcement.reinforcement');

-- Received: each person who came, with the post that he has here for it.
create table reinforcement.guest (
  organisation_id  uuid not null,
  post_id          uuid not null,
  reinforcement_id uuid not null,
  person_id        uuid not null,
  home_post_id     uuid not null,              -- by which he is on duty at home
  crew             text not null,              -- call sign here
  primary key (organisation_id, post_id),
  foreign key (organisation_id, post_id) references organisations.post,
  foreign key (organisation_id, reinforcement_id) references reinforcement.reinforcement on delete cascade
);
create index guest_reinforcement on reinforcement.guest (organisation_id, reinforcement_id);
select focus.protect('reinforcement.guest');

-- Doors: crews on duty of those organisations that lend their people to the one in scope, by a grant in force.
select focus.door('duty.shift');
select focus.door('organisations.unit');

create function reinforcement.lent_people(p_at timestamptz) returns table (
  organisation_id uuid, code text, names jsonb, call_sign text, unit_names jsonb, person_id uuid, post_id uuid,
  until timestamptz)
language sql stable security definer set search_path = '' as $$
  select o.organisation_id, o.code, o.names, s.crew, u.names, s.person_id, s.post_id, s.until
  from duty.shift s
  join organisations.organisation o on o.organisation_id = s.organisation_id
  left join organisations.unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
  where s.organisation_id in (
      select g.organisation_id from organisations.grant_given g
      where g.recipient_id = (select focus.must_scope()) and g.what = 'organisations.person'
        and g.starts_at <= p_at and (g.ends_at is null or g.ends_at > p_at)
        and (g.revoked_at is null or g.revoked_at > p_at))
    and s.ended_at is null and s.until > p_at and s.crew <> ''
    and exists (select from organisations.module_switch m
                where m.organisation_id = s.organisation_id and m.module = 'reinforcement' and m.is_on)
    and organisations.may_hold((select focus.must_scope()), s.organisation_id, s.person_id, p_at)
    and exists (select from organisations.principal_of(s.post_id, p_at))
$$;

-- Who can be asked: of a crew no more than its call sign, its unit and how many they are.
create function reinforcement.lent_crews(p_at timestamptz) returns table (
  organisation_id uuid, code text, names jsonb, call_sign text, unit_names jsonb, people integer,
  until timestamptz)
language sql stable security definer set search_path = '' as $$
  select l.organisation_id, l.code, l.names, min(l.call_sign),
    (array_agg(l.unit_names) filter (where l.unit_names is not null))[1], count(*)::integer, max(l.until)
  from reinforcement.lent_people(p_at) l
  group by l.organisation_id, l.code, l.names, lower(l.call_sign)
  order by l.code, min(l.call_sign)
$$;

-- The people of such crews, for their posts here. `p_signs` in lower case.
create function reinforcement.lent_members(p_home uuid, p_signs text[], p_at timestamptz) returns table (
  call_sign text, person_id uuid, post_id uuid)
language sql stable security definer set search_path = '' as $$
  select l.call_sign, l.person_id, l.post_id from reinforcement.lent_people(p_at) l
  where l.organisation_id = p_home and lower(l.call_sign) = any (p_signs)
  order by lower(l.call_sign), l.person_id
$$;

select focus.door_function(p.oid) from pg_catalog.pg_proc p
where p.pronamespace = 'reinforcement'::regnamespace and p.prosecdef;
set local role focus_door;
revoke execute on function reinforcement.lent_people(timestamptz) from focus_app;
set local role focus_owner;

-- Whoever lends people may take them back at once: their posts there end with the caller's own transaction.
-- Runs as the owner, who is bound by the same policies, in the other organisation's scope, and touches the
-- posts of the caller's own people under this reinforcement alone.
create function reinforcement.take_back(p_host uuid, p_reinforcement uuid, p_at timestamptz) returns uuid[]
language plpgsql security definer set search_path = '' as $$
declare
  home uuid := focus.must_scope();
  before text := organisations.enter(p_host::text);
  done uuid[];
begin
  select coalesce(array_agg(g.post_id), '{}') into done from reinforcement.guest g
  join organisations.post p on p.organisation_id = p_host and p.id = g.post_id
  where g.organisation_id = p_host and g.reinforcement_id = p_reinforcement
    and p.person_organisation_id = home;
  update organisations.post p set ends_at = greatest(p_at, p.starts_at + interval '1 millisecond')
  where p.organisation_id = p_host and p.id = any (done) and (p.ends_at is null or p.ends_at > p_at);
  perform organisations.enter(before);
  return done;
end $$;
revoke all on function reinforcement.take_back(uuid, uuid, timestamptz) from public;
grant execute on function reinforcement.take_back(uuid, uuid, timestamptz) to focus_app;

-- What somebody may who comes to help: the work of an officer on the street, and nothing of who works here.
insert into organisations.function_template (position, code, kinds, names, permissions) values
(15, 'reinforcement', '{zone,federal_unit}',
 '{"nl": "Versterking", "fr": "Renfort", "de": "Verstärkung", "en": "Reinforcement"}',
 '{briefing.read,duty.use,incidents.act,incidents.read,map.read,search.ask}');
do $$
declare
  one record;
  before text;
begin
  for one in select d.organisation_id from organisations.directory() d
             where d.kind in ('zone', 'federal_unit') loop
    before := organisations.enter(one.organisation_id::text);
    insert into organisations.function (organisation_id, code, names, position)
    select one.organisation_id, t.code, t.names, t.position
    from organisations.function_template t where t.code = 'reinforcement';
    insert into organisations.function_rights (organisation_id, function_code, since, permissions)
    select one.organisation_id, t.code, clock_timestamp(), t.permissions
    from organisations.function_template t where t.code = 'reinforcement';
    perform organisations.enter(before);
  end loop;
end $$;

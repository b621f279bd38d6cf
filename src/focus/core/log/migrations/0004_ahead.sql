-- Organisations whose newest entry lies after a time: the clock was set back since.
create function log.ahead(p_after timestamptz) returns table (organisation_id uuid, newest timestamptz)
language sql stable security definer set search_path = '' as $$
  select k.organisation_id, e.at
  from log.data_key k
  cross join lateral (
    select e.at from log.event e where e.organisation_id = k.organisation_id
    order by e.epoch desc, e.xid desc, e.seq desc limit 1) e
  where k.version = 1 and e.at > p_after
$$;
select focus.door_function('log.ahead(timestamptz)');

-- Organisations whose log waits to be sealed for too long, and since when: the operator must know.
create function log.behind(p_before timestamptz) returns table (organisation_id uuid, since timestamptz)
language sql stable security definer set search_path = '' as $$
  select k.organisation_id, e.at
  from log.data_key k
  left join lateral (
    select f.epoch, f.xid, f.seq from log.leaf f
    where f.organisation_id = k.organisation_id order by f.position desc limit 1) l on true
  cross join lateral (
    select e.at from log.event e
    where e.organisation_id = k.organisation_id
      and (e.epoch, e.xid, e.seq) > (coalesce(l.epoch, 0), coalesce(l.xid, '0'::xid8), coalesce(l.seq, 0))
    order by e.epoch, e.xid, e.seq limit 1) e
  where k.version = 1 and e.at < p_before
  order by e.at
$$;
select focus.door_function('log.behind(timestamptz)');

-- Stops were a part of Search before they were a module. Search's files make the tables, in a new database too;
-- here they move as they stand: rows, policies, grants and indexes go with a table. No later file of Search may
-- name them: in a new database it comes before this one, in an old one after it.
alter table search.stop set schema followup;
alter table search.stop_change set schema followup;

-- What names them elsewhere follows. No organisation loses a right, a setting, or the module itself, and a
-- command that a device sends once more is known for the one that was answered.
create function followup.renamed(names text[]) returns text[]
language sql immutable set search_path = '' as $$
  select array(
    select distinct case when name in ('search.stop', 'search.stop_figures')
      then 'followup.' || split_part(name, '.', 2) else name end as name
    from unnest(names) as name order by name)
$$;

update organisations.function_template set permissions = followup.renamed(permissions)
where permissions && '{search.stop,search.stop_figures}';

do $$
declare
  old constant text[] := '{search.stop,search.stop_figures}';
  moved constant text[] := '{grounds,stops_days,stops_change_days,figures_smallest}';
  organisation uuid;
  before text;
begin
  for organisation in select d.organisation_id from organisations.directory() d loop
    before := organisations.enter(organisation::text);
    update organisations.function_rights set permissions = followup.renamed(permissions)
    where permissions && old;
    update organisations.post_rights
    set added = followup.renamed(added), withdrawn = followup.renamed(withdrawn)
    where added && old or withdrawn && old;
    update organisations.grant_given set what = (followup.renamed(array[what]))[1] where what = any (old);
    insert into organisations.module_switch (organisation_id, module, is_on, pilot_units, changed_at)
    select organisation_id, 'followup', is_on, pilot_units, changed_at
    from organisations.module_switch where module = 'search';
    insert into organisations.setting (organisation_id, module, value, changed_at)
    select organisation_id, 'followup',
      (select jsonb_object_agg(key, val) from jsonb_each(value) as e (key, val) where key = any (moved)),
      changed_at
    from organisations.setting where module = 'search' and value ?| moved;
    update organisations.setting set value = value - moved where module = 'search' and value ?| moved;
    update gate.command set operation = 'followup.' || split_part(operation, '.', 2)
    where operation in ('search.record_stop', 'search.correct_stop', 'search.withdraw_stop');
    perform organisations.enter(before);
  end loop;
end $$;

drop function followup.renamed(text[]);

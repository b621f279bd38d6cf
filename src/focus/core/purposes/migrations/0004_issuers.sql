-- A reference says who gave it, and a purpose says whose references it takes. Police purposes that require one
-- take what an incident or a register of cases knows, or what the officer vouches for with a reason; the number
-- that a control gave itself is none of these.
alter table purposes.purpose add column accepts text[] not null default '{incident,case,control,self}'
  check (accepts <@ '{incident,case,control,self}' and (reference = 'none' or accepts <> '{}'));
comment on column purposes.purpose.accepts is 'whose references count';
alter table purposes.purpose_template add column accepts text[] not null
  default '{incident,case,control,self}';

alter table purposes.task
  add column issuer text not null default 'self' check (issuer in ('incident', 'case', 'control', 'self')),
  add column reason text;
comment on column purposes.task.issuer is 'who gave the reference, as it was known when the task began';

update purposes.purpose_template set accepts = '{incident,case,self}'
where reference = 'required'
  and code in ('incident', 'investigation', 'arrest', 'residence_check', 'administrative_event');
update purposes.purpose_template set accepts = '{case,self}' where code in ('own_entry', 'oversight_review');

create or replace function purposes.seed(p_organisation uuid, p_kind text) returns void
language sql set search_path = '' as $$
  insert into purposes.purpose
    (organisation_id, code, titles, basis, reference, accepts, reason, opens, functions, position)
  select p_organisation, t.code, t.titles, t.basis, t.reference, t.accepts, t.reason, t.opens, t.functions,
    t.position
  from purposes.purpose_template t where p_kind = any (t.kinds)
  on conflict do nothing
$$;

-- What organisations have already. Numbers of controls and checks are of our counter when it went so far. Those
-- of incidents and cases cannot be told from what was typed, and nobody vouched for them.
do $$
declare
  organisation uuid;
  before text;
begin
  for organisation in select d.organisation_id from organisations.directory() d loop
    before := organisations.enter(organisation::text);
    update purposes.purpose p set accepts = t.accepts
    from purposes.purpose_template t where t.code = p.code and p.reference = 'required';
    update purposes.task t set issuer = 'control'
    from purposes.counter c
    where c.kind = t.kind and t.kind in ('control', 'check')
      and t.reference ~ (case t.kind when 'control' then '^C' else '^W' end || '-[0-9]{4,15}$')
      and substr(t.reference, 3)::bigint between 1 and c.last;
    perform organisations.enter(before);
  end loop;
end $$;
alter table purposes.task alter column issuer drop default;

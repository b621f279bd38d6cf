-- A code for somebody who administers is worth nothing until a second person has agreed to it.
alter table identity.enrol_code add column needs_second boolean not null default false;
alter table identity.enrol_code add column seconded_by uuid;

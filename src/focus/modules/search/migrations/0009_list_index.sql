-- Names are found by an index of the whole list, kept here in pieces beside its entries: first a whole one, then what
-- changed since. A list that was loaded before has version 0: it is indexed from its entries when it is first asked,
-- and for good by the process that loads lists. Its keys of names mean nothing any more and go with its generation.
create table search.list_index (
  organisation_id uuid not null,
  generation uuid not null,
  version bigint not null,
  piece integer not null,
  whole boolean not null,
  body bytea not null,
  primary key (organisation_id, generation, version, piece)
);
alter table search.list_index alter column body set storage external;
select focus.protect('search.list_index');

alter table search.list_current add version bigint not null default 0;
drop table search.list_word;

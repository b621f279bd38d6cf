-- A word of a name is kept once, under all that it may be asked as; an entry stands under its words alone. What was
-- loaded before has no words, so every list is loaded anew.
truncate search.list_key, search.list_entry, search.list_current, search.list_load, search.list_bad_line;
drop index search.list_entry_id;
alter table search.list_load add lines bigint not null default 0;

create table search.list_word (
  organisation_id uuid not null,
  generation uuid not null,
  key bigint not null,
  word bigint not null,
  primary key (organisation_id, generation, key, word)
);
select focus.protect('search.list_word');

create table notes.note (
  organisation_id uuid not null,
  id uuid not null,
  text text not null,
  primary key (organisation_id, id)
);
select focus.protect('notes.note');
select feed.follow('notes.note', 'notes.note', 'id');

create table notes.line (
  organisation_id uuid not null,
  id uuid not null,
  note_id uuid not null,
  primary key (organisation_id, id)
);
select focus.protect('notes.line');
select feed.follow('notes.line', 'notes.note', 'note_id');

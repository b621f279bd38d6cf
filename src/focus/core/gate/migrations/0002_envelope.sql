-- What came with a command from a phone's outbox, and what became of it.
alter table gate.command
  add column post_id   uuid,
  add column device_id uuid,
  add column device_at timestamptz,                    -- what the phone's clock said
  add column state     text not null default 'done' check (state in ('done', 'refused')),
  add column wrote     jsonb not null default '{}';    -- records that it changed: "type/id" → version
comment on column gate.command.outcome is 'the first answer as JSON; of a refused one {"code", "status", "params"}';

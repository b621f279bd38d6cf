-- Who gave the reference under which somebody was stopped; null without one, and where nobody wrote it down.
alter table followup.stop
  add column issuer text check (issuer in ('incident', 'case', 'control', 'self'));

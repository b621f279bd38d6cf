-- How far an organisation's log was looked through for lookups that a kill cut off.
create table search.closed_until (
    organisation_id uuid primary key,
    position        bigint not null check (position >= 0)
);
select focus.protect('search.closed_until');

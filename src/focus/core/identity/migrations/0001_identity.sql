-- Devices, passkeys, enrolment codes, sessions: each in its organisation's scope.
-- Who signs in has no scope yet: the door functions below find one row by a secret or a public key.

create table identity.device (
    organisation_id uuid        not null,
    id              uuid        not null,
    person_id       uuid        not null,
    name            text        not null,
    kind            text        not null check (kind in ('phone', 'desk')),
    thumbprint      text        not null collate "C" unique,
    point           bytea       not null,
    enrolled_at     timestamptz not null,
    enrolled_by     uuid,
    revoked_at      timestamptz,
    revoked_by      uuid,
    demo            boolean     not null default false,
    primary key (organisation_id, id)
);
comment on column identity.device.demo is 'Enrolled by nobody, in demo mode: good for demo sessions only.';
create index device_person on identity.device (organisation_id, person_id);

create table identity.credential (
    organisation_id uuid        not null,
    id              uuid        not null,
    person_id       uuid        not null,
    device_id       uuid        not null,
    credential_id   bytea       not null unique,
    public_key      bytea       not null,
    sign_count      bigint      not null,
    aaguid          text        not null,
    backed_up       boolean     not null,
    created_at      timestamptz not null,
    used_at         timestamptz,
    revoked_at      timestamptz,
    primary key (organisation_id, id)
);
create index credential_person on identity.credential (organisation_id, person_id);

create table identity.enrol_code (
    organisation_id uuid        not null,
    id              uuid        not null,
    person_id       uuid        not null,
    selector        text        not null collate "C",
    salt            bytea       not null,
    hash            bytea       not null,
    tries           integer     not null default 0,
    issued_by       uuid        not null,
    issued_at       timestamptz not null,
    expires_at      timestamptz not null,
    used_at         timestamptz,
    primary key (organisation_id, id)
);
create unique index enrol_code_selector on identity.enrol_code (selector) where used_at is null;

create table identity.session (
    organisation_id uuid        not null,
    id              uuid        not null,
    person_id       uuid        not null,
    post_id         uuid        not null,
    device_id       uuid        not null,
    method          text        not null check (method in ('passkey', 'oidc', 'demo')),
    token_hash      bytea       not null unique,
    proof_kid       text,
    proof_key       bytea,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    active_at       timestamptz not null,
    verified_at     timestamptz,
    locked_at       timestamptz,
    ended_at        timestamptz,
    ended_why       text check (ended_why in ('signed_out', 'device_revoked', 'replaced')),
    primary key (organisation_id, id)
);
comment on column identity.session.active_at is 'Last sign of the person; written at most every 30 seconds.';
comment on column identity.session.verified_at is 'Last user verification: fresh for step-up for some minutes.';
comment on column identity.session.proof_key is 'Sealed under the token, which is not stored.';
create index session_person on identity.session (organisation_id, person_id, created_at desc);
create index session_device on identity.session (device_id) where ended_at is null;

create table identity.subject (
    organisation_id uuid        not null,
    issuer          text        not null collate "C",
    subject         text        not null collate "C",
    person_id       uuid        not null,
    linked_at       timestamptz not null,
    primary key (organisation_id, issuer, subject),
    unique (organisation_id, issuer, person_id)
);

-- A challenge before anybody is known, good once. Lost in a crash: then the person starts again.
create unlogged table identity.ceremony (
    id         uuid        primary key,
    kind       text        not null,
    challenge  bytea       not null,
    facts      jsonb       not null,
    expires_at timestamptz not null
);
create index ceremony_expiry on identity.ceremony (expires_at);

-- Used proofs, where several hosts serve together. Lost in a crash that outlasts their minute.
create unlogged table identity.nonce (
    nonce      bytea       primary key,
    expires_at timestamptz not null
);
create index nonce_expiry on identity.nonce (expires_at);

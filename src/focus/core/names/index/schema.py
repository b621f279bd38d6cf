"""The tables of one index, in a schema of their own whose name the caller chooses."""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = re.compile(r"[a-z_][a-z0-9_]{0,50}")

_TABLES: Final = """
create schema if not exists {s};
create table if not exists {s}.word (
  number integer primary key,
  text text not null unique
);
create table if not exists {s}.alias (
  number integer primary key,
  word integer not null,
  text text not null,
  unique (word, text)
);
create table if not exists {s}.entry (
  number integer not null,
  id text not null,
  name text not null,
  born integer not null
);
create table if not exists {s}.pair (
  family integer not null,
  given integer not null,
  born integer not null,
  entry integer not null
);
-- Pairs since the last rebuild but one: who has loaded that can catch up.
create table if not exists {s}.added (
  number bigint primary key,
  family integer not null,
  given integer not null
);
create table if not exists {s}.snapshot (
  number integer not null,
  part integer not null,
  body bytea not null,
  primary key (number, part)
);
create table if not exists {s}.state (
  one boolean primary key default true check (one),
  snapshot integer not null default 0,
  words integer not null default 0,
  aliases integer not null default 0,
  added bigint not null default 0,
  added_before bigint not null default 0
);
create table if not exists {s}.loading (
  source text primary key,
  position bigint not null,
  bulk boolean not null,
  began timestamptz not null default now(),
  finished timestamptz
);
insert into {s}.state default values on conflict do nothing;
"""

INDEXES: Final = {
    "entry_number": "create unique index if not exists entry_number on {s}.entry (number)",
    "entry_id": "create unique index if not exists entry_id on {s}.entry (id)",
    "pair_born": "create index if not exists pair_born on {s}.pair (born) include (family, given, entry)",
    "pair_names": "create index if not exists pair_names on {s}.pair (family, given, born, entry)",
}
"""Covering, so that a search reads an index only; made after a first load."""


def checked(schema: str) -> str:
    """The name itself; ValueError when it is not a plain one."""
    if not _NAME.fullmatch(schema):
        raise ValueError(f"not a plain schema name: {schema!r}")
    return schema


def tables(schema: str) -> str:
    """What makes the tables, if they are missing."""
    return _TABLES.format(s=checked(schema))


def indexes(schema: str) -> list[str]:
    """What makes the indexes, one statement each."""
    return [statement.format(s=checked(schema)) for statement in INDEXES.values()]


def without_indexes(schema: str) -> str:
    """What drops them for a first load."""
    return "; ".join(f"drop index if exists {checked(schema)}.{name}" for name in INDEXES)

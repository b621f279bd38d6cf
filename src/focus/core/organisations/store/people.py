"""People and their posts, of the organisation in scope."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.errors import NotFound
from focus.core.ids import new_id
from focus.core.organisations import rules
from focus.core.organisations.errors import (
    AlreadyClosed,
    FunctionUnknown,
    NotLent,
    UnitUnknown,
    WardUnknown,
)
from focus.core.organisations.records import Holder, Person, Post
from focus.core.organisations.store.rows import record, understood

if TYPE_CHECKING:
    from focus.core.database import Transaction

_PERSON = """id, personnel_number, family_name, given_names, title, rank, language, languages, email, phone,
  valid_from, valid_to"""


class PersonDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A person as somebody typed it in."""

    personnel_number: str
    family_name: str
    given_names: str
    language: str
    title: str | None = None
    rank: str | None = None
    languages: tuple[str, ...] = ()
    email: str | None = None
    phone: str | None = None
    valid_from: date
    valid_to: date | None = None

    def checked(self) -> PersonDraft:
        """In its written form; raises what is wrong with it."""
        rules.in_order(self.valid_from, self.valid_to)
        return msgspec.structs.replace(
            self,
            personnel_number=rules.personnel_number(self.personnel_number),
            family_name=rules.person_name("family_name", self.family_name),
            given_names=rules.person_name("given_names", self.given_names),
            email=rules.email(self.email) if self.email else None,
            phone=rules.phone(self.phone) if self.phone else None,
        )

    def values(self) -> tuple[Any, ...]:
        """For the columns in the order of the fields."""
        return (
            self.personnel_number, self.family_name, self.given_names, self.language, self.title, self.rank,
            list(self.languages), self.email, self.phone, self.valid_from, self.valid_to,
        )  # fmt: skip


async def people(tx: Transaction, *, on: date | None = None) -> list[Person]:
    """The organisation's own people by name: those who work on a day, or all there ever were."""
    where = "where valid_from <= $1 and (valid_to is null or valid_to >= $1)" if on else ""
    query = f"select {_PERSON} from organisations.person {where} order by family_name, given_names, id"  # noqa: S608
    return [record(Person, row) for row in await tx.fetch(query, *([on] if on else []))]


async def add_person(tx: Transaction, draft: PersonDraft, *, id: UUID | None = None) -> UUID:  # noqa: A002
    """Add a person whom the organisation employs."""
    person = id or new_id()
    with understood():
        await tx.execute(
            """insert into organisations.person (
                 organisation_id, id, personnel_number, family_name, given_names, language,
                 title, rank, languages, email, phone, valid_from, valid_to)
               values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)""",
            person, *draft.checked().values(),
        )  # fmt: skip
    return person


async def change_person(tx: Transaction, person: UUID, draft: PersonDraft) -> None:
    """Replace what is known of a person."""
    with understood():
        done = await tx.fetchval(
            """update organisations.person set personnel_number = $2, family_name = $3, given_names = $4,
                 language = $5, title = $6, rank = $7, languages = $8, email = $9, phone = $10,
                 valid_from = $11, valid_to = $12 where id = $1 returning true""",
            person, *draft.checked().values(),
        )  # fmt: skip
    if not done:
        raise NotFound


async def close_person(tx: Transaction, person: UUID, *, last_day: date) -> None:
    """The person leaves; all his posts, in whatever organisation, stop counting after that day."""
    valid_from = await tx.fetchval("select valid_from from organisations.person where id = $1", person)
    if valid_from is None:
        raise NotFound
    rules.in_order(valid_from, last_day)
    done = await tx.fetchval(
        """update organisations.person set valid_to = $2
           where id = $1 and (valid_to is null or valid_to > $2) returning true""",
        person, last_day,
    )  # fmt: skip
    if not done:
        raise AlreadyClosed


async def posts(tx: Transaction, *, at: datetime | None = None) -> list[Post]:
    """Posts by their holder's name, with people lent by others; at a moment, or all there ever were."""
    holders = {
        row["person_id"]: _holder(row) for row in await tx.fetch("select * from organisations.holders()")
    }
    rows = await tx.fetch(
        """select p.id, p.person_id, p.function_code as function, p.starts_at, p.ends_at,
             array(select u.unit_id from organisations.post_unit u
                   where u.post_id = p.id order by u.position) as units,
             array(select w.ward_id from organisations.post_ward w
                   where w.post_id = p.id order by 1) as wards,
             coalesce(r.added, '{}') added, coalesce(r.withdrawn, '{}') withdrawn
           from organisations.post p
           left join lateral (
             select added, withdrawn from organisations.post_rights r
             where r.organisation_id = p.organisation_id and r.post_id = p.id
             order by since desc limit 1) r on true
           where $1::timestamptz is null or (p.starts_at <= $1 and (p.ends_at is null or p.ends_at > $1))""",
        at,
    )
    made = []
    for row in rows:
        values = dict(row)
        made.append(Post(holder=holders[values.pop("person_id")], **values))
    return sorted(made, key=lambda post: (post.holder.name, post.starts_at))


def _holder(row: Any) -> Holder:
    return Holder(
        id=row["person_id"],
        organisation_id=row["person_organisation_id"],
        name=rules.full_name(row["given_names"], row["family_name"]),
        initials=rules.initials(row["given_names"], row["family_name"]),
        **{key: row[key] for key in ("title", "rank", "language", "languages", "email", "phone")},
    )


async def add_post(
    tx: Transaction,
    *,
    person: UUID,
    home: UUID,
    function: str,
    starts_at: datetime,
    ends_at: datetime | None = None,
    units: Sequence[UUID] = (),
    wards: Collection[UUID] = (),
    added: Collection[str] = (),
    withdrawn: Collection[str] = (),
    id: UUID | None = None,  # noqa: A002
) -> UUID:
    """Give a person a post; `home` is the organisation that employs him, and must lend him if it is another.

    The permissions must have been checked.
    """
    rules.in_order(starts_at, ends_at)
    post, now = id or new_id(), clock.now()
    lent_at = starts_at if ends_at is not None and ends_at <= now else max(starts_at, now)
    if not await tx.fetchval(
        "select organisations.may_hold($1, $2, $3, $4)", tx.organisation, home, person, lent_at
    ):
        raise NotLent
    if not await tx.fetchval("select active from organisations.function where code = $1", function):
        raise FunctionUnknown
    with understood():
        await tx.execute(
            """insert into organisations.post
                 (organisation_id, id, person_id, person_organisation_id, function_code, starts_at, ends_at)
               values (focus.must_scope(), $1, $2, $3, $4, $5, $6)""",
            post, person, home, function, starts_at, ends_at,
        )  # fmt: skip
    await place_post(tx, post, units=units, wards=wards)
    await permit_post(tx, post, added=added, withdrawn=withdrawn, since=starts_at)
    return post


async def place_post(tx: Transaction, post: UUID, *, units: Sequence[UUID], wards: Collection[UUID]) -> None:
    """Put a post into units (the first is its main one) and wards, instead of those it had."""
    today = clock.now().astimezone(clock.BRUSSELS).date()
    for table, wanted, problem in (("unit", set(units), UnitUnknown), ("ward", set(wards), WardUnknown)):
        known = await tx.fetchval(
            f"""select count(*) from organisations.{table}
                where id = any ($1::uuid[]) and (valid_to is null or valid_to >= $2)""",  # noqa: S608
            list(wanted), today,
        )  # fmt: skip
        if known != len(wanted):
            raise problem
    await tx.execute("delete from organisations.post_unit where post_id = $1", post)
    await tx.execute("delete from organisations.post_ward where post_id = $1", post)
    await tx.execute(
        """insert into organisations.post_unit (organisation_id, post_id, unit_id, position)
           select focus.must_scope(), $1, unit, position
           from unnest($2::uuid[]) with ordinality as u (unit, position)""",
        post, list(dict.fromkeys(units)),
    )  # fmt: skip
    await tx.execute(
        """insert into organisations.post_ward (organisation_id, post_id, ward_id)
           select focus.must_scope(), $1, ward from unnest($2::uuid[]) as ward""",
        post, sorted(set(wards)),
    )  # fmt: skip


async def permit_post(
    tx: Transaction, post: UUID, *, added: Collection[str], withdrawn: Collection[str], since: datetime
) -> None:
    """What the post may beyond its function, and what it may not, from a moment on."""
    await tx.execute(
        """insert into organisations.post_rights (organisation_id, post_id, since, added, withdrawn)
           values (focus.must_scope(), $1, $2, $3, $4)
           on conflict (organisation_id, post_id, since)
             do update set added = excluded.added, withdrawn = excluded.withdrawn""",
        post, since, sorted(set(added)), sorted(set(withdrawn)),
    )  # fmt: skip


async def period_of(tx: Transaction, post: UUID) -> tuple[datetime, datetime | None]:
    """When a post begins and ends; the row stays locked until the commit."""
    row = await tx.fetchrow(
        "select starts_at, ends_at from organisations.post where id = $1 for update", post
    )
    if row is None:
        raise NotFound
    return row["starts_at"], row["ends_at"]


async def end_post(tx: Transaction, post: UUID, *, at: datetime) -> None:
    """End a post at a moment that may lie ahead; raises `AlreadyClosed` when it ends before."""
    _, ends_at = await period_of(tx, post)
    if ends_at is not None and ends_at <= at:
        raise AlreadyClosed
    await set_end(tx, post, ends_at=at)


async def set_end(tx: Transaction, post: UUID, *, ends_at: datetime | None) -> None:
    """Let a post end at another moment, or never."""
    starts_at, _ = await period_of(tx, post)
    rules.in_order(starts_at, ends_at)
    await tx.execute("update organisations.post set ends_at = $2 where id = $1", post, ends_at)

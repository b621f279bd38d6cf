"""The checks between organisations: nothing foreign is read, changed, or told apart from nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from focus.core.ids import new_id
from tests.matrices import holdings
from tests.matrices.filling import Pick, fill, ids_wanted
from tests.matrices.house import A, B, C, House, call
from tests.matrices.targets import Target
from tests.support.device import Answer, Device

WORD = "Merkteken"
"""Stands in the free text of everything planted, followed by the owner's first eight digits."""

PLANTING = ("create-", "add-", "give-", "start-", "record-", "issue-", "lookups")
"""How the last part of a path begins that makes new rows without ending others."""

UUIDS = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def word_of(organisation: UUID) -> str:
    """The text that stands in rows of this organisation and nowhere else."""
    return WORD + organisation.hex[:8]


@dataclass
class Owned:
    """What one organisation holds."""

    organisation: UUID
    ids: dict[str, list[UUID]]
    neighbour: UUID
    """An organisation that takes no part in the trials."""

    def first(self, name: str) -> UUID | None:
        """An id that fits a parameter of this name: of a table so named, or a column."""
        singular = {name, name.removesuffix("s"), name.removesuffix("_id")}
        for place, ids in self.ids.items():
            table, _, column = place.partition(".")
            if column == "id" and any(table == one or table.startswith(f"{one}_") for one in singular):
                return ids[-1]
        for place, ids in self.ids.items():
            if place.partition(".")[2] in {f"{one}_id" for one in singular}:
                return ids[-1]
        return None

    def samples(self) -> Iterator[tuple[str, UUID]]:
        """One id of each place."""
        for place, ids in self.ids.items():
            yield place, ids[0]


async def owned(house: House, organisation: UUID) -> Owned:
    """What it holds now."""
    others = await holdings.organisations(house.owner) - {A, B, C}
    ids = {**await holdings.ids_of(house.owner, organisation), **house.made.get(organisation, {})}
    # Not the chief himself: he would end his own post.
    chief = await house.someone(organisation, house.permissions)
    ids = {
        place: [one for one in some if one not in {chief.person, chief.post}] for place, some in ids.items()
    }
    return Owned(organisation, {place: some for place, some in ids.items() if some}, min(others))


async def plant(house: House, organisation: UUID, targets: Iterable[Target]) -> list[str]:
    """Make something of every kind, with the organisation's own word in it; names of what succeeded."""
    chief, done = await house.chief(organisation), []
    for target in targets:
        if not target.path.rpartition("/")[2].startswith(PLANTING):
            continue
        mine = await owned(house, organisation)
        path, content = fill(target, pick=_own(mine), word=word_of(organisation))
        answer = await _call(house, chief, target, path, content)
        if answer.status == 200:
            done.append(target.name)
            if isinstance(content, dict) and "id" in content:
                kind = target.path.rpartition("/")[2].removesuffix("s")
                house.made.setdefault(organisation, {})[f"{kind}.id"] = [UUID(content["id"])]
    await holdings.sealed(house.owner, organisation)
    return done


async def open_at_home(house: House, organisation: UUID, targets: Iterable[Target]) -> list[str]:
    """The doors that answer 200 to somebody who may do everything, about what is his organisation's own."""
    chief, opened = await house.chief(organisation), []
    for target in targets:
        mine = await owned(house, organisation)
        path, content = fill(target, pick=_own(mine), word=word_of(organisation))
        answer = await _call(house, chief, target, path, content)
        if answer.status < 300:
            opened.append(str(target))
    return opened


def _own(mine: Owned) -> Pick:
    """Own ids where there are any; what nobody has yet is new."""
    known = {"home": mine.organisation, "organisation": mine.organisation, "recipient": mine.neighbour}
    return lambda name: known.get(name) or mine.first(name) or new_id()


@dataclass
class Trial:
    """One caller against one owner."""

    house: House
    caller: UUID
    owner: UUID
    mine: Owned
    theirs: Owned
    public: frozenset[str]
    """Ids that anybody may see."""
    secret: frozenset[str]
    """Ids that only the owner has."""

    async def check(self, target: Target) -> list[str]:
        """Everything that is wrong with a door, called by somebody who may do everything at home."""
        before = await holdings.checksums(self.house.owner, self.owner)
        faults = await self._read(target)
        after = await holdings.checksums(self.house.owner, self.owner)
        return faults + [f"{target} changes {table}" for table in before if before[table] != after[table]]

    async def _read(self, target: Target) -> list[str]:
        wanted, faults = ids_wanted(target), []
        if not wanted:
            return await self._hunt(target, _own(self.mine), "nothing foreign")
        for name in wanted:
            for place, foreign in self._foreign(name):
                faults += await self._hunt(target, _swap(self.mine, name, foreign), f"{name}={place}")
            faults += await self._tell_apart(target, name)
        return faults

    def _foreign(self, name: str) -> Iterator[tuple[str, UUID]]:
        yield "organisation", self.owner
        fitting = self.theirs.first(name)
        if fitting:
            yield "fitting", fitting
        yield from self.theirs.samples()

    async def _hunt(self, target: Target, pick: Pick, what: str) -> list[str]:
        """Whether an answer holds an id or a word of the owner that the caller did not send."""
        chief = await self.house.chief(self.caller)
        path, content = fill(target, pick=pick, word=word_of(self.caller))
        answer = await _call(self.house, chief, target, path, content)
        shown = answer.body if isinstance(answer.body, bytes) else msgspec.json.encode(answer.body)
        text, sent = shown.decode("utf-8", "replace"), path + str(content)
        leaked = {found for found in UUIDS.findall(text) if found in self.secret and found not in sent}
        if leaked:
            # What the caller wrote into its own rows, by an earlier call, it may read there.
            leaked -= {str(one) for one in await _all_ids(self.house, self.caller)}
        faults = [f"{target} with {what} shows {_place(self.theirs, found)}" for found in sorted(leaked)[:3]]
        if word_of(self.owner) in text:
            faults.append(f"{target} with {what} shows text of the other organisation")
        if answer.status >= 500:
            faults.append(f"{target} with {what} fails: {answer.status} {answer.code}")
        return faults

    async def _tell_apart(self, target: Target, name: str) -> list[str]:
        """Whether a foreign record answers otherwise than one that does not exist."""
        foreign = self.theirs.first(name)
        if foreign is None or str(foreign) in self.public:
            return []
        chief, answers = await self.house.chief(self.caller), []
        for one in (new_id(), foreign):
            pick = _swap(self.mine, name, one)
            path, content = fill(target, pick=pick, word=word_of(self.caller))
            answers.append(await _call(self.house, chief, target, path, content))
        nothing, theirs = answers
        same = (nothing.status, nothing.code) == (theirs.status, theirs.code)
        if same and (nothing.status != 200 or _shape(nothing) == _shape(theirs)):
            return []
        return [
            f"{target} tells a foreign {name} from none: {theirs.status} {theirs.code},"
            f" not {nothing.status} {nothing.code}"
        ]


def _shape(answer: Answer) -> Any:
    """An answer without its ids, which differ from call to call."""
    raw = answer.body if isinstance(answer.body, bytes) else msgspec.json.encode(answer.body)
    return re.sub(r"[0-9]+", "0", UUIDS.sub("id", raw.decode("utf-8", "replace")))


def _swap(mine: Owned, name: str, foreign: UUID) -> Pick:
    own = _own(mine)
    return lambda asked: foreign if asked == name else own(asked)


def _place(theirs: Owned, found: str) -> str:
    return next((place for place, ids in theirs.ids.items() if UUID(found) in ids), "an id")


async def trial(house: House, *, caller: UUID, owner: UUID) -> Trial:
    """Ready to check, once both have something; nothing is shared between the two."""
    await house.owner.execute(
        "delete from organisations.grant_given where organisation_id = $1 and recipient_id = $2",
        owner,
        caller,
    )
    mine, theirs = await owned(house, caller), await owned(house, owner)
    everybody = await holdings.organisations(house.owner)
    public = {str(one) for one in everybody}
    elsewhere = {str(one) for one in await holdings.ids_elsewhere(house.owner, owner)}
    secret = {str(one) for one in await _all_ids(house, owner)} - elsewhere - public
    return Trial(house, caller, owner, mine, theirs, frozenset(public), frozenset(secret))


async def _all_ids(house: House, organisation: UUID) -> set[UUID]:
    found = await holdings.ids_of(house.owner, organisation)
    return {one for ids in found.values() for one in ids}


async def _call(house: House, chief: Device, target: Target, path: str, content: Any) -> Answer:
    """A call by somebody who undoes what an earlier call did to himself.

    He signs in again when it locked, ended or revoked him, and switches on again what it switched off.
    """
    answer = await call(chief, target, path, content)
    if answer.status in {401, 423}:
        chief.renew()
        await chief.continue_as(chief.session["person"], post=chief.session["post"])
        await chief.verify()
    elif answer.code == "gate.module_off":
        await chief.post("/api/organisations/switch-module-on", {"name": target.module})
    else:
        return answer
    return await call(chief, target, path, content)

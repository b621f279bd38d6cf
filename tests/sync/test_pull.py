"""S4–S8, S10–S13: what a phone holds after pulling is what it may hold, whatever came in between."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Collection, Sequence
from datetime import timedelta
from uuid import UUID

import msgspec
import pytest

from focus.core import clock
from focus.core.feed import RecordStale, Saves
from focus.core.feed.pruning import compact, prune
from focus.core.ids import new_id
from focus.core.registry import Synced
from focus.core.sync import pull as pulling
from focus.core.sync.pull import Puller
from focus.core.sync.wire import Record, State
from tests.support.notes.module import NOTE, Note
from tests.support.station import Station
from tests.sync.phone import Held, Phone

BUCKETS = ("org", "unit:1", "unit:2", "unit:3", "person:1")


class Field:
    """One organisation, its writers and phones."""

    def __init__(self, noted: Station) -> None:
        self.database = noted.platform.database
        self.owner = noted.owner
        self.organisation = new_id()
        self.told: list[Sequence[Record]] = []

    async def write(
        self, note: UUID, to: Collection[str] | None, *, text: str = "", late: float = 0.0, fail: bool = False
    ) -> None:
        """Save a note into these buckets, or strike it, and commit only after a while."""
        try:
            async with self.database.transaction(self.organisation) as tx:
                saves = Saves(tx)
                await saves.hold(NOTE, note)
                if to is None:
                    saves.gone(NOTE, note)
                else:
                    saves.save(NOTE, Note(note, text, tuple(to)))
                await saves.write()
                await asyncio.sleep(late)
                1 // int(not fail)
        except (ZeroDivisionError, RecordStale):  # two made the same note at once: the second is refused
            return

    async def pull(
        self,
        phone: Phone,
        mine: Collection[str],
        *,
        kinds: Sequence[Synced] = (NOTE,),
        page: int = 7,
        cut: int | None = None,
    ) -> None:
        """Pull; `cut`: the line breaks after so many pieces."""

        async def told(records: Sequence[Record]) -> None:
            self.told.append(records)

        reading = self.database.reading(self.organisation)
        puller = Puller(reading, frozenset(mine), kinds, told, page=page)
        count = 0
        async for piece in puller.lines(_copied(phone.state)):
            if cut is not None and count >= cut:
                return
            count += 1
            for line in piece.split(b"\n"):
                phone.apply(line)

    async def truth(self, mine: Collection[str]) -> Held:
        rows = await self.owner.fetch(
            """select type, id, version, body, buckets from feed.record
               where organisation_id = $1 and body is not null and buckets && $2::text[]""",
            self.organisation,
            list(mine),
        )
        return {
            (row["type"], str(row["id"])): (
                row["version"],
                msgspec.json.decode(row["body"]),
                frozenset(row["buckets"]) & frozenset(mine),
            )
            for row in rows
        }


def _copied(state: State | None) -> State | None:
    return msgspec.json.decode(msgspec.json.encode(state), type=State) if state else None


@pytest.fixture
def house(noted: Station) -> Field:
    return Field(noted)


async def test_everything_then_only_what_is_new(house: Field) -> None:
    notes = [new_id() for _ in range(20)]
    for note in notes:
        await house.write(note, ["org"])
    phone = Phone()
    await house.pull(phone, ["org"])
    assert (len(phone.rows), phone.whole) == (20, True)
    house.told.clear()
    await house.pull(phone, ["org"])
    assert house.told == []
    await house.write(notes[3], ["org"], text="new")
    await house.pull(phone, ["org"])
    assert [record.i for records in house.told for record in records] == [notes[3]]
    assert phone.rows == await house.truth(["org"])


async def test_what_leaves_a_bucket_is_gone_and_what_comes_is_there(house: Field) -> None:
    note, phone = new_id(), Phone()
    await house.write(note, ["unit:1"])
    await house.pull(phone, ["unit:1"])
    await house.write(note, ["unit:2"])
    await house.pull(phone, ["unit:1"])
    assert phone.rows == {}
    await house.pull(phone, ["unit:1", "unit:2"])
    assert phone.rows == await house.truth(["unit:1", "unit:2"]) != {}


async def test_a_lost_bucket_goes_in_the_first_line(house: Field) -> None:
    both, one, phone = new_id(), new_id(), Phone()
    await house.write(both, ["unit:1", "unit:2"])
    await house.write(one, ["unit:1"])
    await house.pull(phone, ["unit:1", "unit:2"])
    await house.pull(phone, ["unit:2"], cut=1)
    assert [key[1] for key in phone.rows] == [str(both)]


async def test_a_type_that_is_not_permitted_is_never_sent_and_goes_when_it_is_lost(house: Field) -> None:
    phone = Phone()
    await house.write(new_id(), ["org"])
    await house.pull(phone, ["org"], kinds=())
    assert (phone.rows, house.told) == ({}, [])
    await house.pull(phone, ["org"])
    assert len(phone.rows) == 1
    await house.pull(phone, ["org"], kinds=())
    assert phone.rows == {}


async def test_a_type_that_comes_later_is_filled_in_buckets_held_before(house: Field) -> None:
    other = Synced(
        "notes.other", Note, buckets=lambda note: note.to, needs="notes.use", offline=timedelta(hours=1)
    )
    phone = Phone()
    await house.write(new_id(), ["org"])
    await house.pull(phone, ["org"], kinds=[other])
    await house.pull(phone, ["org"], kinds=[other, NOTE])
    assert phone.rows == await house.truth(["org"]) != {}


async def test_nothing_leaves_before_it_is_told(house: Field) -> None:
    await house.write(new_id(), ["org"])

    async def refuses(records: Sequence[Record]) -> None:
        raise ZeroDivisionError

    phone = Phone()
    puller = Puller(house.database.reading(house.organisation), frozenset(["org"]), [NOTE], refuses)
    with pytest.raises(ZeroDivisionError):
        async for piece in puller.lines(None):
            for line in piece.split(b"\n"):
                phone.apply(line)
    assert (phone.rows, phone.whole) == ({}, False)


@pytest.mark.parametrize("cut", range(9))
async def test_a_fill_that_is_cut_anywhere_goes_on(house: Field, cut: int) -> None:
    notes = [new_id() for _ in range(20)]
    for number, note in enumerate(notes):
        await house.write(note, [BUCKETS[number % 3]])
    phone, mine = Phone(), BUCKETS[:3]
    await house.pull(phone, mine, page=4, cut=cut)
    await house.write(notes[0], None)
    await house.write(notes[5], ["unit:3"])
    await house.write(new_id(), ["org"])
    await house.pull(phone, mine[:2], page=4, cut=2)
    await house.pull(phone, mine, page=4)
    assert phone.rows == await house.truth(mine)


@pytest.mark.parametrize(
    "cursor", ["", "x", "9:1:", "5:9:7,6", "1:99999999999999999999:", "0:0:", "10:20:30"]
)
async def test_a_cursor_that_was_never_given_begins_anew_or_harms_nobody_else(
    house: Field, cursor: str
) -> None:
    await house.write(new_id(), ["org"])
    phone = Phone()
    await house.pull(phone, ["org"])
    assert phone.state
    phone.state.cursor = cursor
    await house.pull(phone, ["org"])
    assert phone.rows == await house.truth(["org"])


async def test_after_another_epoch_everything_is_filled_and_the_rest_is_swept(house: Field) -> None:
    phone, note = Phone(), new_id()
    await house.write(note, ["org"])
    await house.pull(phone, ["org"])
    phone.rows["notes.note", str(new_id())] = (9, {}, frozenset(["org"]))
    assert phone.state
    phone.state.epoch = "another"
    await house.pull(phone, ["org"], cut=1)
    assert not phone.whole and len(phone.rows) == 2
    await house.pull(phone, ["org"])
    assert phone.rows == await house.truth(["org"])


async def test_whoever_was_away_for_longer_than_the_feed_begins_anew(house: Field, noted: Station) -> None:
    away, note = Phone(), new_id()
    await house.write(note, ["org"])
    await house.pull(away, ["org"])
    await house.write(note, None)
    now = Phone()
    await house.pull(now, ["org"])
    async with house.database.transaction(house.organisation) as tx:
        assert await prune(noted.platform, tx, clock.now() + timedelta(seconds=1)) >= 2
    await house.pull(away, ["org"])
    assert away.rows == {}
    before = now.state
    await house.pull(now, ["org"])
    assert before and now.state and now.state.held == {"org": ""}


async def entries(house: Field) -> int:
    sql = "select count(*) from feed.entry where organisation_id = $1"
    return int(await house.owner.fetchval(sql, house.organisation))


async def test_what_changes_often_leaves_one_entry_and_whoever_was_away_misses_nothing(house: Field) -> None:
    crew, other, away, elsewhere = new_id(), new_id(), Phone(), Phone()
    await house.write(crew, ["unit:1"])
    await house.write(other, ["unit:1"])
    await house.pull(away, ["unit:1"])
    await house.pull(elsewhere, ["unit:2"])
    for turn in range(50):
        await house.write(crew, ["unit:1", "unit:2"], text=str(turn))
    await house.write(crew, ["unit:2"], text="gone on")
    await house.write(other, ["unit:1"], text="new")
    for turn in range(50):
        await house.write(crew, ["unit:2"], text=f"{turn} there")
    assert await entries(house) > 150
    async with house.database.transaction(house.organisation) as tx:
        assert await compact(tx) > 90
        assert await compact(tx) == 0
    await house.pull(away, ["unit:1"])
    await house.pull(elsewhere, ["unit:2"])
    assert away.rows == await house.truth(["unit:1"])
    assert elsewhere.rows == await house.truth(["unit:2"])
    await house.write(crew, None)
    async with house.database.transaction(house.organisation) as tx:
        await compact(tx)
    await house.pull(elsewhere, ["unit:2"])
    assert elsewhere.rows == {}


async def storm(house: Field, seed: int, *, among: int = 40, steady: bool = False) -> list[tuple[Held, Held]]:
    """Sixteen writers, late and failing commits, four phones that change buckets and are cut off; meanwhile
    the feed is made small.

    `steady`: phones whose buckets stay, so that no fill makes good what a change lost.
    """
    chance = random.Random(seed)
    notes = [new_id() for _ in range(among)]
    over = asyncio.Event()

    async def writer() -> None:
        for _ in range(25):
            to = None if chance.random() < 0.2 else chance.sample(BUCKETS, chance.randint(1, 3))
            await house.write(
                chance.choice(notes),
                to,
                text=str(chance.random()),
                late=chance.random() * 0.03,
                fail=chance.random() < 0.1,
            )

    async def puller(phone: Phone) -> list[str]:
        mine: list[str] = []
        while not over.is_set():
            mine = list(BUCKETS) if steady else chance.sample(BUCKETS, chance.randint(1, 5))
            await house.pull(phone, mine, page=chance.randint(2, 9), cut=chance.choice([None, 1, 2, 3, 5]))
            await asyncio.sleep(chance.random() * 0.01)
        return mine

    async def compacter() -> None:
        while not over.is_set():
            async with house.database.transaction(house.organisation) as tx:
                await compact(tx)
            await asyncio.sleep(0.01)

    phones = [Phone() for _ in range(4)]
    compacting = asyncio.create_task(compacter())
    pulls = [asyncio.create_task(puller(phone)) for phone in phones]
    await asyncio.gather(*(writer() for _ in range(16)))
    over.set()
    await compacting
    found: list[tuple[Held, Held]] = []
    for phone, task in zip(phones, pulls, strict=True):
        mine = await task
        await house.pull(phone, mine)
        found.append((phone.rows, await house.truth(mine)))
    return found


@pytest.mark.parametrize("steady", [False, True])
@pytest.mark.parametrize("seed", range(2))
async def test_after_a_storm_each_phone_holds_what_it_may(house: Field, seed: int, steady: bool) -> None:
    for held, truth in await storm(house, seed, steady=steady):
        assert held == truth != {}


async def test_the_storm_finds_a_cursor_that_skips_late_commits(
    noted: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newest transaction seen as cursor loses what commits later under a smaller number."""
    naive = pulling._CHANGED.replace("pg_current_snapshot()::text", _NAIVE)
    monkeypatch.setattr(pulling, "_CHANGED", naive)
    wrong = 0
    for seed in range(4):
        wrong += sum(held != truth for held, truth in await storm(Field(noted), seed, among=300, steady=True))
    assert wrong > 0


_NAIVE = """(select (coalesce(max(e.xid)::text::bigint, 1) + 1)::text || ':' ||
  (coalesce(max(e.xid)::text::bigint, 1) + 1)::text || ':' from feed.entry e)"""


async def test_whoever_resumes_a_round_hears_also_what_came_since(house: Field) -> None:
    notes = sorted(new_id() for _ in range(12))
    for note in notes:
        await house.write(note, ["org"])
    phone = Phone()
    await house.pull(phone, ["org"])
    for note in notes:
        await house.write(note, ["org"], text="second")
    await house.pull(phone, ["org"], page=4, cut=2)
    assert phone.state and phone.state.next
    await house.write(notes[0], ["org"], text="third")
    await house.pull(phone, ["org"], page=4)
    assert phone.rows == await house.truth(["org"])

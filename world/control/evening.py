"""An evening of incidents, as its control room would send it: in order, out of order, twice, wrong.

Pure and repeatable: the same seed is the same evening. Times are seconds from its beginning; `sending.py`
makes them moments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

from world.town.addresses import Town

from .stories import Story, stories

HOURS = 8
CREWS = tuple(f"{team}-{number}" for team in ("NO", "ZU", "CE", "WE", "VK") for number in range(1, 9))
SOURCE = "meldkamer.lindevallei.example"
STEPS = ("assigned", "accepted", "en_route", "on_scene", "available")
_MISTAKES = ("twice", "late", "broken", "wrong", "again")


@dataclass(frozen=True)
class Sending:
    """One message as it leaves the control room."""

    at: float
    """Seconds from the evening's beginning."""
    id: str
    said: dict[str, Any] | bytes
    """The message, its times as seconds under `At`; octets where it is no message at all."""
    mistake: str = ""
    """`twice`: the same once more; `late`: after its successor; `broken`: no JSON; `wrong`: a wrong type;
    `again`: one of an hour ago once more."""


@dataclass(frozen=True)
class At:
    """A moment, in seconds from the evening's beginning."""

    seconds: float


@dataclass
class Truth:
    """An incident as it is in the end, whatever happened to its messages on the way."""

    reference: str
    title: str
    priority: int
    street: str
    number: str
    lines: list[str] = field(default_factory=list)
    crews: dict[str, str] = field(default_factory=dict)
    """By call sign the state that was told last."""
    state: str = "open"
    result: str = ""


@dataclass(frozen=True)
class Evening:
    """What is sent, in that order, and what is true when everything has arrived."""

    sendings: tuple[Sending, ...]
    truths: tuple[Truth, ...]


def evening(town: Town, *, seed: int = 1, incidents: int = 200, mistakes: float = 0.06) -> Evening:
    """An evening of so many incidents. `mistakes`: how many of the messages go wrong in some way."""
    luck = Random(f"evening {seed}")
    kinds = luck.choices(stories(), [one.often for one in stories()], k=incidents)
    begins = sorted(luck.uniform(0, HOURS * 3600 * 0.9) for _ in kinds)
    free = dict.fromkeys(CREWS, 0.0)
    sendings: list[Sending] = []
    truths = []
    for number, (story, begin) in enumerate(zip(kinds, begins, strict=True)):
        one = _Incident(town, luck, story, f"LV{seed}-{number + 1:04}", begin)
        sendings += one.told(free)
        truths.append(one.truth)
    sendings.sort(key=lambda one: one.at)
    return Evening(tuple(_slips(luck, sendings, mistakes)), tuple(truths))


class _Incident:
    """One incident from the call to its end."""

    def __init__(self, town: Town, luck: Random, story: Story, reference: str, begin: float) -> None:
        self.luck, self.story, self.begin = luck, story, begin
        self.reference = reference
        self.sequence = 0
        self.length = luck.uniform(*story.minutes) * 60
        self.place = _place(town, luck)
        self.truth = Truth(
            reference=self.reference,
            title=luck.choice(story.titles),
            priority=story.priority,
            street=self.place["address"]["street"],
            number=self.place["address"]["number"],
        )

    def told(self, free: dict[str, float]) -> list[Sending]:
        """Its messages in their order; `free` says when each crew is free again, and is kept up."""
        sent = [self._new()]
        sent += self._remarks()
        sent += self._crews(free)
        if self.luck.random() < 0.25:
            sent.append(self._corrected())
        sent.sort(key=lambda one: one[0])
        closing = sent[-1][0] + self.luck.uniform(20, 120)
        self.truth.state, self.truth.result = "closed", self.luck.choice(self.story.ends)
        sent.append((closing, {"kind": "close", "result": self.truth.result}))
        return [self._sending(at, said) for at, said in sent]

    def _sending(self, at: float, said: dict[str, Any]) -> Sending:
        self.sequence += 1
        made = str(UUID(int=self.luck.getrandbits(128), version=4))
        message = {
            "version": 1, "id": made, "source": SOURCE, "incident_id": self.reference, "sent_at": At(at),
            "sequence": self.sequence, **said,
        }  # fmt: skip
        for line in said.get("log", ()):
            self.truth.lines.append(line["text"])
        self.truth.lines += [one["text"] for one in said.get("cautions", ())]
        for one in said.get("resources", ()):
            self.truth.crews[one["name"]] = one["stages"][-1]["state"]
        return Sending(at, made, message)

    def _new(self) -> tuple[float, dict[str, Any]]:
        story, luck = self.story, self.luck
        said: dict[str, Any] = {
            "kind": "new", "state": "open", "started_at": At(self.begin), "title": self.truth.title,
            "incident_kind": story.kind, "places": [self.place], "local_id": self.reference,
            "priority": {"level": story.priority, "lights": story.lights},
        }  # fmt: skip
        persons = [_person("caller", "caller", full_name="Melder Verzonnen", phones=[_phone(luck)])]
        for one in range(story.suspects):
            names = {"family_name": "Verzonnen", "given_names": f"Dader {one + 1}"}
            persons.append(_person(f"p{one}", "accused", **names))
        said["persons"] = persons if luck.random() < 0.8 else persons[1:]
        if story.vehicles:
            said["vehicles"] = [
                {"id": f"v{one}", "plate": _plate(luck), "colour": luck.choice(("grijze", "zwarte", "witte"))}
                for one in range(story.vehicles)
            ]
        if luck.random() < story.weapon:
            said["cautions"] = [{"id": "c1", "text": "mogelijk mes", "weapon": True}]
        return self.begin + luck.uniform(5, 40), said

    def _remarks(self) -> Iterator[tuple[float, dict[str, Any]]]:
        count = self.luck.randint(1, len(self.story.lines))
        for number, text in enumerate(self.luck.sample(self.story.lines, count)):
            at = self.begin + 60 + self.luck.uniform(0, self.length * 0.5)
            line = {"id": f"{self.reference}/{number}", "at": At(at), "text": text, "author": "Meldkamer"}
            yield at, {"kind": "remark", "log": [line]}

    def _crews(self, free: dict[str, float]) -> Iterator[tuple[float, dict[str, Any]]]:
        """The crews that are free soonest, each from being sent to being available."""
        wanted = self.luck.randint(*self.story.crews)
        for sign in sorted(free, key=lambda one: (max(free[one], self.begin), self.luck.random()))[:wanted]:
            at = max(self.begin + 45, free[sign])
            for step in STEPS:
                at += self.luck.uniform(10, 60) if step != "available" else self.length * 0.6
                stage = {"state": step, "at": At(at)}
                yield at, {"kind": "status", "resources": [{"id": sign, "name": sign, "stages": [stage]}]}
                at += self.luck.uniform(60, 400) if step == "en_route" else 0
            free[sign] = at

    def _corrected(self) -> tuple[float, dict[str, Any]]:
        """The control room heard it wrong: another house number, or it is more urgent."""
        at = self.begin + self.luck.uniform(50, 300)
        if self.luck.random() < 0.5:
            self.truth.priority = max(1, self.truth.priority - 1)
            return at, {"kind": "update", "priority": {"level": self.truth.priority, "lights": True}}
        address = self.place["address"] | {"number": str(int(self.place["address"]["number"]) + 2)}
        self.truth.number = address["number"]
        return at, {"kind": "update", "places": [self.place | {"address": address}]}


def _place(town: Town, luck: Random) -> dict[str, Any]:
    row = luck.randrange(len(town.addresses))
    street = town.streets[int(town.addresses.street[row])]
    place = town.places[street.municipality]
    return {
        "id": "scene",
        "role": "incident",
        "address": {
            "street": street.name or street.name_fr,
            "number": str(int(town.addresses.house[row])),
            "postcode": place.postcode,
            "city": place.name,
            "country": "BE",
        },
        "point": {
            "longitude": round(float(town.addresses.lon[row]), 6),
            "latitude": round(float(town.addresses.lat[row]), 6),
            "uncertainty_m": 15.0,
        },
    }


def _person(made: str, role: str, **said: Any) -> dict[str, Any]:
    return {"id": made, "role": role, **said}


def _phone(luck: Random) -> str:
    return f"+3214000{luck.randint(100, 199)}"


def _plate(luck: Random) -> str:
    return "2-F" + "".join(luck.choice("ABCDEFGHJKLN") for _ in range(2)) + f"-{luck.randint(1, 999):03}"


def _slips(luck: Random, sendings: Sequence[Sending], share: float) -> Iterator[Sending]:
    """What goes wrong on the way; everything that was said rightly arrives at least once."""
    held: Sending | None = None
    for number, one in enumerate(sendings):
        slip = luck.choice(_MISTAKES) if luck.random() < share else ""
        if slip == "late" and held is None:
            held = one
            continue
        yield one
        if slip == "twice":
            yield Sending(one.at, one.id, one.said, "twice")
        elif slip == "broken":
            yield Sending(one.at, f"{one.id}-x", b'{"version": 1, "id": ', "broken")
        elif slip == "wrong":
            said = {**one.said, "id": f"{one.id}-y", "sequence": "one"}  # type: ignore[dict-item]
            yield Sending(one.at, f"{one.id}-y", said, "wrong")
        elif slip == "again":
            old = sendings[max(0, number - 60)]
            yield Sending(one.at, old.id, old.said, "again")
        if held is not None and luck.random() < 0.5:
            yield Sending(one.at, held.id, held.said, "late")
            held = None
    if held is not None:
        yield Sending(held.at, held.id, held.said, "late")

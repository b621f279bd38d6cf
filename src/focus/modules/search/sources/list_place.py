"""`[list]` of a source's file: where the list is, how it is written, how often it comes."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any, Literal

import msgspec

from focus.modules.search.sources.checking import Fault
from focus.modules.search.sources.durations import duration
from focus.modules.search.sources.settings import Settings, inline_secrets, unfilled

Format = Literal["csv", "parquet", "ftm", "jsonl"]


class ListPlace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Either `file` or `url`."""

    file: str = ""
    """A path; one that does not begin with `/` starts at the folder of the source's file."""
    url: str = ""
    headers: dict[str, str] = {}
    format: Format
    """`ftm`: FollowTheMoney entities, one JSON object a line."""
    delimiter: str = ","
    encoding: str = "utf-8"
    lines_in_cells: bool = False
    """CSV: a quoted cell may hold lines that look like rows; without, such a list is refused."""
    mode: Literal["full", "delta"] = "full"
    """`delta`: each file changes what is there, by `id`."""
    gone: dict[str, list[str]] = {}
    """Path → values: an element of a delta that has one of them takes its entry away."""
    every: str = ""
    """ISO 8601 duration between two looks; without it the list is loaded by hand."""
    max_age: str = "P7D"
    """Older than this, it no longer says that it knows nothing."""
    bad_share: float = 0.01
    """With a greater part of bad lines the whole list is refused."""
    least: int = 1
    """With fewer entries a full list is refused."""
    names: list[str] = []
    """Paths of further names under which a person is found: aliases."""
    births: list[str] = []
    """Paths of further birth dates under which a person is found."""
    organisation: str = ""
    """Code of the organisation whose own list it is; without it the whole installation shares it."""
    max_bytes: int = 4_000_000_000


def faults_of_place(kind: str, place: ListPlace | None, maps: Any) -> Iterator[Fault]:
    """What must hold between the fields of `[list]`."""
    if place is None:
        if kind == "list":
            yield Fault("list", "is missing; kind is list, so [list] must say where it is")
        return
    if kind != "list":
        yield Fault("list", f"kind is {kind}; leave [list] out")
        return
    yield from _where(place)
    yield from _numbers(place)
    for name in ("every", "max_age"):
        text = getattr(place, name)
        try:
            if text or name == "max_age":
                duration(text)
        except ValueError as problem:
            yield Fault(f"list.{name}", str(problem))
    if place.mode == "delta":
        for at, mapped in enumerate(maps):
            if not mapped.id:
                yield Fault(f"map[{at}].id", "is missing; a delta changes entries by their id")
    elif place.gone:
        yield Fault("list.gone", 'is for mode = "delta"')


def _where(place: ListPlace) -> Iterator[Fault]:
    if bool(place.file) == bool(place.url):
        yield Fault("list", "either file or url")
    if place.url and not place.url.startswith(("http://", "https://", "${")):
        yield Fault("list.url", f'"{place.url}" is no address: http://… or https://…')
    yield from inline_secrets("list.headers", place.headers)
    if len(place.delimiter) != 1:
        yield Fault("list.delimiter", "one character")
    try:
        "".encode(place.encoding)
    except LookupError:
        yield Fault("list.encoding", f"{place.encoding} is no character set")
    if place.format == "parquet" and find_spec("arro3") is None:
        yield Fault("list.format", 'parquet needs an extra: pip install "focus[parquet]"')


def _numbers(place: ListPlace) -> Iterator[Fault]:
    if not 0 <= place.bad_share < 1:
        yield Fault("list.bad_share", f"{place.bad_share} is not a part from 0 to 1")
    if place.least < 0:
        yield Fault("list.least", f"{place.least} is less than nothing")


def unfilled_place(place: ListPlace | None, settings: Settings) -> Iterator[Fault]:
    """What `[list]` takes from outside and is not there."""
    if place is None:
        return
    yield from unfilled("list.file", place.file, settings)
    yield from unfilled("list.url", place.url, settings)
    for name, value in place.headers.items():
        yield from unfilled(f"list.headers.{name}", value, settings)

"""A store as octets, to lie in a database or a file."""

from __future__ import annotations

import io
from functools import cache
from typing import Any, Final
from zlib import crc32

import numpy as np

from focus.core.names.index.building import Named, store_of
from focus.core.names.index.keys import plain_hash
from focus.core.names.index.store import Columns, Store
from focus.core.names.index.tokens import aliases_of, pairs_of
from focus.core.names.index.vocabulary import Vocabulary

_PROBES: Final = (
    "Van den Berghe, Jan Pieter", "el Amrani Mohammed", "Peeters-Janssens, Marie", "Dr. A. De Smet",
    "Шевченко, Олександр", "خالد بوشيخي", "王小明", "Müller née D'Hondt, Anne-Sophie", "O'Neill",
    "Abd el Kader Ben Ali",
)  # fmt: skip


def packed(store: Store) -> bytes:
    """For `unpacked`. Raises ValueError for a store that was changed: make it anew of its names."""
    if len(store.words.since) or store.words.since.forms:
        raise ValueError("a store with changes")
    buffer, save = io.BytesIO(), np.savez
    write: Any = save
    write(
        buffer,
        **{f"w_{name}": each for name, each in store.words.base.arrays.items()},
        **{f"c_{name}": each for name, each in store.columns._asdict().items()},
        version=np.array([_version(_PROBES)], np.uint32),
    )
    return buffer.getvalue()


def unpacked(octets: bytes) -> Store:
    """What `packed` wrote; names are taken apart anew when that is done otherwise by now."""
    with np.load(io.BytesIO(octets), allow_pickle=False) as arrays:
        found = {name: arrays[name] for name in arrays.files}
    columns = Columns(**{name: found[f"c_{name}"] for name in Columns._fields})
    if int(found["version"][0]) != _version(_PROBES):
        return store_of(_names_of(columns))
    base = Vocabulary({name[2:]: each for name, each in found.items() if name.startswith("w_")})
    return Store((base, Vocabulary.of([], first=len(base) + 1)), columns)


def _names_of(columns: Columns) -> list[Named]:
    whole, starts = columns.text.tobytes(), columns.starts.tolist()
    return [
        Named(owner, whole[starts[at] : starts[at + 1]].decode(), born)
        for at, (owner, born) in enumerate(zip(columns.owner.tolist(), columns.born.tolist(), strict=True))
    ]


@cache
def _version(probes: tuple[str, ...]) -> int:
    """Changes when names are taken apart otherwise, or words get other keys."""
    apart = [
        [(plain_hash(name), one.full, two.full, aliases_of(one)) for one, two in pairs_of(name)]
        for name in probes
    ]
    return crc32(repr((Vocabulary.version(), apart)).encode())

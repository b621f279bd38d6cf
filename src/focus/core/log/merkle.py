"""The Merkle tree of RFC 9162, section 2.1: hashes, proofs and their verification. Pure, no storage.

A subtree is written as the range of leaves that it covers, `(start, end)` with `end` exclusive.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

Range = tuple[int, int]

EMPTY_ROOT = sha256(b"").digest()
TILE_HEIGHT = 8
TILE_WIDTH = 1 << TILE_HEIGHT


def leaf_hash(entry: bytes) -> bytes:
    """The hash of one log entry: SHA-256(0x00 ‖ entry)."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node: SHA-256(0x01 ‖ left ‖ right)."""
    return sha256(b"\x01" + left + right).digest()


def split(count: int) -> int:
    """The largest power of two below `count` (> 1): the leaves in the left subtree."""
    return 1 << (count - 1).bit_length() - 1


def inclusion_ranges(index: int, size: int) -> list[Range]:
    """The subtrees whose roots prove leaf `index` in a tree of `size`, in the order of the proof."""
    if not 0 <= index < size:
        raise IndexError(f"no leaf {index} in a tree of {size}")
    start, end = 0, size
    ranges: list[Range] = []
    while end - start > 1:
        middle = start + split(end - start)
        if index < middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((start, middle))
            start = middle
    return ranges[::-1]


def consistency_ranges(old: int, new: int) -> list[Range]:
    """The subtrees whose roots prove that the tree of `new` leaves continues the one of `old`."""
    if not 0 < old <= new:
        raise IndexError(f"no proof from {old} to {new} leaves")
    start, end, whole = 0, new, True
    ranges: list[Range] = []
    while old < end:
        middle = start + split(end - start)
        if old <= middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((start, middle))
            start, whole = middle, False
    if not whole:
        ranges.append((start, end))
    return ranges[::-1]


def root_from_inclusion(leaf: bytes, *, index: int, size: int, path: Sequence[bytes]) -> bytes | None:
    """The root that `path` leads to, or None when its length does not fit (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return None
    position, last, root = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return None
        if position & 1 or position == last:
            root = node_hash(sibling, root)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            root = node_hash(root, sibling)
        position, last = position >> 1, last >> 1
    return root if last == 0 else None


def includes(leaf: bytes, *, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether the leaf hash stands at `index` in the tree of `size` with this root."""
    return root_from_inclusion(leaf, index=index, size=size, path=path) == root


def continues(*, old: int, old_root: bytes, new: int, new_root: bytes, path: Sequence[bytes]) -> bool:
    """Whether the new tree begins with exactly the old one (RFC 9162, 2.1.4.2)."""
    if old == new:
        return not path and old_root == new_root
    if old == 0:
        return not path and old_root == EMPTY_ROOT
    if old > new or not path:
        return False
    proof = list(path) if old & (old - 1) else [old_root, *path]
    position, last = old - 1, new - 1
    while position & 1:
        position, last = position >> 1, last >> 1
    first = second = proof[0]
    for sibling in proof[1:]:
        if last == 0:
            return False
        if position & 1 or position == last:
            first, second = node_hash(sibling, first), node_hash(sibling, second)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            second = node_hash(second, sibling)
        position, last = position >> 1, last >> 1
    return last == 0 and first == old_root and second == new_root


class Part(NamedTuple):
    """A perfect subtree inside one tile: `width` hashes (a power of two) from `offset` on."""

    level: int
    tile: int
    offset: int
    width: int


def parts_of(start: int, end: int) -> list[Part]:
    """The perfect subtrees, left to right, that make up a range taken from a proof."""
    parts = []
    while start < end:
        height = (end - start).bit_length() - 1
        level = height // TILE_HEIGHT
        first = start >> TILE_HEIGHT * level
        width = 1 << height - TILE_HEIGHT * level
        parts.append(Part(level, first >> TILE_HEIGHT, first & TILE_WIDTH - 1, width))
        start += 1 << height
    return parts


def perfect_root(hashes: Sequence[bytes]) -> bytes:
    """The root over a power of two of hashes."""
    row = list(hashes)
    while len(row) > 1:
        row = [node_hash(row[i], row[i + 1]) for i in range(0, len(row), 2)]
    return row[0]


def fold(peaks: Sequence[bytes]) -> bytes:
    """The root over perfect subtrees, the largest first."""
    if not peaks:
        return EMPTY_ROOT
    root = peaks[-1]
    for peak in reversed(peaks[:-1]):
        root = node_hash(peak, root)
    return root


def range_root(start: int, end: int, tile: Callable[[int, int], bytes]) -> bytes:
    """The root of a range, read from tiles: `tile(level, index)` gives concatenated hashes."""
    peaks = []
    for part in parts_of(start, end):
        row = tile(part.level, part.tile)
        peaks.append(row_root(row[32 * part.offset : 32 * (part.offset + part.width)]))
    return fold(peaks)


@lru_cache(maxsize=512)
def row_root(row: bytes) -> bytes:
    """As `perfect_root`, over concatenated hashes; kept, because proofs of one tree share most parts."""
    while len(row) > 32:
        row = b"".join([sha256(b"\x01" + row[i : i + 64]).digest() for i in range(0, len(row), 64)])
    return row

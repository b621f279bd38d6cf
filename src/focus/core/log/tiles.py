"""Tiles as C2SP tlog-tiles lays them out, and a tree that grows by them.

A full tile holds 256 hashes (8,192 bytes). A partial tile stands only at the right edge, and its hashes
are those of the leaves (level 0) or the roots of the full tiles below it, so it is never stored itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from focus.core.log.merkle import TILE_HEIGHT, TILE_WIDTH, fold, node_hash, perfect_root


class Tile(NamedTuple):
    """A full tile and the hash that stands for it one level up."""

    level: int
    number: int
    hashes: bytes
    root: bytes


class TileName(NamedTuple):
    """A tile of a tree of a given size; `width` is 256 for a full one."""

    level: int
    number: int
    width: int


def tile_path(name: TileName, *, entries: bool = False) -> str:
    """Where tlog-tiles keeps a tile: tile/1/x001/234.p/17; with `entries`, the bundle of that tile."""
    digits = f"{name.number:d}"
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    groups = [digits[i : i + 3] for i in range(0, len(digits), 3)]
    number = "/".join([*(f"x{group}" for group in groups[:-1]), groups[-1]])
    partial = "" if name.width == TILE_WIDTH else f".p/{name.width}"
    return f"tile/{'entries' if entries else name.level}/{number}{partial}"


def tile_names(size: int) -> Iterable[TileName]:
    """Every tile of a tree of `size` leaves, level by level."""
    level, count = 0, size
    while count:
        for index in range(count // TILE_WIDTH):
            yield TileName(level, index, TILE_WIDTH)
        if count % TILE_WIDTH:
            yield TileName(level, count // TILE_WIDTH, count % TILE_WIDTH)
        level, count = level + 1, count // TILE_WIDTH


def edge_names(size: int) -> list[TileName]:
    """The partial tiles at the right edge, one per level; width 0 where a level ends on a full tile."""
    names, level, count = [], 0, size
    while count:
        names.append(TileName(level, count // TILE_WIDTH, count % TILE_WIDTH))
        level, count = level + 1, count // TILE_WIDTH
    return names


def bundle(entries: Iterable[bytes]) -> bytes:
    """An entry bundle: each entry behind its length, two bytes, big-endian."""
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


class GrowingTree:
    """The right edge of a log: all that is needed to append and to know the root.

    Appending costs two hashes on average, the root at most one per power of two in the size.
    """

    def __init__(self) -> None:
        self.size = 0
        self._peaks: list[bytes] = []
        self._edges: list[list[bytes]] = [[]]

    @classmethod
    def from_edges(cls, size: int, edges: Sequence[Sequence[bytes]]) -> GrowingTree:
        """Continue a log; `edges[level]` are the hashes of the partial tile of that level."""
        tree = cls()
        tree.size = size
        tree._edges = [list(edge) for edge in edges] or [[]]
        for edge in reversed(tree._edges):
            tree._peaks.extend(_peaks(edge))
        return tree

    def append(self, leaf: bytes) -> list[Tile]:
        """Add a leaf hash; returns the tiles that it completed, lowest level first."""
        node, position, height = leaf, self.size, 0
        completed = []
        self._edges[0].append(leaf)
        while position & 1:
            node = node_hash(self._peaks.pop(), node)
            position >>= 1
            height += 1
            if height % TILE_HEIGHT == 0:
                completed.append(self._complete(height // TILE_HEIGHT - 1, self.size >> height, node))
        self._peaks.append(node)
        self.size += 1
        return completed

    def root(self) -> bytes:
        return fold(self._peaks)

    def _complete(self, level: int, index: int, root: bytes) -> Tile:
        tile = Tile(level, index, b"".join(self._edges[level]), root)
        self._edges[level].clear()
        if level + 1 == len(self._edges):
            self._edges.append([])
        self._edges[level + 1].append(root)
        return tile


def _peaks(hashes: Sequence[bytes]) -> list[bytes]:
    peaks, start = [], 0
    while start < len(hashes):
        count = 1 << (len(hashes) - start).bit_length() - 1
        peaks.append(perfect_root(hashes[start : start + count]))
        start += count
    return peaks

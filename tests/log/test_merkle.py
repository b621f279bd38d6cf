"""The tree against a naive, recursive reading of RFC 9162 and against vectors known from RFC 6962 logs."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focus.core.log import focus_log_verify as standalone
from focus.core.log.merkle import (
    EMPTY_ROOT,
    consistency_ranges,
    continues,
    includes,
    inclusion_ranges,
    leaf_hash,
    range_root,
)
from focus.core.log.tiles import GrowingTree, Tile, edge_names, tile_names, tile_path

# The eight entries on which implementations of RFC 6962 agree since 2013, and their roots.
ENTRIES = [bytes.fromhex(text) for text in ("", "00", "10", "2021", "3031", "40414243")] + [
    bytes.fromhex("5051525354555657"),
    bytes.fromhex("606162636465666768696a6b6c6d6e6f"),
]
ROOTS = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}


def naive_root(entries: list[bytes]) -> bytes:
    if not entries:
        return sha256(b"").digest()
    if len(entries) == 1:
        return sha256(b"\x00" + entries[0]).digest()
    k = 1
    while k * 2 < len(entries):
        k *= 2
    return sha256(b"\x01" + naive_root(entries[:k]) + naive_root(entries[k:])).digest()


def naive_inclusion(m: int, entries: list[bytes]) -> list[bytes]:
    if len(entries) == 1:
        return []
    k = 1
    while k * 2 < len(entries):
        k *= 2
    if m < k:
        return [*naive_inclusion(m, entries[:k]), naive_root(entries[k:])]
    return [*naive_inclusion(m - k, entries[k:]), naive_root(entries[:k])]


def naive_consistency(m: int, entries: list[bytes], whole: bool = True) -> list[bytes]:
    if m == len(entries):
        return [] if whole else [naive_root(entries)]
    k = 1
    while k * 2 < len(entries):
        k *= 2
    if m <= k:
        return [*naive_consistency(m, entries[:k], whole), naive_root(entries[k:])]
    return [*naive_consistency(m - k, entries[k:], False), naive_root(entries[:k])]


class Grown:
    """A tree that keeps its tiles in memory, as the database keeps them."""

    def __init__(self, entries: list[bytes]) -> None:
        self.tree = GrowingTree()
        self.full: dict[tuple[int, int], Tile] = {}
        self.leaves: list[bytes] = []
        for entry in entries:
            self.leaves.append(leaf_hash(entry))
            for tile in self.tree.append(self.leaves[-1]):
                self.full[tile.level, tile.number] = tile

    def tile(self, level: int, number: int) -> bytes:
        if (level, number) in self.full:
            return self.full[level, number].hashes
        if level == 0:
            return b"".join(self.leaves[number * 256 : number * 256 + 256])
        below = [(level - 1, number * 256 + i) for i in range(256)]
        return b"".join(self.full[name].root for name in below if name in self.full)

    def proof(self, ranges: list[tuple[int, int]]) -> list[bytes]:
        return [range_root(start, end, self.tile) for start, end in ranges]


def entries_of(size: int) -> list[bytes]:
    return [b"entry %d" % i for i in range(size)]


@pytest.mark.parametrize("size", ROOTS)
def test_the_root_is_the_published_one(size):
    assert Grown(ENTRIES[:size]).tree.root().hex() == ROOTS[size]


@pytest.mark.parametrize("size", [0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 1000])
def test_the_root_of_a_grown_tree_is_that_of_the_recursive_definition(size):
    assert Grown(entries_of(size)).tree.root() == naive_root(entries_of(size))


def test_every_inclusion_proof_up_to_40_leaves_is_the_defined_one_and_verifies():
    for size in range(1, 41):
        entries, grown = entries_of(size), Grown(entries_of(size))
        for index in range(size):
            path = grown.proof(inclusion_ranges(index, size))
            assert path == naive_inclusion(index, entries)
            assert includes(grown.leaves[index], index=index, size=size, path=path, root=grown.tree.root())
            assert standalone.path_root(grown.leaves[index], index, size, path) == grown.tree.root()


def test_every_consistency_proof_up_to_40_leaves_is_the_defined_one_and_verifies():
    for new in range(1, 41):
        entries, grown = entries_of(new), Grown(entries_of(new))
        for old in range(1, new + 1):
            path = grown.proof(consistency_ranges(old, new))
            old_root, new_root = naive_root(entries[:old]), naive_root(entries)
            assert path == naive_consistency(old, entries)
            assert continues(old=old, old_root=old_root, new=new, new_root=new_root, path=path)
            assert standalone.grown_roots(old, new, path, old_root) == (old_root, new_root)


@pytest.mark.parametrize("index", [0, 255, 256, 65_535, 65_536, 69_999])
def test_a_proof_across_three_levels_of_tiles_verifies(index, big_tree):
    path = big_tree.proof(inclusion_ranges(index, 70_000))
    leaf = big_tree.leaves[index]
    assert includes(leaf, index=index, size=70_000, path=path, root=big_tree.tree.root())


@pytest.mark.parametrize("old", [1, 256, 65_536, 65_537, 69_999])
def test_a_consistency_proof_across_three_levels_of_tiles_verifies(old, big_tree):
    path = big_tree.proof(consistency_ranges(old, 70_000))
    old_root = Grown(entries_of(old)).tree.root()
    assert continues(old=old, old_root=old_root, new=70_000, new_root=big_tree.tree.root(), path=path)


@pytest.fixture(scope="module")
def big_tree():
    return Grown(entries_of(70_000))


def test_a_tree_of_70000_has_the_tiles_that_the_specification_counts():
    names = list(tile_names(70_000))
    full = [name for name in names if name.width == 256]
    assert [sum(1 for name in full if name.level == level) for level in (0, 1, 2)] == [273, 1, 0]
    assert [(n.level, n.width) for n in names if n.width < 256] == [(0, 112), (1, 17), (2, 1)]


def test_a_tree_of_256_ends_on_a_full_tile_and_a_partial_one_above():
    assert [tuple(name) for name in tile_names(256)] == [(0, 0, 256), (1, 0, 1)]


@pytest.mark.parametrize(
    ("level", "number", "width", "path"),
    [
        (0, 0, 256, "tile/0/000"),
        (1, 1_234_067, 17, "tile/1/x001/x234/067.p/17"),
        (0, 1_000, 1, "tile/0/x001/000.p/1"),
    ],
)
def test_a_tile_lies_where_the_specification_puts_it(level, number, width, path):
    from focus.core.log.tiles import TileName

    assert tile_path(TileName(level, number, width)) == path
    if level == 0:
        assert standalone.tile_path(number, width) == path


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1200), st.integers(0, 600))
def test_a_tree_continued_from_its_edges_grows_like_one_never_interrupted(size, more):
    before = Grown(entries_of(size))
    edges = [before.tile(n.level, n.number) for n in edge_names(size)]
    rows = [[row[i : i + 32] for i in range(0, len(row), 32)] for row in edges]
    tree = GrowingTree.from_edges(size, rows)
    for entry in entries_of(size + more)[size:]:
        tree.append(leaf_hash(entry))
    assert tree.root() == Grown(entries_of(size + more)).tree.root()


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_proof_with_one_changed_bit_fails_in_both_verifiers(data):
    size = data.draw(st.integers(2, 300))
    index = data.draw(st.integers(0, size - 1))
    grown = Grown(entries_of(size))
    path = grown.proof(inclusion_ranges(index, size))
    where = data.draw(st.integers(0, len(path) - 1))
    bit = data.draw(st.integers(0, 255))
    wrong = (int.from_bytes(path[where], "big") ^ 1 << bit).to_bytes(32, "big")
    path[where] = wrong
    leaf, root = grown.leaves[index], grown.tree.root()
    assert not includes(leaf, index=index, size=size, path=path, root=root)
    assert standalone.path_root(leaf, index, size, path) != root


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_proof_for_another_place_or_of_another_length_fails(data):
    size = data.draw(st.integers(2, 300))
    index, other = data.draw(st.lists(st.integers(0, size - 1), min_size=2, max_size=2, unique=True))
    grown = Grown(entries_of(size))
    path = grown.proof(inclusion_ranges(index, size))
    leaf, root = grown.leaves[index], grown.tree.root()
    for place, hashes in (
        (other, path),
        (index, path[:-1]),
        (index, [*path, EMPTY_ROOT]),
        (size + index, path),
    ):
        assert not includes(leaf, index=place, size=size, path=hashes, root=root)
        assert not standalone.proves(lambda: standalone.path_root(leaf, place, size, hashes), root)  # noqa: B023


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_fork_has_no_consistency_proof(data):
    new = data.draw(st.integers(2, 300))
    old = data.draw(st.integers(1, new - 1))
    changed = data.draw(st.integers(0, old - 1))
    entries = entries_of(new)
    forked = [*entries[:changed], b"another", *entries[changed + 1 :]]
    path = Grown(forked).proof(consistency_ranges(old, new))
    old_root, new_root = naive_root(entries[:old]), naive_root(forked)
    assert not continues(old=old, old_root=old_root, new=new, new_root=new_root, path=path)
    pair = (old_root, new_root)
    assert not standalone.proves(lambda: standalone.grown_roots(old, new, path, old_root), pair)

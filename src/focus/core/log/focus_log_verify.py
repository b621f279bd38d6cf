"""Checks an exported FOCUS log with nothing but Python's standard library. It asks no server anything.

    python -I focus_log_verify.py [BUNDLE] [--key KEY] [--checkpoint FILE]... [--list]

BUNDLE is the folder or zip file of an export (default: the folder of this file). Give with --key the log's
key as you received it by another way: whoever rewrites a whole log can also put another key beside it.
Give with --checkpoint each checkpoint you kept from earlier: the log must continue it. --list prints the
events. Exit status 0: everything is as it was signed; 1: faults, one a line; 2: not a bundle.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import sys
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

# Ed25519 (RFC 8032, 5.1) on extended coordinates (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
Point = tuple[int, int, int, int]


def add(p: Point, q: Point) -> Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def multiply(scalar: int, point: Point) -> Point:
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point, scalar = add(point, point), scalar >> 1
    return result


def decode_point(encoded: bytes) -> Point:
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        raise ValueError("not a point")
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        raise ValueError("not a point")
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)


BASE = decode_point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def ed25519_verifies(public_key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the signature over the message is that of the key; ValueError: one of them is no point."""
    scalar = int.from_bytes(signature[32:], "little")
    if len(public_key) != 32 or len(signature) != 64 or scalar >= ORDER:
        return False
    key, nonce = decode_point(public_key), decode_point(signature[:32])
    digest = int.from_bytes(hashlib.sha512(signature[:32] + public_key + message).digest(), "little")
    left, right = multiply(scalar, BASE), add(nonce, multiply(digest % ORDER, key))
    return all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))


def sha256(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right)


def tree_root(hashes: list[bytes]) -> bytes:
    """RFC 9162, 2.1.1, by rows: a hash without neighbour moves up as it is."""
    while len(hashes) > 1:
        pairs = [node(hashes[i], hashes[i + 1]) for i in range(0, len(hashes) - 1, 2)]
        hashes = pairs + hashes[len(pairs) * 2 :]
    return hashes[0] if hashes else sha256(b"")


def path_root(leaf: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """The root an inclusion proof leads to (RFC 9162, 2.1.3.1 read backwards)."""
    if size == 1 and index == 0 and not path:
        return leaf
    middle = 1 << (size - 1).bit_length() - 1
    if index < middle:
        return node(path_root(leaf, index, middle, path[:-1]), path[-1])
    return node(path[-1], path_root(leaf, index - middle, size - middle, path[:-1]))


def grown_roots(old: int, new: int, path: list[bytes], known: bytes | None) -> tuple[bytes, bytes]:
    """Old and new root from a consistency proof (2.1.4.1 backwards); `known` while the old tree is whole."""
    if old == new:
        (root,) = path if known is None else [known, *path]
        return root, root
    middle = 1 << (new - 1).bit_length() - 1
    if old <= middle:
        first, second = grown_roots(old, middle, path[:-1], known)
        return first, node(second, path[-1])
    first, second = grown_roots(old - middle, new - middle, path[:-1], None)
    return node(path[-1], first), node(path[-1], second)


def proves(claim: Callable[[], object], expected: object) -> bool:
    """Whether a proof holds; one of the wrong length does not."""
    try:
        return claim() == expected
    except (IndexError, ValueError):
        return False


def tile_path(number: int, width: int) -> str:
    digits = str(number).zfill(-(-len(str(number)) // 3) * 3)
    groups = [digits[i : i + 3] for i in range(0, len(digits), 3)]
    path = "/".join(["x" + group for group in groups[:-1]] + groups[-1:])
    return f"tile/0/{path}" + ("" if width == 256 else f".p/{width}")


b64 = partial(base64.b64decode, validate=True)


class Verification:
    """One pass over one bundle; what is wrong is gathered in `faults`."""

    def __init__(self, bundle: Path) -> None:
        self.archive = zipfile.ZipFile(bundle) if bundle.is_file() else None
        self.bundle = bundle
        self.faults: list[str] = []
        self.roots: dict[int, bytes] = {}
        self.log: dict[str, Any] = json.loads(self.read("log.json"))
        if self.log["format"] != "focus-log-1":
            raise ValueError("unknown format")
        self.size, self.origin = int(self.log["size"]), str(self.log["origin"])
        name, identifier, key = self.log["key"].split("+", 2)
        self.key = b64(key)[1:]
        self.key_id = sha256(name.encode() + b"\n\x01" + self.key)[:4]
        if name != self.origin or identifier != self.key_id.hex() or b64(key)[:1] != b"\x01":
            self.faults.append("key: the key in log.json does not belong to this log")

    def read(self, name: str) -> bytes:
        return self.archive.read(name) if self.archive else (self.bundle / name).read_bytes()

    def lines(self, name: str) -> Iterator[dict[str, Any]]:
        with self.archive.open(name) if self.archive else (self.bundle / name).open("rb") as file:
            yield from map(json.loads, filter(bytes.strip, file))

    def open_note(self, note: str) -> tuple[int, bytes]:
        """Size and root of a signed checkpoint of this log; raises ValueError."""
        text, separator, signatures = note.rpartition("\n\n")
        origin, size, root = (text + "\n").split("\n")[:3]
        if not separator or origin != self.origin or str(int(size)) != size or len(b64(root)) != 32:
            raise ValueError("not a checkpoint of this log")
        for line in signatures.splitlines():
            dash, name, encoded = line.split(" ", 2)
            if dash == "\u2014" and name == origin and b64(encoded)[:4] == self.key_id:
                if ed25519_verifies(self.key, b64(encoded)[4:], (text + "\n").encode()):
                    return int(size), b64(root)
                raise ValueError("its signature is wrong")
        raise ValueError("not signed by the log's key")

    def check_checkpoints(self) -> None:
        notes = [line["note"] for line in self.lines("checkpoints.ndjson")]
        for note in [*notes, self.read("checkpoint").decode()]:
            try:
                size, root = self.open_note(note)
            except ValueError as error:
                self.faults.append(f"signature: checkpoint of size {note.split(chr(10))[1:2]}: {error}")
                continue
            if self.roots.setdefault(size, root) != root:
                self.faults.append(f"fork: two signed checkpoints of size {size} differ")
        if self.size not in self.roots or max(self.roots) != self.size:
            self.faults.append(f"deleted: the signed checkpoints do not end at {self.size} events")
        proofs = {(line["old"], line["new"]): line["path"] for line in self.lines("consistency.ndjson")}
        sizes = sorted(self.roots)
        for old, new in zip(sizes, sizes[1:]):  # noqa: B905, RUF007 - Python 3.9 has neither
            path = list(map(b64, proofs.get((old, new), [])))
            pair = (self.roots[old], self.roots[new])
            if not proves(partial(grown_roots, old, new, path, pair[0]), pair):
                self.faults.append(f"fork: the log of {new} events is not shown to continue the one of {old}")

    def check_event(self, line: dict[str, Any], show: Callable[[str], object]) -> tuple[bytes, Any]:
        """The leaf hash of one event and its content (None: erased)."""
        index, entry, event = int(line["index"]), b64(line["entry"]), None
        where = f"event {index} ({line['id']})"
        if line["payload"] is not None:
            payload = line["payload"].encode()
            event = json.loads(payload)
            if sha256(b64(line["salt"]) + payload) != entry or len(b64(line["salt"])) != 32:
                self.faults.append(f"changed: {where}: content and commitment differ")
            if event["id"] != line["id"] or event["organisation_id"] != self.log["organisation"]:
                self.faults.append(f"changed: {where}: belongs to another place")
            show("\t".join([where, event["at"], event["kind"], str(event["person_id"]), str(event["what"])]))
        leaf = sha256(b"\x00" + entry)
        path = list(map(b64, line["path"]))
        if not proves(partial(path_root, leaf, index, self.size, path), self.roots.get(self.size)):
            self.faults.append(f"changed: {where}: its proof does not lead to the signed root")
        return leaf, event

    def check_events(self, show: Callable[[str], object]) -> None:
        leaves: list[bytes | None] = [None] * (self.size if self.log["complete"] else 0)
        seen: set[str] = set()
        missing: dict[str, int] = {}
        erasures: set[str] = set()
        for line in self.lines("events.ndjson"):
            leaf, event = self.check_event(line, show)
            index = int(line["index"])
            if line["id"] in seen or (leaves and not 0 <= index < self.size):
                self.faults.append(f"inserted: event {index} ({line['id']}) has no place in the log")
                continue
            seen.add(line["id"])
            if leaves:
                leaves[index] = leaf
            if event is None:
                missing[line["id"]] = index
            elif event["kind"] == "log.PayloadErased":
                erasures.add(event["what"]["event"])
        if self.log["complete"]:
            for gone in missing.keys() - erasures:
                self.faults.append(f"changed: event {missing[gone]} ({gone}): gone, but no erasure logged")
        self.leaves, self.shown = leaves, len(seen)

    def check_tree(self) -> None:
        stored = self.leaf_hashes()
        places = {leaf: index for index, leaf in enumerate(stored)}
        for index, leaf in enumerate(self.leaves):
            if leaf is None:
                self.faults.append(f"deleted: event {index} is missing")
            elif stored[index : index + 1] != [leaf]:
                if leaf in places:
                    self.faults.append(f"reordered: event {index} belongs at {places[leaf]}")
                else:
                    self.faults.append(f"changed: event {index} is not what was sealed")
        if len(stored) != self.size or tree_root(stored) != self.roots.get(self.size):
            self.faults.append(f"root: the {self.size} hashes do not give the signed root")

    def leaf_hashes(self) -> list[bytes]:
        """The hashes in the tiles of level 0; those above follow from them."""
        content = b""
        for start in range(0, self.size, 256):
            content += self.read(tile_path(start // 256, min(256, self.size - start)))
        return [content[i : i + 32] for i in range(0, len(content), 32)]

    def check_known(self, note: str) -> None:
        """A checkpoint that the reader kept: the log must continue it."""
        try:
            size, root = self.open_note(note)
        except ValueError as error:
            self.faults.append(f"signature: the checkpoint you kept: {error}")
            return
        ours = self.roots.get(size)
        if self.log["complete"] and size <= self.size:
            ours = tree_root(self.leaf_hashes()[:size])
        if ours != root:
            kind = "deleted" if size > self.size else "fork"
            self.faults.append(f"{kind}: the log is not shown to continue your checkpoint of {size} events")


def main() -> int:
    parser = argparse.ArgumentParser(description="Checks an exported FOCUS log, offline.")
    parser.add_argument("bundle", nargs="?", type=Path, default=Path(__file__).resolve().parent)
    parser.add_argument("--key", help="the log's key as received by another way")
    parser.add_argument("--checkpoint", type=Path, action="append", default=[], help="one you kept")
    parser.add_argument("--list", action="store_true", help="print the events")
    options = parser.parse_args()
    out = sys.stdout.write
    try:
        run = Verification(options.bundle)
        if options.key and options.key.strip() != run.log["key"]:
            run.faults.append("key: the bundle names another key than the one you gave")
        run.check_checkpoints()
        run.check_events(print if options.list else lambda _: None)
        if run.log["complete"]:
            run.check_tree()
        for path in options.checkpoint:
            run.check_known(path.read_text("utf-8"))
    except (OSError, KeyError, IndexError, TypeError, ValueError, zipfile.BadZipFile) as error:
        out(f"FAULT unreadable: {type(error).__name__}: {error}\n")
        return 2
    out("".join(f"FAULT {fault}\n" for fault in run.faults))
    extent = f"{'all' if run.log['complete'] else run.shown} of {run.size} events"
    out(f"{'FAULTS' if run.faults else 'OK'}: {run.origin}, {extent}, key {run.log['key']}\n")
    return 1 if run.faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""Samples with a few places changed: closer to what a reader expects than chance alone ever comes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import msgspec
from hypothesis import strategies as st

ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**63, -(2**63) - 1, 10**400, 1e308, -0.0, "", " ", "\0", "\ud800", "\u202e",
    "é" * 300, "x" * 5_000, "1e400", "NaN", "-", "0", "2026-02-30", "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00", "1985-00-00", "https://[", "//", "%", "\u0661\u0662", "²", [], {}, [[]],
    [None], {"": None}, {"type": []}, [[[[[[[[1]]]]]]]],
)  # fmt: skip
"""Values that readers have stumbled over."""
TOKENS = (
    b"", b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\r", b'"', b"'", b"<", b">", b"&", b"&#0;", b"]]>",
    b"<!--", b"<?x", b"<!DOCTYPE a [", b"{", b"}", b"[", b"]", b",", b":", b";", b"\n", b"\\u0000",
    b"\\ud800", b"-", b"9" * 40, b"1e999", b"NaN", b"\xc3", b"\xe2\x80\xae", b"%00", b"../", b"\x80\x84",
)  # fmt: skip
"""Octets that mean something to one reader or another."""

texts = st.text(max_size=12)
json_values = st.recursive(
    st.sampled_from(ODD) | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)


@st.composite
def damaged(draw: st.DrawFn, *samples: bytes) -> bytes:
    """One of the samples after up to four changes: octets, tokens, a part left out, doubled or cut off."""
    octets = draw(st.sampled_from(samples))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(octets)))
        to = min(len(octets), at + draw(st.integers(0, 40)))
        new = draw(st.sampled_from(TOKENS) | st.binary(max_size=6) | st.just(octets[at:to] * 2))
        octets = octets[:at] + new + octets[to:]
    return octets[: draw(st.integers(0, len(octets)))] if draw(st.integers(0, 9)) == 9 else octets


@st.composite
def changed_tree(draw: st.DrawFn, *samples: Any) -> Any:
    """One of the samples, plain JSON, with up to three values replaced, left out or named otherwise."""
    tree = json.loads(json.dumps(draw(st.sampled_from(samples))))
    for _ in range(draw(st.integers(0, 3))):
        places = list(_places(tree))
        if not places:
            break
        holder, key = places[draw(st.integers(0, len(places) - 1))]
        how = draw(st.integers(0, 5))
        if how == 5:
            del holder[key]
        elif how == 4 and isinstance(holder, dict):
            holder[draw(texts)] = holder.pop(key)
        else:
            # Later changes are made to it: what was drawn stays as it is.
            holder[key] = deepcopy(draw(json_values))
    return tree


def changed_json(*samples: Any) -> st.SearchStrategy[bytes]:
    """The same as octets, some of them damaged as octets besides."""
    whole = changed_tree(*samples).map(lambda tree: json.dumps(tree).encode())
    return whole | damaged(*(json.dumps(sample).encode() for sample in samples))


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """(holder, key) of every value."""
    for key in list(tree) if isinstance(tree, dict) else range(len(tree)):
        yield tree, key
        if isinstance(tree[key], dict | list):
            yield from _places(tree[key])


def unkeepable(value: Any) -> list[str]:
    """Texts that PostgreSQL does not keep. Raises UnicodeEncodeError for what is no Unicode."""
    return [text for text in _texts(json.loads(msgspec.json.encode(value))) if "\0" in text]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)

"""How right a partition is: pairwise and B-cubed precision and recall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Quality:
    """Shares from 0 to 1."""

    precision: float
    """Of the pairs on one card, those that are one person."""
    recall: float
    """Of the pairs that are one person, those on one card."""
    b_precision: float
    """The same for each record's card, all records weighing alike."""
    b_recall: float


def quality(groups: Iterable[Iterable[str]], truth: Mapping[str, int]) -> Quality:
    """`groups`: record keys by card; `truth`: record key → person."""
    of_person = Counter(truth.values())
    together = right = 0
    precision = recall = 0.0
    for group in groups:
        counted = Counter(truth[key] for key in group)
        size = counted.total()
        together += size * (size - 1) // 2
        for person, count in counted.items():
            right += count * (count - 1) // 2
            precision += count * count / size
            recall += count * count / of_person[person]
    meant = sum(count * (count - 1) // 2 for count in of_person.values())
    total = len(truth)
    return Quality(right / max(1, together), right / max(1, meant), precision / total, recall / total)

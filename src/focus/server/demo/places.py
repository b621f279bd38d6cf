"""Organisations, units and wards of the demo. Codes and NIS numbers belong to nobody."""

from __future__ import annotations

from math import cos, pi, radians, sin
from typing import Any, NamedTuple

from focus.core.organisations.records import OrganisationKind, UnitKind

MARKET = (4.86, 51.03)
"""Longitude and latitude of the market place of Lindebeek, as in the simulated registers."""

RING_M = 440.0
"""Radius of the ring road: the ward Centrum lies inside it."""

EDGE_M = 2_400.0


class DemoOrganisation(NamedTuple):
    """An organisation; the first of the list founds the others."""

    kind: OrganisationKind
    code: str
    names: dict[str, str]
    languages: tuple[str, ...] = ("nl",)


class DemoUnit(NamedTuple):
    """A unit of an organisation (its code)."""

    organisation: str
    code: str
    kind: UnitKind
    name: str
    parent: str | None = None


class DemoWard(NamedTuple):
    """A ward of PZ Lindevallei."""

    code: str
    name: str
    area: dict[str, Any]


ORGANISATIONS = (
    DemoOrganisation(
        "support",
        "DRI",
        {
            "nl": "Federale IT-ondersteuning",
            "fr": "Appui informatique fédéral",
            "de": "Föderale IT-Unterstützung",
            "en": "Federal IT support",
        },
        ("nl", "fr", "de"),
    ),
    DemoOrganisation("zone", "5999", {"nl": "PZ Lindevallei", "fr": "ZP Lindevallei"}),
    DemoOrganisation("zone", "5998", {"nl": "PZ Heikant", "fr": "ZP Heikant"}),
    DemoOrganisation("zone", "5997", {"nl": "PZ Zandrivier", "fr": "ZP Rivière-au-Sable"}, ("nl", "fr")),
    DemoOrganisation("municipality", "99901", {"nl": "Lindebeek", "fr": "Lindebeek"}),
    DemoOrganisation("prosecutor", "LDV", {"nl": "Parket Lindevallei", "fr": "Parquet de Lindevallei"}),
    DemoOrganisation("justice_house", "JH-LDV", {"nl": "Justitiehuis Lindebeek"}),
    DemoOrganisation(
        "federal_unit", "FERES", {"nl": "Federale reserve", "fr": "Réserve fédérale"}, ("nl", "fr", "de")
    ),
    DemoOrganisation(
        "oversight",
        "TPI",
        {"nl": "Toezicht politionele informatie", "fr": "Contrôle de l’information policière"},
        ("nl", "fr"),
    ),
)

UNITS = (
    DemoUnit("5999", "INT", "service", "Interventie"),
    DemoUnit("5999", "NO-2", "team", "Noord 2", "INT"),
    DemoUnit("5999", "NO-4", "team", "Noord 4", "INT"),
    DemoUnit("5999", "CE-1", "team", "Centrum 1", "INT"),
    DemoUnit("5999", "K9-1", "team", "Hondenteam 1", "INT"),
    DemoUnit("5999", "WIJK", "service", "Wijkwerking"),
    DemoUnit("5999", "WE-3", "team", "West 3", "WIJK"),
    DemoUnit("5999", "OO-1", "team", "Oost 1", "WIJK"),
    DemoUnit("5999", "LIK", "service", "Lokaal informatiekruispunt"),
    DemoUnit("5999", "LEI", "service", "Leiding en beheer"),
    DemoUnit("5998", "INT", "service", "Interventie"),
    DemoUnit("5998", "HE-7", "team", "Heikant 7", "INT"),
    DemoUnit("5997", "INT", "service", "Interventie"),
    DemoUnit("5997", "ZA-1", "team", "Zandrivier 1", "INT"),
    DemoUnit("FERES", "FR-1", "team", "Reserve 1"),
)

QUARTERS = ("Centrum", "Vaartkant", "Abdijwijk", "Molenveld", "Oude Baan", "Stationsbuurt", "Bosrand")

OTHER_TOWNS = (
    ("Molenheide", (5_600, 1_900)),
    ("Vaartdonk", (2_300, -5_200)),
    ("Hoogbeemd", (-4_900, 3_400)),
    ("Wilgenrode", (-5_300, -3_300)),
)
"""Centre in metres east and north of the market place of Lindebeek."""


def wards() -> list[DemoWard]:
    """Lindebeek in seven wards, a centre and six sectors as the registers cut it; one for each other town."""
    made = [DemoWard("LB-0", f"Lindebeek {QUARTERS[0]}", _polygon(_arc((0, 0), RING_M, 0, 2 * pi)))]
    for sector, quarter in enumerate(QUARTERS[1:]):
        begin, end = sector * pi / 3, (sector + 1) * pi / 3
        edge = _arc((0, 0), EDGE_M, begin, end) + _arc((0, 0), RING_M, end, begin)
        made.append(DemoWard(f"LB-{sector + 1}", f"Lindebeek {quarter}", _polygon(edge)))
    for number, (town, centre) in enumerate(OTHER_TOWNS, 1):
        made.append(DemoWard(f"WY-{number}", town, _polygon(_arc(centre, 2_000.0, 0, 2 * pi))))
    return made


def _arc(centre: tuple[float, float], radius: float, begin: float, end: float) -> list[tuple[float, float]]:
    """Points in metres from one angle to another, one for about each five degrees."""
    steps = max(1, round(abs(end - begin) / (pi / 36)))
    angles = (begin + (end - begin) * step / steps for step in range(steps + 1))
    return [(centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)) for angle in angles]


def _polygon(metres: list[tuple[float, float]]) -> dict[str, Any]:
    per_degree = 111_320 * cos(radians(MARKET[1]))
    ring = [[round(MARKET[0] + x / per_degree, 6), round(MARKET[1] + y / 110_574, 6)] for x, y in metres]
    return {"type": "Polygon", "coordinates": [ring if ring[0] == ring[-1] else [*ring, ring[0]]]}

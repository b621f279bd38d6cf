"""What registers hold about the cast: the stories of README.md as records."""

from __future__ import annotations

from datetime import date
from typing import Any

cast_records: dict[str, tuple[tuple[str, dict[str, Any]], ...]] = {
    "wanted": (
        (
            "jeroen",
            {
                "measure": "aanhouden op bevel",
                "since": date(2026, 11, 4),
                "authority": "parket Lindevallei",
                "offence": "inbraak",
                "danger": False,
            },
        ),
        (
            "namesake",
            {
                "measure": "verhoren",
                "since": date(2026, 6, 18),
                "authority": "parket Lindevallei",
                "offence": "heling",
                "danger": False,
            },
        ),
    ),
    "sis": (("ivan", {"article": "26", "since": date(2026, 2, 11), "country": "BG"}),),
    "interpol": (("ivan", {"notice": "red", "since": date(2026, 2, 20), "country": "BG"}),),
    "missing": (
        (
            "greta",
            {
                "since": date(2026, 11, 23),
                "worrying": True,
                "seen_at": None,
                "description": "1,62 m, grijs haar, beige regenjas, wandelstok; dementie",
            },
        ),
    ),
    "conditions": (
        (
            "jeroen",
            {
                "kinds": [
                    "contactverbod",
                    "gebiedsverbod",
                    "meldingsplicht",
                    "uurverbod",
                    "verblijf op adres",
                ],
                "area_around": None,
                "area_name": "Stationsbuurt",
                "since": date(2026, 10, 12),
                "until": date(2027, 1, 11),
                "issuer": "onderzoeksrechter",
                "breached": True,
            },
        ),
        (
            "kevin",
            {
                "kinds": ["contactverbod", "alcoholverbod"],
                "area_around": None,
                "area_name": None,
                "since": date(2026, 11, 2),
                "until": date(2027, 1, 31),
                "issuer": "raadkamer",
                "breached": False,
            },
        ),
    ),
    "orders": (
        (
            "kevin",
            {
                "protected": "nele",
                "address": None,
                "since": date(2026, 11, 16),
                "until": date(2026, 11, 30),
                "issuer": "parket Lindevallei",
            },
        ),
    ),
    "driving_bans": (
        (
            "jeroen",
            {
                "since": date(2026, 8, 1),
                "until": date(2027, 2, 1),
                "court": "politierechtbank Lindevallei",
                "categories": "alle",
            },
        ),
        (
            "lotte",
            {
                "since": date(2026, 9, 15),
                "until": date(2027, 3, 15),
                "court": "politierechtbank Lindevallei",
                "categories": "B",
            },
        ),
    ),
    "convictions": (
        (
            "jeroen",
            {"on": date(2021, 3, 18), "offence": "inbraak", "sentence": "gevangenisstraf met uitstel"},
        ),
        ("jeroen", {"on": date(2024, 6, 4), "offence": "heling", "sentence": "gevangenisstraf"}),
        ("kevin", {"on": date(2023, 10, 9), "offence": "slagen en verwondingen", "sentence": "werkstraf"}),
        ("dirk", {"on": date(2009, 5, 20), "offence": "rijden onder invloed", "sentence": "geldboete"}),
    ),
}
"""Name of the shelf → (key of the cast, fields). None in `address`, `seen_at`: the person's own home."""

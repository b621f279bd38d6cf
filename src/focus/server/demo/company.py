"""The rest of the zone's intervention: so many that a briefing has readers. Nobody in it exists."""

from __future__ import annotations

from typing import Final

NAMES: Final = (
    ("Anke", "Wouters"),
    ("Arne", "Hermans"),
    ("Britt", "Claes"),
    ("Cédric", "Mertens"),
    ("Daan", "Willems"),
    ("Dina", "El Amrani"),
    ("Eline", "Jacobs"),
    ("Emre", "Kaya"),
    ("Fien", "Michiels"),
    ("Gilles", "Desmet"),
    ("Hannah", "Segers"),
    ("Ibrahim", "Bouzid"),
    ("Jana", "Pauwels"),
    ("Jelle", "Vermeulen"),
    ("Karen", "De Smet"),
    ("Lars", "Baert"),
    ("Lien", "Coppens"),
    ("Maarten", "Stevens"),
    ("Naomi", "Hendrickx"),
    ("Pieter", "Bogaert"),
    ("Robin", "Martens"),
    ("Sarah", "Verbeeck"),
    ("Stef", "Moens"),
    ("Tine", "Van Damme"),
    ("Wout", "Geerts"),
    ("Zoë", "Peeters"),
)
TEAMS: Final = ("NO-2", "NO-4", "CE-1")
"""They are put into these in turn."""

CREWS: Final = (
    ("NO-2", "NO-2"),
    ("NO-4", "NO-4"),
    ("NO-6", "NO-4"),
    ("CE-1", "CE-1"),
    ("CE-3", "CE-1"),
    ("CE-5", "CE-1"),
    ("CE-7", "CE-1"),
    ("WE-3", "NO-2"),
)
"""Call sign and unit of those who are on duty this evening."""

"""A few people whose names are hard, among others who have nothing to do with them."""

from __future__ import annotations

from itertools import product

from focus.core.names.index import Entry

HARD = (
    Entry("jan", "Van den Berghe, Jan Pieter", "1985-03-02"),
    Entry("marie", "Peeters Janssens, Marie", "1990-11-04"),
    Entry("mohammed", "El Amrani, Mohammed Rachid", "1979-07-21"),
    Entry("willem", "Willems, Willem", "1960-05-06"),
    Entry("ming", "Wang, Xiao Ming", "1988-08-08"),
    Entry("olek", "Шевченко, Олександр", "1991-01-02"),
    Entry("bornhem", "Bornhem, Kathleen", "1972-09-13"),
    Entry("sahin", "Şahin, Gül", "1994"),
    Entry("dateless", "Vercauteren, Godelieve", None),
    Entry("cornelis", "Scheerlinck, Cornelis Thomas", "1948-12-30"),
    Entry("khalid", "Bouchikhi, Khalid", "2001-02-03"),
)
_SURNAMES = [
    "Maes",
    "Claes",
    "Wouters",
    "Goossens",
    "Lambert",
    "Dubois",
    "Hermans",
    "Dupont",
    "Aerts",
    "Mertens",
]
_GIVEN = ["Luc", "Els", "Tom", "Anke", "Noor", "Gilles", "Pauline", "Hugo", "Ines", "Bram"]
OTHERS = tuple(
    Entry(f"other-{at}", f"{surname}, {given}", f"{1950 + at % 60}-{1 + at % 12:02}-{1 + at % 28:02}")
    for at, (surname, given) in enumerate(product(_SURNAMES, _GIVEN))
)
EVERYBODY = HARD + OTHERS

ASKED = (
    ("one slip", "Cornelis Scheerlnick", None, "cornelis"),
    ("two slips", "Corneils Scheelinck", None, "cornelis"),
    ("a slip in each name, and the date", "Jna Vandenbergeh", "1985-03-02", "jan"),
    ("parts swapped", "Willem Willems", None, "willem"),
    ("second given name", "Pieter van den Berghe", None, "jan"),
    ("second given name without a birth date block", "Amrani Rachid", None, "mohammed"),
    ("particles joined", "Vandenberghe Jan", None, "jan"),
    ("particles lost", "Jan Berghe", "1985-03-02", "jan"),
    ("first half of a double surname", "Marie Peeters", None, "marie"),
    ("second half of a double surname", "Marie Janssens", None, "marie"),
    ("short form", "Wim Willems", None, "willem"),
    ("other spelling", "Mohamed El Amrani", None, "mohammed"),
    ("by ear", "Kornelis Sgeerlink", "1948-12-30", "cornelis"),
    ("joined syllables", "Wang Xiaoming", None, "ming"),
    ("Latin for Cyrillic", "Oleksandr Shevchenko", None, "olek"),
    ("Arabic for Latin", "خالد بوشيخي", None, "khalid"),
    ("letters with marks", "Gul Sahin", None, "sahin"),
    ("letters with marks written out", "Guel Shahin", None, "sahin"),
    ("scanned", "Bomhem Kathleen", None, "bornhem"),
    ("digits for letters", "B0rnhem Kath1een", None, "bornhem"),
    ("cl for d", "Goclelieve Vercauteren", None, "dateless"),
    ("m for rn and 0 for o", "B0mhem Kathleen", None, "bornhem"),
    ("surname alone", "Scheerlinck", None, "cornelis"),
    ("surname alone with a slip, and the date", "Scheerlnick", "1948-12-30", "cornelis"),
    ("two surnames and no given name", "Peeters Janssens", "1990-11-04", "marie"),
    ("particles misspelt", "Jan vna dne Berghe", None, "jan"),
    ("birth date as one writes it", "Marie Janssens", "04/11/1990", "marie"),
    ("day not known", "Kathleen Bornhem", "00.09.1972", "bornhem"),
    ("initial", "C. Scheerlinck", None, "cornelis"),
    ("surname and year", "Bornhem", "1972", "bornhem"),
    ("day and month swapped", "Marie Janssens", "1990-04-11", "marie"),
    ("one digit wrong", "Kathleen Bornhem", "1973-09-13", "bornhem"),
    ("year only", "Kathleen Bornhem", "1972", "bornhem"),
    ("year and month", "Kathleen Bornhem", "1972-09", "bornhem"),
    ("year only in the register", "Gül Şahin", "1994-06-07", "sahin"),
    ("no birth date in the register", "Godelieve Vercauteren", "1951-01-02", "dateless"),
)

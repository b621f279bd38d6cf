"""Sentences as officers type and paste them, by kind: what is read first, and what may be chosen instead."""

from __future__ import annotations

from datetime import date

import pytest

from focus.modules.search.understanding import understand

TODAY = date(2026, 11, 23)

BELGIAN_PLATES = {
    "1/ABC/123": "1-ABC-123",
    "1 - ABC - 123": "1-ABC-123",
    "1–ABC–123": "1-ABC-123",
    "2abc123": "2-ABC-123",
    "ABC.123": "ABC-123",
    "123 abc": "123-ABC",
    "8 ABC 123": "8-ABC-123",
    "9.abc.123": "9-ABC-123",
    "1-TAB-123": "1-TAB-123",
    "T-XAB-123": "T-XAB-123",
    "TXAB123": "T-XAB-123",
    "TX-AB-123": "TX-AB-123",
    "1-QAB-123": "1-QAB-123",
    "Q-ABC-123": "Q-ABC-123",
    "QABC123": "Q-ABC-123",
    "1-MAB-123": "1-MAB-123",
    "M-ABC-123": "M-ABC-123",
    "MAB-123": "MAB-123",
    "O-ABC-123": "O-ABC-123",
    "S ABC 123": "S-ABC-123",
    "ZABC123": "Z-ABC-123",
    "X-ABC-123": "X-ABC-123",
    "W-ABC-123": "W-ABC-123",
    "CD-AB123": "CD-AB-123",
    "CDAB123": "CD-AB-123",
    "CD 1234": "CD-1234",
    "EUR 1234": "EUR-1234",
    "A-1": "A-1",
    "E 123": "E-123",
    "P999": "P-999",
    "1-ABC-123 (B)": "1-ABC-123",
    "B 1-ABC-123": "1-ABC-123",
    "plaat 1-ABC-123": "1-ABC-123",
    "Plaque: 1abc123": "1-ABC-123",
    "BOB-1": "BOB1",
}


@pytest.mark.parametrize(("typed", "normal"), BELGIAN_PLATES.items())
def test_a_belgian_plate_is_read_in_each_spelling(typed: str, normal: str) -> None:
    reading = understand(typed, today=TODAY).readings[0]
    assert (reading.kind, reading.normal, reading.country) == ("plate", normal, "B")


@pytest.mark.parametrize(
    ("typed", "country", "normal"),
    [
        ("AB 123 CD", "F", "AB-123-CD"),
        ("ab123cd", "F", "AB-123-CD"),
        ("F-AB-123-CD", "F", "AB-123-CD"),
        ("12 abc 3", "NL", "12-ABC-3"),
        ("1-abc-12", "NL", "1-ABC-12"),
        ("G-123-BB", "NL", "G-123-BB"),
        ("XX 99 XX", "NL", "XX-99-XX"),
        ("AB-12-34", "NL", "AB-12-34"),
        ("NL 12-ABC-3", "NL", "12-ABC-3"),
        ("KA-AB 1234", "D", "KA-AB-1234"),
        ("ka ab 1234", "D", "KA-AB-1234"),
        ("B-MW 123", "D", "B-MW-123"),
        ("M-A 1", "D", "M-A-1"),
        ("HH-XX 99E", "D", "HH-XX-99E"),
        ("AB1234", "L", "AB-1234"),
        ("AB 1234", "L", "AB-1234"),
        ("AB12 CDE", "UK", "AB12-CDE"),
        ("CB 1234 AB", "BG", "CB-1234-AB"),
        ("CB1234AB", "BG", "CB-1234-AB"),
        ("AA 1234 BB", "UA", "AA-1234-BB"),
        ("1234 BCD", "E", "1234-BCD"),
        ("CJ 12 ABC", "RO", "CJ-12-ABC"),
        ("WX 1234C", "PL", "WX-1234C"),
        ("W-12345 B", "A", "W-12345-B"),
        ("34 ABC 123", "TR", "34-ABC-123"),
        ("ZG-1234-AB", "HR", "ZG-1234-AB"),
    ],
)
def test_a_plate_abroad_is_read_with_its_country(typed: str, country: str, normal: str) -> None:
    reading = understand(typed, today=TODAY).readings[0]
    assert (reading.kind, reading.country, reading.normal) == ("plate", country, normal)


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("CB 1234 AB", ("plate", "UA")),
        ("CB 1234 AB", ("document", None)),
        ("AB 123 CD", ("plate", "I")),
        ("M-AB-123", ("plate", "D")),
        ("WA 12345", ("document", None)),
        ("ZH 123456", ("plate", "CH")),
        ("EH123456", ("object", None)),
        ("0403019261", ("document", None)),
        ("dubois jan 1985", ("address", None)),
        ("Rue du 11 Novembre 12", ("name_birth", None)),
    ],
)
def test_what_it_may_be_as_well_stays_to_choose(typed: str, chosen: tuple[str, str | None]) -> None:
    later = understand(typed, today=TODAY).readings[1:]
    assert chosen in [(reading.kind, reading.country) for reading in later]


@pytest.mark.parametrize(
    ("typed", "kind", "normal"),
    [
        ("85 07 30 033 28", "national_number", "85.07.30-033.28"),
        ("85.07.30.033.28", "national_number", "85.07.30-033.28"),
        ("850730-033-28", "national_number", "85.07.30-033.28"),
        ("850730 03328", "national_number", "85.07.30-033.28"),
        ("85/07/30-033.28", "national_number", "85.07.30-033.28"),
        ("85.07.30–033.28", "national_number", "85.07.30-033.28"),
        ("NN 85.07.30-033.28", "national_number", "85.07.30-033.28"),
        ("rrn: 85073003328", "national_number", "85.07.30-033.28"),
        ("INSZ 85073003328", "national_number", "85.07.30-033.28"),
        ("٨٥٠٧٣٠٠٣٣٢٨", "national_number", "85.07.30-033.28"),
        ("17.07.30 033 84", "national_number", "17.07.30-033.84"),
        ("88 42 29 999 79", "bis_number", "88.42.29-999.79"),
        ("88.22.29-999.36", "bis_number", "88.22.29-999.36"),
        ("BIS 08.42.29-999.77", "bis_number", "08.42.29-999.77"),
        ("eID 591-1917064-58", "document", "591-1917064-58"),
        ("verblijfskaart B105654166", "document", "B105654166"),
        ("EK 123456", "document", "EK123456"),
        ("PA1234567", "document", "PA1234567"),
        ("1447925977", "document", "1447925977"),
        ("1m8g dm9a xkp0 42788", "vin", "1M8GDM9AXKP042788"),
        ("VIN 1M8GDM9AXKP042788", "vin", "1M8GDM9AXKP042788"),
        ("WVWZZZ1JZXW000001", "vin", "WVWZZZ1JZXW000001"),
        ("VF1-AAAAA-A12345678", "vin", "VF1AAAAAA12345678"),
        ("0403019261", "company", "0403.019.261"),
        ("0403 019 261", "company", "0403.019.261"),
        ("BE 403.019.261", "company", "0403.019.261"),
        ("BE0403019261", "company", "0403.019.261"),
        ("KBO 0403.019.261", "company", "0403.019.261"),
        ("BTW-BE 0403.019.261", "company", "0403.019.261"),
        ("TVA BE0403019261", "company", "0403.019.261"),
        ("+32 (0)4 70 12 34 56", "phone", "0470 12 34 56"),
        ("+32 (0)470/12.34.56", "phone", "0470 12 34 56"),
        ("0032 470 12 34 56", "phone", "0470 12 34 56"),
        ("00 32 470 123456", "phone", "0470 12 34 56"),
        ("(0470) 12 34 56", "phone", "0470 12 34 56"),
        ("0470/123.456", "phone", "0470 12 34 56"),
        ("gsm: 0470-12-34-56", "phone", "0470 12 34 56"),
        ("tél. 02 555 12 12", "phone", "02 555 12 12"),
        ("+32 2 555 12 12", "phone", "02 555 12 12"),
        ("0031 6 12345678", "phone", "+31 6 12345678"),
    ],
)
def test_a_number_is_read_in_each_spelling(typed: str, kind: str, normal: str) -> None:
    reading = understand(typed, today=TODAY).readings[0]
    assert (reading.kind, reading.normal) == (kind, normal)


@pytest.mark.parametrize(
    "typed",
    [
        "dubois jan 12/3/85",
        "Dubois Jan °12.03.1985",
        "Dubois Jan ° 12-03-1985",
        "Dubois Jan 1985-03-12",
        "dubois jan 12 03 1985",
        "dubois jan 120385",
        "DUBOIS jan 12031985",
        "12/03/1985 Dubois Jan",
        "Dubois Jan (12/03/1985)",
        "Dubois, Jan, geb. 12/03/1985",
        "Dubois Jan geboren op 12 maart 1985",
        "Dubois Jan né le 12 mars 1985",
        "Dubois Jan, née le 12.3.85",
        "Dubois Jan 12. März 1985",
    ],
)
def test_a_birth_date_is_read_in_each_spelling(typed: str) -> None:
    facts = understand(typed, today=TODAY).readings[0].facts
    assert (facts["name"].lower(), facts["born"]) == ("dubois jan", "1985-03-12")


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("DUBOIS, Jan 1985", "Dubois, Jan · 1985"),
        ("Els Rutten ° 27/11/2022", "Els Rutten · 2022-11-27"),
        ("dubois jan '85", "Dubois Jan · 1985"),
        ("Dubois Jan 03/1985", "Dubois Jan · 1985-03"),
        ("Dubois Jan maart 1985", "Dubois Jan · 1985-03"),
        ("D'Hondt Piet", "D'Hondt, Piet"),
        ("Piet d'Hondt", "d'Hondt, Piet"),
        ("'t Kindt Els", "'t Kindt, Els"),
        ("Jan VAN DEN BERGHE", "Van Den Berghe, Jan"),
        ("de la Croix Marie", "de la Croix, Marie"),
        ("El Khattabi Youssef", "El Khattabi, Youssef"),
        ("Müller Jürgen", "Müller Jürgen"),
        ("Ç. Öztürk", "Ç. Öztürk"),
        ("Jean-Pierre Lambert-Dupont", "Jean-Pierre Lambert-Dupont"),
        ("Nguyễn Thị Mai", "Nguyễn Thị Mai"),
        ("Петров Иван", "Петров Иван"),
        ("Janssens & Zonen", "Janssens & Zonen"),
    ],
)
def test_a_name_keeps_its_parts_and_its_letters(typed: str, normal: str) -> None:
    assert understand(typed, today=TODAY).readings[0].normal == normal


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("Kapelstraat 41 bus 3", "Kapelstraat 41 bus 3"),
        ("Kapelstraat 41/3", "Kapelstraat 41 bus 3"),
        ("Kapelstraat 41 b3, 9000 Gent", "Kapelstraat 41 bus 3, 9000 Gent"),
        ("Kapelstraat nr 41 A", "Kapelstraat 41A"),
        ("Kapelstr. 41", "Kapelstr 41"),
        ("adres: Kapelstraat 41", "Kapelstraat 41"),
        ("Grote Markt 1 2000 Antwerpen", "Grote Markt 1, 2000 Antwerpen"),
        ("11 Novemberlaan 5", "11 Novemberlaan 5"),
        ("Laan van 8 mei 1945 12", "Laan van 8 mei 1945 12"),
        ("Rue du 11 Novembre 12", "Rue du 11 Novembre 12"),
        ("Rue de la Gare 12 bte 3", "Rue de la Gare 12 bus 3"),
        ("Rue de la Gare, 12 boîte 3 à 5000 Namur", "Rue de la Gare 12 bus 3, 5000 Namur"),
        ("12 rue de la Gare 5000 Namur", "rue de la Gare 12, 5000 Namur"),
        ("Hauptstraße 12, 4700 Eupen", "Hauptstraße 12, 4700 Eupen"),
        ("Aachener Straße 5 Postfach 3", "Aachener Straße 5 bus 3"),
        ("Bergkapellstr. 22", "Bergkapellstr 22"),
    ],
)
def test_an_address_is_read_with_box_and_municipality(typed: str, normal: str) -> None:
    reading = understand(typed, today=TODAY).readings[0]
    assert (reading.kind, reading.normal) == ("address", normal)


@pytest.mark.parametrize(
    ("typed", "problems"),
    [
        ("85.07.30-033.29", [("national_number", "check_digit")]),
        ("NN 17.07.30-033.85", [("national_number", "check_digit")]),
        ("88.42.29-999.78", [("bis_number", "check_digit")]),
        ("BE 0431.150.351", [("company", "check_digit")]),
        ("0431150351", [("phone", "no_such_number"), ("company", "check_digit")]),
        ("0470 12 34 5", [("phone", "too_short")]),
        ("WVWZZZ1JZXW00000O", [("vin", "vin_letters")]),
        ("Dubois Jan 29/02/1985", [("name_birth", "impossible_date")]),
        ("BE71 0961 2345 6769", [("object", "bank_account")]),
        ("NL91ABNA0417164300", [("object", "bank_account")]),
    ],
)
def test_what_is_wrong_is_said_once_and_about_the_right_kind(
    typed: str, problems: list[tuple[str, str]]
) -> None:
    said = understand(typed, today=TODAY).problems
    assert [(problem.kind, problem.code) for problem in said] == problems


@pytest.mark.parametrize("typed", ["NN Janssens", "Tel Aviv", "Vin Diesel", "Pass Jan", "T Kindt Els"])
def test_a_name_that_begins_as_a_label_does_stays_a_name(typed: str) -> None:
    assert understand(typed, today=TODAY).readings[0].kind == "name"

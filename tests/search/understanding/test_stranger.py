"""What a stranger types who has never seen the field: by kind, with the reading that a human would mean.

Whatever is read otherwise is asked about somebody or something else, so these rows only ever grow.
"""

from __future__ import annotations

import re

import pytest

from focus.modules.search.questions import Reading
from tests.search.understanding.knowing import PLAUSIBLE, read

MOST = 3
"""Readings of a text that are asked."""


def asked(typed: str) -> list[Reading]:
    """The readings that the text is asked by; none where it is refused."""
    understood = read(typed)
    if understood.problems:
        return []
    first, *others = understood.readings
    return [first, *(one for one in others if one.plausibility >= PLAUSIBLE)][:MOST]


def folded(text: str) -> str:
    return re.sub(r"\W", "", text.casefold())


NAMES = {
    "sofie claeys 92": ("Claeys", "Sofie", "1992"),
    "Claeys Sofie '92": ("Claeys", "Sofie", "1992"),
    "claeys sofie (1992)": ("Claeys", "", "1992"),
    "1992 claeys sofie": ("Claeys", "", "1992"),
    "Claeys Sofie 17 03 92": ("Claeys", "", "1992-03-17"),
    "claeys sofie 17maart1992": ("Claeys", "", "1992-03-17"),
    "claeys sofie 17 mrt '92": ("Claeys", "", "1992-03-17"),
    "CLAEYS Sofie (°17/03/1992)": ("CLAEYS", "", "1992-03-17"),
    "Claeys Sofie *17.03.1992": ("Claeys", "", "1992-03-17"),
    "Claeys Sofie gebdat 17/03/1992": ("Claeys", "", "1992-03-17"),
    "Claeys Sofie, née le 1er mars 1992": ("Claeys", "", "1992-03-01"),
    "Müller Hans, geb. am 5. Mai 1980": ("Müller", "", "1980-05-05"),
    "DOB 17/03/1992 claeys sofie": ("Claeys", "", "1992-03-17"),
    "sofie claeys 34 jaar": ("Claeys", "", "1991 1992"),
    "sofie claeys, 34j.": ("Claeys", "", "1991 1992"),
    "sofie claeys ongeveer 34": ("Claeys", "", "1991 1992"),
    "sofie claeys (34)": ("Claeys", "", "1991 1992"),
    "sofie claeys 34 ans": ("Claeys", "", "1991 1992"),
    "sofie claeys âgée de 34 ans": ("Claeys", "", "1991 1992"),
    "hans müller 34 jahre alt": ("Müller", "", "1991 1992"),
    "S. Claeys": ("Claeys", "S.", ""),
    "claeys s": ("Claeys", "S", ""),
    "Claeys S. 1992": ("Claeys", "S.", "1992"),
    "m. diallo 1984": ("Diallo", "M.", "1984"),
    "M. VAN HOUTE 1974": ("VAN HOUTE", "M.", "1974"),
    "M. Van den Broeck": ("Van den Broeck", "M.", ""),
    "J.-P. Dubois 17/03/1962": ("Dubois", "J.-P.", "1962-03-17"),
    "D. De Smet": ("De Smet", "D.", ""),
    "Van-Den Plas Tom 02/04/1982": ("Van-Den Plas", "Tom", "1982-04-02"),
    "Hannah Van-Den Weghe 29/05/1982": ("Van-Den Weghe", "Hannah", ""),
    "VAN-DER ACKER MELISSA 29/12/1999": ("VAN-DER ACKER", "Melissa", ""),
    "VANDEN WEGHE Hannah": ("VANDEN WEGHE", "Hannah", ""),
    "hannah vanden weghe": ("Vanden Weghe", "Hannah", ""),
    "v.d. plas tom": ("Van De Plas", "Tom", ""),
    "vd plas tom": ("Van De Plas", "Tom", ""),
    "tom v/d plas": ("Van De Plas", "Tom", ""),
    "El-Amrani Youssef 12/06/1990": ("El-Amrani", "Youssef", ""),
    "d'hondt pieter 1990": ("D'hondt", "Pieter", ""),
    "pieter de wolf-janssens": ("De Wolf-Janssens", "Pieter", ""),
    "mo el amrani": ("El Amrani", "Mo", ""),
    "Youssef 'Joe' El Amrani 1990": ("El Amrani", "", "1990"),
    "El Amrani Youssef alias Joe 1990": ("El Amrani", "", "1990"),
    "mevr. Claeys Sofie": ("Claeys", "Sofie", ""),
    "Mme Dubois Anne née Lambert": ("Dubois", "Anne", ""),
    "Hr. Schmitz Karl": ("Schmitz", "Karl", ""),
    "ken je Claeys Sofie?": ("Claeys", "Sofie", ""),
    "verdachte: Claeys Sofie, 17/03/1992": ("Claeys", "Sofie", "1992-03-17"),
    "betrokkene Claeys Sofie 17/03/1992": ("Claeys", "Sofie", "1992-03-17"),
    "bestuurder Claeys Sofie °1992": ("Claeys", "Sofie", "1992"),
    "conducteur: Dubois Marc 12/01/1970": ("Dubois", "Marc", "1970-01-12"),
    "naam: Claeys voornaam: Sofie": ("Claeys", "Sofie", ""),
    "Nom : Dubois, prénom : Marc, né le 12/01/1970": ("Dubois", "Marc", "1970-01-12"),
    "Familienname: Schmitz Vorname: Karl": ("Schmitz", "Karl", ""),
    "claeys sofie lindebeek": ("Claeys", "Sofie", ""),
    "claeys sofie uit Gent": ("Claeys", "Sofie", ""),
    "sofie claeys, 9000 gent": ("Claeys", "Sofie", ""),
    "marc dubois de Namur": ("Dubois", "Marc", ""),
    "marc dubois habitant à Namur": ("Dubois", "Marc", ""),
    "karl schmitz aus Eupen": ("Schmitz", "Karl", ""),
    "sofie claeys wonende te Gent": ("Claeys", "Sofie", ""),
    "claeys sofie kapelstraat": ("Claeys", "Sofie", ""),
    "Коваленко Сергій 1980": ("Коваленко", "Сергій", "1980"),
    "محمد علي 1990": ("علي", "محمد", "1990"),
    "محمد علي ١٩٩٠": ("علي", "محمد", "1990"),
    "<b>Claeys</b> Sofie": ("Claeys", "Sofie", ""),
    "“Claeys Sofie”": ("Claeys", "Sofie", ""),
    "claeys\xa0sofie\u200b 1992": ("Claeys", "", "1992"),
    "\u202eClaeys Sofie\u202c": ("Claeys", "Sofie", ""),
    "- Claeys Sofie 17/03/1992": ("Claeys", "", "1992-03-17"),
    "1) Claeys Sofie 17/03/1992": ("Claeys", "", "1992-03-17"),
    "VERLINDEN Jeroen (M) BEL 30.07.1985": ("Verlinden", "Jeroen", "1985-07-30"),
    "verlinden jeroen 30/07": ("Verlinden", "Jeroen", ""),
    "Verlinden J - 30/07": ("Verlinden", "J", ""),
    "Dumont T.": ("Dumont", "T.", ""),
    "Peeters N. 1999": ("Peeters", "N.", "1999"),
    "V.D. Janssens": ("Janssens", "V.D.", ""),
    "de dries jan 52J": ("De Dries", "Jan", "1973 1974"),
    "Piet van 't Hof 1970": ("van 't Hof", "Piet", "1970"),
    "an de-wilde michiels 06/12/2018": ("De-Wilde Michiels", "An", "2018-12-06"),
    "dos-santos maria 77": ("Dos-Santos", "Maria", "1977"),
    "La-Toya Peeters": ("Peeters", "La-Toya", ""),
    "In-Sook Kim": ("Kim", "In-Sook", ""),
    "V.D. CASTEL KIRSTEN 17/09/1991": ("V.D. Castel", "Kirsten", "1991-09-17"),
    "VD BERGHE JAN": ("Van Den Berghe", "Jan", ""),
    "al-khalil geerts marc 12/07/2024": ("Al-Khalil Geerts", "Marc", "2024-07-12"),
    "de smet peeters an": ("De Smet Peeters", "An", ""),
    "van den berg jan peeters": ("Van Den Berg", "Jan Peeters", ""),
}
"""Text → surname, given names or initials (none: of no matter), and birth, year or years."""
WHOLE = {
    "barry rosa (85 jaar)": ("barryrosa", "1940 1941"),
    "bahri fouad, 59 ans": ("bahrifouad", "1966 1967"),
    "claeys jan Vaartdonk": ("claeysjan", ""),
    "claes jan Vaartdonk": ("claesjan", ""),
    "SOFIE CLAEYS 🙂": ("sofieclaeys", ""),
}
"""Text → the letters of the name, where nothing tells which is the surname, and years of birth."""
PLATES = {
    "1abc 123": ("B", "1-ABC-123"),
    "1 A B C 1 2 3": ("B", "1-ABC-123"),
    "1_ABC_123": ("B", "1-ABC-123"),
    "I-ABC-I23": ("B", "1-ABC-123"),
    "1-A8C-123": ("B", "1-ABC-123"),
    "lABC123": ("B", "1-ABC-123"),
    "1-ABC-1Z3": ("B", "1-ABC-123"),
    "ABC 123 b": ("B", "ABC-123"),
    "abc123": ("B", "ABC-123"),
    "380ESL": ("B", "380-ESL"),
    "380ESL zonder verzekering?": ("B", "380-ESL"),
    "abc123 zonder keuring": ("B", "ABC-123"),
    "auto ABC123 slingert": ("B", "ABC-123"),
    "witte bestelwagen ABC 123 richting gent": ("B", "ABC-123"),
    "qabc123 aanhanger": ("B", "Q-ABC-123"),
    "M-ABC-123 zonder helm": ("B", "M-ABC-123"),
    "moto MABC123": ("B", "M-ABC-123"),
    "plaque de la voiture : 1-ABC-123": ("B", "1-ABC-123"),
    "nr.plaat 1-ABC-123": ("B", "1-ABC-123"),
    "1-ABC-123.": ("B", "1-ABC-123"),
    "[1-ABC-123]": ("B", "1-ABC-123"),
    "1-ABC-123!": ("B", "1-ABC-123"),
    "#1-ABC-123": ("B", "1-ABC-123"),
    "1-ABC-123 ???": ("B", "1-ABC-123"),
    "is 1-ABC-123 gestolen?": ("B", "1-ABC-123"),
    "volgwagen 1ABC123 + aanhanger": ("B", "1-ABC-123"),
    "B-FTYMR-09": ("B", "FTYMR09"),
    "US 7ABC123": ("USA", "7ABC123"),
    "USA 7ABC123": ("USA", "7ABC123"),
    "NL 12-ABC-3": ("NL", "12-ABC-3"),
    "12-ABC-3 (NL)": ("NL", "12-ABC-3"),
    "NL-kenteken 12-ABC-3": ("NL", "12-ABC-3"),
    "FR AB-123-CD": ("F", "AB-123-CD"),
    "plaque française AB-123-CD": ("F", "AB-123-CD"),
    "deutsches Kennzeichen AC-XY 123": ("D", "AC-XY-123"),
    "D AC XY 123": ("D", "AC-XY-123"),
    "AC:XY 123": ("D", "AC-XY-123"),
    "GB AB12 CDE": ("UK", "AB12-CDE"),
    "PL WA 12345": ("PL", "WA-12345"),
    "RO B 123 ABC": ("RO", "B-123-ABC"),
    "bg CA 1234 AB": ("BG", "CA-1234-AB"),
    "LU AB1234": ("L", "AB-1234"),
    "１ＡＢＣ１２３": ("B", "1-ABC-123"),
    "١-ABC-١٢٣": ("B", "1-ABC-123"),
    "1‑ABC‑123": ("B", "1-ABC-123"),
    "1—ABC—123": ("B", "1-ABC-123"),
    "1.ABC.123,": ("B", "1-ABC-123"),
    "1-ABC-123🚗": ("B", "1-ABC-123"),
    "<b>1-ABC-123</b>": ("B", "1-ABC-123"),
    "1-ABC-123'; DROP TABLE plates;--": ("B", "1-ABC-123"),
    "https://x.example/?plate=1-ABC-123": ("B", "1-ABC-123"),
    "\u202e1-ABC-123": ("B", "1-ABC-123"),
    "Z-ABC-123 dealer": ("B", "Z-ABC-123"),
    "handelaarsplaat ZABC123": ("B", "Z-ABC-123"),
    "FIETS1": ("B", "FIETS1"),
    "BOSS 1": ("B", "BOSS1"),
    "TX-AB-123 taxi": ("B", "TX-AB-123"),
    "CD-AB-123 ambassade": ("B", "CD-AB-123"),
    "1-ab?-123": ("B", "1-AB?-123"),
    "1-ABC-1..": ("B", "1-ABC-1??"),
    "1ABC12_": ("B", "1-ABC-12?"),
    "𝟐-𝐙𝐊𝐕-𝟑𝟏𝟖": ("B", "2-ZKV-318"),
    "2️⃣-ZKV-318": ("B", "2-ZKV-318"),
    "2⁃ZKV⁃318": ("B", "2-ZKV-318"),
    "2-ZKV-...": ("B", "2-ZKV-???"),
    "ZKV-318 NL": ("NL", "ZKV-318"),
}
NO_PLATES = ("één-ABC-123", "ABC-12З", "300EUR boete", "120kmh op de ring")
"""Texts of which no part is asked as a plate."""
NUMBERS = {
    "85.07.30-033.28": ("national_number", "85073003328"),
    "85.07.30 - 033.28": ("national_number", "85073003328"),
    "850730/033-28": ("national_number", "85073003328"),
    "85 07 30 033 28": ("national_number", "85073003328"),
    "850730 03328": ("national_number", "85073003328"),
    "85-07-30-033-28": ("national_number", "85073003328"),
    "RR: 850730-033-28 (Verlinden)": ("national_number", "85073003328"),
    "rijksregisternr 85073003328": ("national_number", "85073003328"),
    "NISS n° 92.03.17-401.72": ("national_number", "92031740172"),
    "numéro national 920317 401 72": ("national_number", "92031740172"),
    "Nationalnummer: 92031740172": ("national_number", "92031740172"),
    "INSZ=92031740172": ("national_number", "92031740172"),
    "claeys sofie rrn 92.03.17-401.72 gent": ("national_number", "92031740172"),
    "01.02.03-004.67": ("national_number", "01020300467"),
    "05091111246": ("national_number", "05091111246"),
    "BIS 85.47.30-012.38": ("national_number", "85473001238"),
    "٩٢٠٣١٧٤٠١٧٢": ("national_number", "92031740172"),
    "920317 401 72 🙂": ("national_number", "92031740172"),
    "92.03.17–401.72": ("national_number", "92031740172"),
    "'92031740172": ("national_number", "92031740172"),
    '="92031740172"': ("national_number", "92031740172"),
    "92.O3.17-4O1.72": ("national_number", "92031740172"),
    "92,03,17-401,72": ("national_number", "92031740172"),
    "92031740172.": ("national_number", "92031740172"),
    "<nn>92031740172</nn>": ("national_number", "92031740172"),
    "0470 12 34 56": ("phone", "+32470123456"),
    "0470/12.34.56": ("phone", "+32470123456"),
    "0470/123456": ("phone", "+32470123456"),
    "+32470123456": ("phone", "+32470123456"),
    "+32 (0)470 12 34 56": ("phone", "+32470123456"),
    "0032 470 12 34 56": ("phone", "+32470123456"),
    "gsm 0470.12.34.56": ("phone", "+32470123456"),
    "tel: +32-470-12-34-56": ("phone", "+32470123456"),
    "470 12 34 56": ("phone", "+32470123456"),
    "0470-123-456": ("phone", "+32470123456"),
    "04 70 12 34 56": ("phone", "+32470123456"),
    "bel 0470 12 34 56": ("phone", "+32470123456"),
    "gsm-nummer is 0470123456": ("phone", "+32470123456"),
    "0470 12 34 56 (Sofie)": ("phone", "+32470123456"),
    "whatsapp +32 470 12 34 56": ("phone", "+32470123456"),
    "numéro de gsm : 0470/12 34 56": ("phone", "+32470123456"),
    "handynr. 0470 123456": ("phone", "+32470123456"),
    "(0470) 12 34 56": ("phone", "+32470123456"),
    "٠٤٧٠١٢٣٤٥٦": ("phone", "+32470123456"),
    "☎ 0470 12 34 56": ("phone", "+32470123456"),
    "+32470123456;": ("phone", "+32470123456"),
    "tel:+32470123456": ("phone", "+32470123456"),
    "mailto 0470123456": ("phone", "+32470123456"),
    "titre de séjour B105654166": ("document", "B105654166"),
    "verblijfstitel B 105654166": ("document", "B105654166"),
    "B105654166": ("document", "B105654166"),
    "verblijfskaart nr B105654166": ("document", "B105654166"),
    "b 1056 54166": ("document", "B105654166"),
    "rijbewijs 1234567890": ("document", "1234567890"),
    "permis de conduire n° 1234567890": ("document", "1234567890"),
    "Führerschein 1234567890": ("document", "1234567890"),
    "rijbewijsnr. 1234567890": ("document", "1234567890"),
    "rijbewijs: 123 456 7890": ("document", "1234567890"),
    "eID 590-1234567-74": ("document", "590123456774"),
    "590 1234567 74": ("document", "590123456774"),
    "CI 590123456774": ("document", "590123456774"),
    "carte d'identité n° 590-1234567-74": ("document", "590123456774"),
    "Personalausweis 590-1234567-74": ("document", "590123456774"),
    "paspoort EH123456": ("document", "EH123456"),
    "passeport n° EH 123456": ("document", "EH123456"),
    "Reisepass EH123456": ("document", "EH123456"),
    "EH123456": ("document", "EH123456"),
    "passport GAX12345": ("document", "GAX12345"),
    "carte de séjour B105654166": ("document", "B105654166"),
    "Aufenthaltstitel B105654166": ("document", "B105654166"),
    "kaart B105654166 vervallen?": ("document", "B105654166"),
    "rijbewijs 1234567890 ingetrokken?": ("document", "1234567890"),
    "vin WVWZZZ1KZAW123456": ("vin", "WVWZZZ1KZAW123456"),
    "WVW ZZZ1KZ AW123456": ("vin", "WVWZZZ1KZAW123456"),
    "chassisnummer: wvwzzz1kzaw123456": ("vin", "WVWZZZ1KZAW123456"),
    "n° de châssis WVWZZZ1KZAW123456": ("vin", "WVWZZZ1KZAW123456"),
    "WVWZZZ1KZAW123456 (golf)": ("vin", "WVWZZZ1KZAW123456"),
    "Fahrgestellnummer WVWZZZ1KZAW123456": ("vin", "WVWZZZ1KZAW123456"),
    "fiets framenummer WTU123456K": ("serial", "WTU123456K"),
    "serienr. SN-44821-AX": ("serial", "SN44821AX"),
    "n° de série C02ABC123XYZ": ("serial", "C02ABC123XYZ"),
    "imei 490154203237518": ("serial", "490154203237518"),
    "wapen serie GLK-44821": ("serial", "GLK44821"),
    "0403.019.261": ("company", "0403019261"),
    "BTW BE0403019261": ("company", "0403019261"),
    "tva be 0888.444.279": ("company", "0888444279"),
    "glock 17 serienr ABC123": ("serial", "ABC123"),
    "passport GBR 123456789": ("document", "123456789"),
    "06 12 34 56 78": ("phone", "+33612345678"),
    "0612345678": ("phone", "+31612345678"),
}
"""Text → the fact and its value in normal form."""
ADDRESSES = {
    "bosdr 31 lindebeek": ("Bosdreef", "31", ""),
    "bosdr. 31, lindebeek": ("Bosdreef", "31", ""),
    "Bosdreef nr31": ("Bosdreef", "31", ""),
    "lindebeek bosdreef 31": ("Bosdreef", "31", ""),
    "31 bosdreef": ("Bosdreef", "31", ""),
    "woont bosdreef 31 lindebeek": ("Bosdreef", "31", ""),
    "kapelstr 43 bus 2": ("Kapelstraat", "43", "2"),
    "kapelstr. 43/2": ("Kapelstraat", "43", "2"),
    "kapelstraat 43b2": ("Kapelstraat", "43", "2"),
    "kapelstraat 43 b 2 gent": ("Kapelstraat", "43", "2"),
    "st jansstr 5": ("Sint-Jansstraat", "5", ""),
    "olv straat 5": ("Onze-Lieve-Vrouwestraat", "5", ""),
    "kon albertln 5": ("Koning Albertlaan", "5", ""),
    "r de la gare 12 namur": ("Rue de la Gare", "12", ""),
    "12, r. de la Gare à 5000 Namur": ("Rue de la Gare", "12", ""),
    "av louise 100 bte 4": ("Avenue Louise", "100", "4"),
    "ch. de boondael 12": ("Chaussée de Boondael", "12", ""),
    "pl st jean 3": ("Place Saint-Jean", "3", ""),
    "aachener str 7 eupen": ("Aachener Straße", "7", ""),
    "aachenerstr. 7": ("Aachener Straße", "7", ""),
    "aachener strasse 7": ("Aachener Straße", "7", ""),
    "adres bosdreef 31": ("Bosdreef", "31", ""),
    "huiszoeking bosdreef 31 lindebeek": ("Bosdreef", "31", ""),
    "BOSDREEF 31 5990 LINDEBEEK": ("Bosdreef", "31", ""),
    "bosdreef 31, 5990 lindebeek, belgië": ("Bosdreef", "31", ""),
    "bosdreef 31 🏠": ("Bosdreef", "31", ""),
    "adres: Kapelstraat 70, Gent": ("Kapelstraat", "70", ""),
    "woont te Kapelstraat 70, Gent": ("Kapelstraat", "70", ""),
}
REFUSED = {
    "92.03.17-401.73": "check_digit",
    "92.03.17-410.72": "check_digit",
    "92.13.45-401.72": "impossible_date",
    "850730033288": "check_digit",
    "rrn 9203174017": "unknown_form",
    "WVWZZZIKZAWI23456": "vin_letters",
    "Claeys, Sofie, 03/17/1992": "impossible_date",
    "🙂🙂": "empty",
    "????": "unknown_form",
    "...": "unknown_form",
    "SELECT * FROM persons": "unknown_form",
    "man met rode jas": "description_only",
    "grijze golf": "description_only",
}
"""Text → why it is asked of nobody."""


@pytest.mark.parametrize(("typed", "meant"), NAMES.items())
def test_a_name_is_read_as_who_is_meant(typed: str, meant: tuple[str, str, str]) -> None:
    family, given, born = meant
    assert any(
        one.kind in {"name", "name_birth"}
        and folded(one.facts["family_name"]) == folded(family)
        and folded(given) in ("", folded(one.facts["given_names"] or one.facts.get("initials", "")))
        and (not born or {born} & {one.facts.get("born"), one.facts.get("born_year")} or _years(one, born))
        for one in asked(typed)
    ), read(typed)


def _years(reading: Reading, years: str) -> bool:
    return set(years.split()) <= set(reading.facts.get("born_years", "").split())


@pytest.mark.parametrize(("typed", "meant"), WHOLE.items())
def test_a_name_in_either_order_keeps_all_its_letters(typed: str, meant: tuple[str, str]) -> None:
    letters, years = meant
    assert any(
        one.kind in {"name", "name_birth"}
        and sorted(folded(one.facts["family_name"] + one.facts["given_names"])) == sorted(letters)
        and _years(one, years)
        for one in asked(typed)
    ), read(typed)


@pytest.mark.parametrize(("typed", "meant"), PLATES.items())
def test_a_plate_is_read_with_its_country(typed: str, meant: tuple[str, str]) -> None:
    assert meant in {(one.country, one.normal) for one in asked(typed) if one.kind == "plate"}, read(typed)


@pytest.mark.parametrize("typed", NO_PLATES)
def test_what_only_looks_like_one_is_asked_as_no_plate(typed: str) -> None:
    assert "plate" not in {one.kind for one in asked(typed)}


@pytest.mark.parametrize(("typed", "meant"), NUMBERS.items())
def test_a_number_is_read_with_whatever_stands_around_it(typed: str, meant: tuple[str, str]) -> None:
    fact, value = meant
    assert value in {one.facts.get(fact) for one in asked(typed)}, read(typed)


@pytest.mark.parametrize(("typed", "meant"), ADDRESSES.items())
def test_an_address_is_read_as_the_register_has_it(typed: str, meant: tuple[str, str, str]) -> None:
    found = {
        tuple(one.facts.get(part, "") for part in ("street", "number", "box"))
        for one in asked(typed)
        if one.kind == "address"
    }
    assert meant in found, read(typed)


@pytest.mark.parametrize(("typed", "code"), REFUSED.items())
def test_what_cannot_be_meant_is_refused_and_says_why(typed: str, code: str) -> None:
    assert not asked(typed)
    assert code in {problem.code for problem in read(typed).problems}


def test_a_plate_of_another_country_is_never_first_taken_for_a_belgian_one() -> None:
    for typed in ("US 7ABC123", "USA 7ABC123", "GB AB12 CDE", "NL 12-ABC-3"):
        assert asked(typed)[0].country != "B", typed


def test_a_title_that_may_be_an_initial_is_asked_as_both() -> None:
    initial, title = asked("M. Diallo 1984")
    assert (initial.facts["initials"], title.facts.get("initials")) == ("M.", None)
    assert {initial.facts["family_name"], title.facts["family_name"]} == {"Diallo"}


def test_a_title_before_a_whole_name_is_no_initial() -> None:
    (only,) = asked("M. Dubois Marc")
    assert (only.facts["family_name"], only.facts["given_names"]) == ("Dubois", "Marc")


def test_what_stands_behind_a_plate_as_another_country_makes_it_no_belgian_one() -> None:
    assert "B" not in {one.country for one in asked("ZKV-318 NL")}
    assert not asked("witte golf ZKV-318 NL richting Gent")


def test_a_name_with_seventeen_signs_is_no_chassis() -> None:
    assert {one.kind for one in asked("jan janssens jr 1980")} == {"name_birth"}


def test_a_label_is_surer_than_the_form_of_another_thing() -> None:
    assert asked("glock 17 serienr ABC123")[0].kind == "object"


def test_a_name_with_a_place_nobody_knows_is_asked_with_it_first() -> None:
    """Who is called so entirely may be meant: without him nothing is said of whom the shorter name finds."""
    whole, short = asked("claeys jan Vaartdonk")
    assert "Vaartdonk" in whole.facts["name"]
    assert (short.beside, "Vaartdonk" in short.facts["name"]) == ("Vaartdonk", False)


def test_a_street_of_weak_name_that_may_be_a_person_is_asked_as_both() -> None:
    assert {one.kind for one in asked("jan van de veld 12")} == {"name_birth", "address", "name"}


def test_a_particle_cut_short_is_asked_as_each_surname_in_use() -> None:
    families = [one.facts["family_name"] for one in asked("vd plas tom")]
    assert families == ["Van De Plas", "Van Den Plas", "Van Der Plas"]

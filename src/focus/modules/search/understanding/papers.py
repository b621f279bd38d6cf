"""What a machine readable zone asks: the holder's number, his name and birth date, the document itself."""

from __future__ import annotations

from datetime import date

from stdnum.be import bis, nn

from focus.modules.search.questions import Reading, Unreadable
from focus.modules.search.understanding import mrz, numbers
from focus.modules.search.understanding.countries import country as country_of
from focus.modules.search.understanding.guess import Found, Guess, Slip
from focus.modules.search.understanding.names import cased

_FAULT = "mrz_check_digit"


def read(text: str, today: date) -> Found:
    """Readings of a text that holds a machine readable zone; nothing else is a reading of it then."""
    zone = mrz.find(text)
    if zone is None:
        return []
    warnings = ("mrz_repaired",) if zone.repaired else ()
    expires = _day(zone.expires, today, to_come=True)
    if expires and expires < today.isoformat():
        warnings = (*warnings, "document_expired")
    number = _national(zone)
    proved = number[0].reading.facts.get("born", "") if number else ""
    found: Found = [*number, *_holder(zone, _born(zone, proved, today)), *_document(zone, expires, warnings)]
    for fault in zone.faults:
        if fault != "whole" or zone.faults == ("whole",):
            params = {"field": fault}
            found.append(Slip(Unreadable(kind="document", code=_FAULT, params=params), 2.0))
    return found


def _born(zone: mrz.Mrz, proved: str, today: date) -> str:
    """The birth; two digits of a year are those of the century that the holder's number proves."""
    if proved and proved.replace("-", "")[2:] == zone.born:
        return proved
    return _day(zone.born, today)


def _national(zone: mrz.Mrz) -> list[Guess]:
    """Belgian cards have the holder's number in the free field; its own check digits speak for it."""
    number = zone.optional
    if zone.issuer != "BEL" or zone.form != "TD1" or not (nn.is_valid(number) or bis.is_valid(number)):
        return []
    return [Guess(one.reading, 1.3) for one in numbers.read(number) if isinstance(one, Guess)][:1]


def _holder(zone: mrz.Mrz, born: str) -> Found:
    """By name; a name alone is asked as the family name, whichever field it stands in."""
    family, given = cased(zone.family_name), cased(zone.given_names)
    family, given = (family, given) if family else (given, "")
    if not family:
        return []
    facts = {"name": f"{family} {given}".strip(), "family_name": family, "given_names": given}
    facts |= {"sex": zone.sex, "nationality": zone.nationality}
    facts |= {"born": born, "born_year": born[:4]} if born else {}
    name = f"{family}, {given}" if given else family
    reading = Reading(
        kind="name_birth" if born else "name",
        normal=f"{name} · {born}" if born else name,
        facts={key: value for key, value in facts.items() if value},
        warnings=(*(["mrz_fillers"] if zone.filled else []), *(["name_cut"] if zone.cut else [])),
    )
    return [Guess(reading, 1.2)]


def _document(zone: mrz.Mrz, expires: str, warnings: tuple[str, ...]) -> Found:
    if not zone.number:
        return []
    kind = "passport" if zone.form == "TD3" else "residence_card" if zone.type[1:] == "R" else "identity_card"
    country = country_of(zone.issuer)
    facts = {"document": zone.number, "country": country, "document_kind": kind, "expires": expires}
    return [
        Guess(
            Reading(
                kind="document",
                normal=zone.number,
                facts={key: value for key, value in facts.items() if value},
                country=country,
                warnings=warnings,
            ),
            1.1,
        )
    ]


def _day(printed: str, today: date, *, to_come: bool = False) -> str:
    """YYMMDD as ISO 8601, partial where the document says so; empty when there is no such day.

    A birth is never to come; a document is valid for some decades at most.
    """
    year, month, day = printed[:2], printed[2:4], printed[4:6]
    if not year.isdecimal():
        return ""
    century = today.year // 100 * 100
    full = century + int(year)
    full -= 100 if full > today.year + (50 if to_come else 0) else 0
    if not month.isdecimal() or month == "00":
        return str(full)
    if not day.isdecimal() or day == "00":
        return f"{full}-{month}" if 1 <= int(month) <= 12 else ""
    try:
        found = date(full, int(month), int(day))
        return (found if to_come or found <= today else found.replace(year=full - 100)).isoformat()
    except ValueError:
        return ""

"""Dates and times as sources write them → ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache

from focus.core.clock import BRUSSELS

_PIECES = {
    "%Y": r"(?P<Y>\d{4})", "%y": r"(?P<y>\d{2})", "%m": r"(?P<m>\d{1,2})", "%d": r"(?P<d>\d{1,2})",
    "%H": r"(?P<H>\d{1,2})", "%M": r"(?P<M>\d{2})", "%S": r"(?P<S>\d{2})", "%f": r"(?P<f>\d{1,6})", "%%": "%",
}  # fmt: skip
_FIXED = {"%m": r"(?P<m>\d{2})", "%d": r"(?P<d>\d{2})", "%H": r"(?P<H>\d{2})"}
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?(?:Z|(?<=-[0-9]{2})[+-][0-9]{2}:?[0-9]{2})?")
"""A date with a zone (`1985-07-30Z`, XML Schema) is that date, wherever the sun stood."""
_PIVOT = 69
"""From this two-digit year on it is of the last century (POSIX)."""


@lru_cache(256)
def _pattern(form: str) -> re.Pattern[str] | None:
    """None: a form with directives that only strptime knows."""
    tight = not re.search(r"%[a-zA-Z][^%\s\w]", form)
    pieces = re.findall(r"%.|[^%]+", form)
    if any(p.startswith("%") and p not in _PIECES for p in pieces):
        return None
    known = _PIECES | _FIXED if tight else _PIECES
    return re.compile("".join(known.get(p) or re.escape(p) for p in pieces) + r"\Z", re.ASCII)


@lru_cache(8192)
def read_date(text: str, formats: tuple[str, ...] = ()) -> str:
    """ISO 8601, partial when the form or a 00 makes it so; `""` when no form fits."""
    for form in formats or ("iso",):
        if form == "iso":
            found = _iso_date(text)
        elif form in ("unix", "unix_ms"):
            moment = _unix(text, form)
            found = moment.astimezone(BRUSSELS).date().isoformat() if moment else ""
        else:
            found = _formed(text, form)
        if found:
            return found
    return ""


def _iso_date(text: str) -> str:
    match = _ISO.fullmatch(text)
    if match:
        return _partial(match[1], match[2], match[3])
    moment = _iso_time(text)
    try:
        return moment.astimezone(BRUSSELS).date().isoformat() if moment else ""
    except OverflowError:
        return ""


def _formed(text: str, form: str) -> str:
    pattern = _pattern(form)
    if pattern is None:
        try:
            return datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007
        except ValueError:
            return ""
    match = pattern.match(text)
    if not match:
        return ""
    parts = match.groupdict()
    return _partial(parts.get("Y") or _whole_year(parts.get("y")), parts.get("m"), parts.get("d"))


def _whole_year(two: str | None) -> str:
    return f"{'19' if int(two) >= _PIVOT else '20'}{two}" if two else ""


def _partial(year: str | None, month: str | None, day: str | None) -> str:
    if not year or year == "0000":
        return ""
    if not month or int(month) == 0:
        return year
    if not day or int(day) == 0:
        return f"{year}-{int(month):02d}" if int(month) <= 12 else ""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


@lru_cache(2048)
def read_time(text: str, formats: tuple[str, ...] = ()) -> datetime | None:
    """An aware moment; a time without a zone is Belgian; a date alone is its midnight. None: no form fits."""
    for form in formats or ("iso",):
        if form == "iso":
            moment = _iso_time(text)
        elif form in ("unix", "unix_ms"):
            moment = _unix(text, form)
        else:
            moment = _strptime(text, form)
        if moment:
            return moment
    return None


def _iso_time(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        match = _ISO.fullmatch(text)
        if match is None or match[3] is None or not _partial(match[1], match[2], match[3]):
            return None
        return _iso_time(f"{text[:10]}T00:00:00{text[10:]}")
    return moment if moment.tzinfo else moment.replace(tzinfo=BRUSSELS)


def _unix(text: str, form: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(float(text) / (1000 if form == "unix_ms" else 1), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _strptime(text: str, form: str) -> datetime | None:
    try:
        moment = datetime.strptime(text, form)  # noqa: DTZ007
    except ValueError:
        return None
    if form.endswith("Z"):
        return moment.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=BRUSSELS)

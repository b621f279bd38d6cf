"""Bringing text to a form in which two spellings of one thing are equal."""

from __future__ import annotations

import re
import unicodedata

_SINGLE = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "'"})
_NO_WORD = re.compile(r"[^a-z0-9]+")
_NO_CODE = re.compile(r"[^A-Z0-9]+")


def plain(text: str) -> str:
    """Without accents and in lower case; other scripts stay as they are."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_SINGLE))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def words(text: str) -> str:
    """Lower-case ASCII words with single spaces: `Rue de l'Église` → `rue de l eglise`."""
    return _NO_WORD.sub(" ", plain(text)).strip()


def code(text: str) -> str:
    """Capital letters and digits only: `1-abc-123` → `1ABC123`."""
    return _NO_CODE.sub("", plain(text).upper())


def digits(text: str) -> str:
    """ASCII digits only."""
    return re.sub(r"[^0-9]+", "", text)

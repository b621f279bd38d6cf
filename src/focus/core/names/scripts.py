"""Any script to Latin letters, by sound as West European registers write it.

Latin, Greek, Cyrillic and Arabic have tables of their own, because their spellings in registers differ from
letter-by-letter schemes; everything else goes through anyascii.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_LATIN = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "a",
    "ĳ": "ij", "ŋ": "ng", "ħ": "h", "ĸ": "k", "ŧ": "t", "ǝ": "a",
}  # fmt: skip
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "o", "є": "ie", "ж": "zh",
    "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "tch", "ш": "sh",
    "щ": "shtch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia", "ђ": "dj", "ј": "j", "љ": "lj",
    "њ": "nj", "ћ": "tch", "џ": "dj", "ѓ": "dj", "ѕ": "dz", "ќ": "k", "ў": "u",
}  # fmt: skip
_GREEK_PAIRS = (
    ("ου", "ou"),
    ("αι", "ai"),
    ("ει", "ei"),
    ("οι", "oi"),
    ("μπ", "mp"),
    ("ντ", "nt"),
    ("γκ", "gk"),
    ("γγ", "ng"),
    ("τσ", "ts"),
    ("τζ", "tz"),
    ("αυ", "av"),
    ("ευ", "ev"),
    ("γχ", "nch"),
    ("γξ", "nx"),
)
_GREEK_HEARD = (
    ("ου", "u"), ("αι", "e"), ("ει", "i"), ("οι", "i"), ("υι", "i"), ("μπ", "b"), ("ντ", "d"), ("γκ", "g"),
    ("τζ", "dj"),
)  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k",
    "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t",
    "υ": "i", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_ARABIC = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j",
    "چ": "tch", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "ژ": "j", "س": "s", "ش": "sh",
    "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ڤ": "v", "ق": "k", "ك": "k",
    "ک": "k", "گ": "g", "ڭ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "u", "ي": "i", "ی": "i",
    "ى": "a", "ة": "a", "ئ": "", "ء": "", "ؤ": "u", "ـ": "",
}  # fmt: skip
_HAN_SURNAMES = {
    "曾": "zeng", "单": "shan", "單": "shan", "解": "xie", "仇": "qiu", "查": "zha", "翟": "zhai", "区": "ou",
    "區": "ou", "朴": "piao", "盖": "ge", "覃": "qin", "尹": "yin", "佘": "she",
}  # fmt: skip
_MARKS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PLAIN = re.compile(r"[a-z '\-.,/()]*\Z")
_OTHERWISE = (
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"},
    {"ç": "ch", "ş": "sh", "ș": "sh", "č": "tch", "š": "sh", "ž": "zh", "ğ": "", "ć": "tch", "đ": "dj"},
    {"ё": "е"},
    {"г": "h", "и": "y", "є": "ye"},
)
"""Letters that are written in more than one way, those that go together in one table."""
_OTHER_WAYS = tuple((frozenset(table), str.maketrans(table)) for table in _OTHERWISE)
_QUOTES = str.maketrans(
    {
        **dict.fromkeys("’‘`´ʼʻ", "'"),
        **dict.fromkeys("–‐‑—", "-"),
        **dict.fromkeys("٬،", ","),
        **dict.fromkeys("·\u00a0_", " "),
    }
)


def is_arabic(text: str) -> bool:
    """Whether any letter is of the Arabic script, whose short vowels are not written."""
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


@lru_cache(maxsize=65_536)
def latin(text: str) -> str:
    """Lower-case a–z, with spaces, hyphens, apostrophes, dots and commas left where they stood."""
    if _PLAIN.match(text):
        return text
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    if any("\u4e00" <= letter <= "\u9fff" for letter in text):
        text = _han(text)
    text = text.replace("İ", "i").casefold()
    if is_greek(text):
        text = _greek(text, _GREEK_PAIRS)
    text = text.replace("ий", "и")
    return "".join(map(_letter, _MARKS.sub("", unicodedata.normalize("NFC", text))))


def spellings(text: str) -> tuple[str, ...]:
    """`latin`, and other ways to write it: Müller is Mueller, Şahin Shahin, and Greek as it is heard."""
    plain = latin(text)
    if text.isascii():
        return (plain,)
    folded = text.casefold()
    if is_greek(folded):
        return tuple(dict.fromkeys((plain, latin(_greek(folded, (*_GREEK_HEARD, *_GREEK_PAIRS))))))
    others = [latin(folded.translate(way)) for letters, way in _OTHER_WAYS if not letters.isdisjoint(folded)]
    if folded[0] == "е":  # Евгений is Evgeni and Yevgeni
        others.append(f"y{plain}")
    return tuple(dict.fromkeys((plain, *others)))


def _letter(letter: str) -> str:
    if "a" <= letter <= "z" or letter in " '-.,/()":
        return letter
    known = _LATIN.get(letter) or _CYRILLIC.get(letter)
    if known is not None:
        return known
    if letter in _CYRILLIC or letter in _ARABIC:
        return _ARABIC.get(letter, "")
    base = unicodedata.normalize("NFD", letter)[0]
    if "a" <= base <= "z":
        return base
    return _LATIN.get(base) or _CYRILLIC.get(base) or _ARABIC.get(base) or anyascii(letter).lower()


def is_greek(text: str) -> bool:
    """Whether any letter is Greek."""
    return any("\u0370" <= letter <= "\u03ff" or "\u1f00" <= letter <= "\u1fff" for letter in text)


def _greek(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text))
    for pair, sound in pairs:
        bare = bare.replace(pair, sound)
    return "".join(_GREEK.get(letter, letter) for letter in bare)


def _han(text: str) -> str:
    """Each sign a word: 王小明 is wang xiao ming."""
    first = _HAN_SURNAMES.get(text[:1])
    rest = anyascii(text[1:] if first else text)
    return _CAMEL.sub(" ", f"{first.title()}{rest}" if first else rest)

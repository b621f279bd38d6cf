"""Latin names as another script writes them."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import combining, normalize


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((latin, letter) for latin, _, letter in (word.partition(">") for word in text.split()))


_CYRILLIC: Final = _pairs(
    """
    shch>щ sch>ш tch>ч sh>ш ch>ч zh>ж kh>х ts>ц ya>я ia>ия yu>ю iu>ю ie>ие ye>е yo>ё iy>ий ks>кс x>кс cz>ч
    sz>ш w>в ski>ский ć>ч č>ч š>ш ž>ж ń>нь ł>л a>а b>б c>к d>д e>е f>ф g>г h>х i>и j>й k>к l>л m>м n>н o>о
    p>п q>к r>р s>с t>т u>у v>в y>и z>з
    """
)
_GREEK: Final = _pairs(
    """
    th>θ ph>φ ch>χ ps>ψ ou>ου ks>ξ b>μπ d>ντ g>γκ h>χ j>τζ q>κ w>ου c>κ x>ξ f>φ v>β z>ζ a>α e>ε i>ι k>κ
    l>λ m>μ n>ν o>ο p>π r>ρ s>σ t>τ u>ου y>ι
    """
)
_ARABIC: Final = _pairs(
    """
    kh>خ gh>غ ch>ش sh>ش th>ث dh>ذ ou>و oo>و aa>ا ai>اي dj>ج ph>ف b>ب p>ب t>ت j>ج h>ه d>د r>ر z>ز s>س f>ف v>ف
    k>ك q>ق c>ك g>غ l>ل m>م n>ن w>و y>ي i>ي u>و o>و x>كس e> a>
    """
)
_KNOWN: Final = dict(
    _pairs(
        """
        Mohamed>محمد Mohammed>محمد Ahmed>احمد Youssef>يوسف Fatima>فاطمة Hassan>حسن Ali>علي Omar>عمر
        Khadija>خديجة Aicha>عائشة Aïcha>عائشة Said>سعيد Rachid>رشيد Mustapha>مصطفى Karim>كريم Samir>سمير
        Nadia>نادية Hicham>هشام Khalid>خالد Yassine>ياسين Bilal>بلال
        """
    )
)


def cyrillic(name: str) -> str:
    """As a Ukrainian or Russian passport writes it."""
    return _written(name, _CYRILLIC)


def greek(name: str) -> str:
    """As a Greek register writes it."""
    return _written(name, _GREEK)


def arabic(name: str) -> str:
    """Usual names as they are written; others letter by letter, without short vowels."""
    words = []
    for word in re.split(r"[ -]", name):
        if word in ("El", "Al"):
            words.append("ال")
        else:
            long = re.sub(r"^a|a$", "ا", re.sub(r"(.)\1", r"\1", word.lower()))
            words.append(_KNOWN.get(word) or _written(long, _ARABIC))
    return " ".join(words).replace("ال ", "ال")


def _written(name: str, table: tuple[tuple[str, str], ...]) -> str:
    name = "".join(sign for sign in normalize("NFD", name.lower()) if not combining(sign))
    for latin, letter in table:
        name = name.replace(latin, letter)
    return name.title()

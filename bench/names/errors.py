"""How a name comes to be written otherwise: slips, ears, scanners, particles, short forms."""

from __future__ import annotations

import random
from typing import Final


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((written, instead) for written, _, instead in (word.partition(">") for word in text.split()))


_BESIDE: Final = dict(
    _pairs(
        """
        a>zqs b>vhn c>xvf d>sfcr e>zrd f>drgv g>fhtb h>gjyn i>uok j>hknu k>jlm l>km m>nlk n>bmh o>ipl p>om
        q>qsa r>etf s>qdz t>ryg u>yij v>cbg w>xqe x>wcz y>tuh z>aes
        """
    )
)
_HEARD: Final = _pairs(
    """
    sch>sg ou>oe oe>ou ck>k k>c c>k qu>k ph>f f>ph ij>y y>ij ei>ij ae>aa aa>ae x>ks dt>t th>t gh>g g>gh
    eau>o au>o z>s s>z ss>s ll>l nn>n tt>t ai>è ch>sj sh>ch uy>ui ee>é oo>o w>v d>t
    """
)
_SCANNED: Final = _pairs(
    """
    rn>m m>rn l>1 o>0 i>l cl>d d>cl S>5 B>8 e>c u>v h>b nn>m I>l g>q ii>u t>f O>0 l>i
    """
)
_SHORT: Final = dict(
    _pairs(
        """
        Willem>Wim Jan>Jean Pieter>Piet Johannes>Jan Jozef>Jef Frans>Sooi Karel>Charel Louis>Lowie
    Hendrik>Rik
        Antoon>Toon Jacobus>Koos Nicolas>Nico Nikolaas>Klaas Michiel>Chiel Martin>Tinne Thomas>Tom
    Andreas>Dries
        Stefaan>Stef Steven>Steve Christophe>Chris Kristof>Kris Philippe>Fil Filip>Philippe Frederik>Fred
        Robert>Rob Alexander>Alex Maximiliaan>Max Emmanuel>Manu Benjamin>Ben Vincent>Vince Patrick>Pat
        Elisabeth>Lies Katrien>Trien Margareta>Griet Johanna>Hanne Catherine>Kathy Godelieve>Lieve
    Martine>Tine
        Christine>Chris Isabelle>Isa Alexandra>Sandra Josephine>Fien Charlotte>Lotte Mohamed>Mo Mustafa>Mus
        Abdelkader>Kader Aleksander>Sacha Vladimir>Volodja Dmitri>Dima Anna>Ania Marie>Maria Maria>Mia
        Sofie>Sophie Guillaume>Willem Pierre>Pieter Jacques>Jacob Étienne>Stefaan Matthias>Thijs
    Mathias>Mathieu
        Lukas>Luc Laurens>Laurent
        """
    )
)
_PARTICLES: Final = tuple(
    word.replace("_", " ")
    for word in [
        "Van_den_",
        "Van_der_",
        "Van_de_",
        "De_la_",
        "Van_",
        "De_",
        "Du_",
        "Le_",
        "El_",
        "Al_",
        "Ben_",
        "Ait_",
        "D'",
    ]
)


def slip(word: str, chance: random.Random) -> str:
    """One slip of the fingers anywhere in a word."""
    at = chance.randrange(len(word))
    how = chance.randrange(4)
    if how == 0 and len(word) > 3:
        return word[:at] + word[at + 1 :]
    if how == 1 and at + 1 < len(word) and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    letter = chance.choice(_BESIDE.get(word[at].lower(), "e"))
    if how == 2:
        return word[: at + 1] + letter + word[at + 1 :]
    return word[:at] + letter + word[at + 1 :]


def heard(word: str, chance: random.Random) -> str | None:
    """Written by ear; None when nothing in it can be."""
    return _replaced(word, _HEARD, chance)


def scanned(word: str, chance: random.Random) -> str | None:
    """As a scanner read it."""
    return _replaced(word, _SCANNED, chance)


def short(word: str) -> str | None:
    """What friends call somebody, or the name in the other language."""
    return _SHORT.get(word)


def particles(surname: str, chance: random.Random) -> str | None:
    """Joined, split with a hyphen, or lost."""
    for particle in _PARTICLES:
        if surname.startswith(particle):
            rest = surname[len(particle) :]
            joined = (particle + rest).replace(" ", "").replace("'", "").capitalize()
            return chance.choice(
                (joined, joined, surname.upper(), rest, particle.replace(" ", "") + " " + rest)
            )
    return None


def _replaced(word: str, table: tuple[tuple[str, str], ...], chance: random.Random) -> str | None:
    possible = [pair for pair in table if pair[0] in word]
    if not possible:
        return None
    written, instead = chance.choice(possible)
    at = chance.choice([i for i in range(len(word)) if word.startswith(written, i)])
    return word[:at] + instead + word[at + len(written) :]

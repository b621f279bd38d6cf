"""A part of a name: what the writing of a name is taken apart into."""

from __future__ import annotations

import msgspec


class Part(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """One name of a person: a given name, or a surname with its particles."""

    full: str
    """a–z, particles joined: `vandenberghe`."""
    core: str
    """Without particles: `berghe`; the same as `full` when there are none."""
    others: tuple[str, ...] = ()
    """Further spellings: those of letters with marks written out."""
    role: str = ""
    """`f` or `g` where the writing says surname or given name, else empty."""
    tied: int = -1
    """Number of the hyphen compound it belongs to, or -1."""
    bare: bool = False
    """From a script without vowels, and not a known name."""
    loose: bool = False
    """A nickname or a former surname that stands beside the name: may be missing without a word."""
    cut: bool = False
    """Cut short with a dot: `Fr.`"""

    @property
    def initial(self) -> bool:
        """Whether only the beginning is known."""
        return self.cut or len(self.full) == 1

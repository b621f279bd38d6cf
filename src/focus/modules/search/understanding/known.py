"""What is known of streets, places and names, and weighs in when a text is read."""

from __future__ import annotations

from dataclasses import dataclass

from focus.core.names import given_sex, is_family
from focus.modules.search.understanding import places
from focus.modules.search.understanding.streets import Streets


@dataclass(frozen=True, slots=True)
class Known:
    """The address register's streets where the operator gave them; names and places are always known."""

    streets: Streets | None = None

    def is_place(self, name: str) -> bool:
        """Whether a municipality or locality is called so, in any language of the country."""
        return places.is_place(name) or (self.streets is not None and self.streets.has_place(name))

    def is_postcode(self, number: str) -> bool:
        """Whether it is a postcode in use."""
        return places.is_postcode(number) or (
            self.streets is not None and self.streets.covers(number, "") and bool(number)
        )

    def is_street(self, name: str) -> bool:
        """Whether there is a street called so, anywhere."""
        return self.streets is not None and bool(self.streets.find(name))

    @staticmethod
    def leaning(word: str) -> int:
        """How a word stands between given names (1 or more) and surnames (-1): 0 is either, or neither."""
        return bool(given_sex(word)) - is_family(word)


NOTHING_KNOWN = Known()
"""Without the address register."""

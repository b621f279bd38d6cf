"""How much one message may be; the readers refuse more before they build it."""

from __future__ import annotations

from typing import Final

MOST_OCTETS: Final = 2 * 1024 * 1024
"""Of one message. Pictures and sound come by reference."""
DEEPEST: Final = 40
"""Objects in objects; the deepest example of the standards has 12."""
MOST_PARTS: Final = 50_000
"""Values, elements and attributes together."""

"""A source that cannot be asked, because its file is not right or what came with it is not.

It stands among the others: left out, "nothing known" would be said without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from focus.modules.search.questions import Reading
from focus.modules.search.sources.checking import FileFault
from focus.modules.search.sources.config import SourceConfig
from focus.modules.search.sources.protocol import Answer, SourceFailed


class Unusable:
    """Takes every question of its kinds and fails each with the reason."""

    def __init__(self, config: SourceConfig, faults: Sequence[FileFault]) -> None:
        """`config`: what can be known of it; `faults`: for those who look after sources."""
        self.config, self.faults = config, tuple(faults)

    @property
    def why(self) -> str:
        """All faults in one line, as `focus source check` says them."""
        return "; ".join(str(one.fault) for one in self.faults)

    def accepts(self, reading: Reading) -> bool:
        """Whether it would be asked, or counts."""
        kind = reading.kind
        return self.config.answers(kind) or kind in self.config.matters or kind in self.config.record_of

    async def ask(self, reading: Reading, *, deadline: float, asked_at: datetime) -> Answer:
        """Raises `SourceFailed`."""
        raise SourceFailed("unusable", self.why)

    async def details(self, reading: Reading, *, deadline: float, asked_at: datetime) -> Answer:
        """Raises `SourceFailed`."""
        raise SourceFailed("unusable", self.why)

    async def close(self) -> None:
        """Nothing is open."""

"""A source that cannot be asked, because its file is not right or what came with it is not.

It stands among the others: left out, "nothing known" would be said without it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from focus.modules.search.questions import Reading
from focus.modules.search.sources.checking import FileFault
from focus.modules.search.sources.config import SourceConfig
from focus.modules.search.sources.protocol import Answer, SourceFailed


class Unusable:
    """Takes every question of its kinds and fails each with the reason."""

    def __init__(self, config: SourceConfig, faults: Sequence[FileFault], *, owner: str = "") -> None:
        """`config`: what can be known of it; `faults`: for those who look after sources; `owner`: code of
        the organisation whose own list it is."""
        self.config, self.faults, self.owner = config, tuple(faults), owner
        self.organisation: UUID | None = None

    def belongs(self, organisations: Mapping[str, UUID]) -> None:
        """Only its owner has it. An organisation that there is not has nothing that anybody could see."""
        if self.owner:
            self.organisation = organisations.get(self.owner, UUID(int=1))

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

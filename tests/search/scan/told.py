"""`python -m tests.search.scan.told`: the worker, with an engine that runs its pictures as code."""

from __future__ import annotations

from focus.modules.search.scan.worker import main
from tests.support.inside import told


class Obeying:
    """What a decoder is that an intruder has taken over."""

    def open(self) -> None:
        """There are no models."""

    def lines(self, jpeg: bytes) -> list[str]:
        """What the code said, as the only line."""
        return [told(jpeg.decode())]


if __name__ == "__main__":
    main(Obeying)

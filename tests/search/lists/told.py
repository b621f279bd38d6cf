"""`python -m tests.search.lists.told`: the Parquet reader's process, taken over by the file that it reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from focus.modules.search.lists.parquet_child import Read, main
from tests.support.inside import told


def obeying() -> Read:
    """Each line is code; one row says what came of it."""

    def rows(file: IO[bytes]) -> Iterator[dict[str, Any]]:
        given, *lines = file.read().decode().splitlines()
        for line in lines:
            yield {"said": told(f"{given}\n{line}")}

    return rows


if __name__ == "__main__":
    main(obeying)

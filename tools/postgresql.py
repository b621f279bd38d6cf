"""Run the tests on a PostgreSQL by URL: the one given, or the machine's own, started and removed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from urllib.parse import urlsplit, urlunsplit

from tests.database.postgresql import system_binaries, system_server

GIVEN = "FOCUS_TEST_DATABASE_URL"


def pytest(url: str, arguments: list[str]) -> int:
    """Its exit status."""
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(command, env={**os.environ, GIVEN: url}, check=False).returncode


def main() -> None:
    """Arguments are pytest's."""
    arguments = sys.argv[1:]
    if url := os.environ.get(GIVEN):
        sys.exit(pytest(url, arguments))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    binaries = system_binaries()
    if binaries is None:
        sys.exit(f"There is no PostgreSQL 15 or newer on this machine: install one, or give {GIVEN}.")
    with system_server(binaries) as server:
        print(f"The tests run on {binaries}.", flush=True)
        status = pytest(urlunsplit(urlsplit(server.url)._replace(path="/postgres")), arguments)
    sys.exit(status)


if __name__ == "__main__":
    main()

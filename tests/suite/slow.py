"""What `make check` leaves out beside the browser: what is marked slow where it stands, and these files."""

from __future__ import annotations

import pytest

FILES = (
    "tests/database/test_migrations.py",
    "tests/database/test_roles.py",
    "tests/docs/test_reference.py",
    "tests/faults/test_connectors.py",
    "tests/followup/test_moving.py",
    "tests/identity/test_nonces.py",
    "tests/jobs/test_away.py",
    "tests/jobs/test_clock.py",
    "tests/search/lists/test_large.py",
    "tests/search/lists/test_platform.py",
    "tests/search/lookups/test_again.py",
    "tests/search/lookups/test_own_postgresql.py",
    "tests/search/lookups/test_scan_route.py",
    "tests/search/rights/test_own.py",
    "tests/server/test_bootstrap.py",
    "tests/world/test_command.py",
    "tests/world/test_configuration.py",
    "tests/world/test_sql_sources.py",
)
"""They start servers or processes of their own, or work through thousands of rows: seconds each."""


def is_slow(nodeid: str) -> bool:
    """Whether a test stands in one of them."""
    return nodeid.partition("::")[0] in FILES


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marked before `-m` looks at marks."""
    for item in items:
        if is_slow(item.nodeid):
            item.add_marker(pytest.mark.slow)

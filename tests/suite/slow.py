"""What `make check` leaves out beside the browser: what is marked slow where it stands, and these files."""

from __future__ import annotations

import pytest

FILES = (
    "tests/briefing/test_demo.py",
    "tests/briefing/test_ending.py",
    "tests/briefing/test_printing.py",
    "tests/database/test_binaries.py",
    "tests/database/test_migrations.py",
    "tests/database/test_roles.py",
    "tests/database/test_transaction.py",
    "tests/docs/test_reference.py",
    "tests/duty/test_duty.py",
    "tests/faults/test_connectors.py",
    "tests/followup/test_changes.py",
    "tests/followup/test_moving.py",
    "tests/identity/test_enrolment.py",
    "tests/identity/test_lock.py",
    "tests/identity/test_nonces.py",
    "tests/identity/test_oidc.py",
    "tests/identity/test_proof.py",
    "tests/identity/test_sign_in.py",
    "tests/jobs/test_away.py",
    "tests/jobs/test_clock.py",
    "tests/jobs/test_commands.py",
    "tests/jobs/test_queue.py",
    "tests/log/test_events.py",
    "tests/log/test_export.py",
    "tests/log/test_verify.py",
    "tests/push/test_push.py",
    "tests/search/hints/test_hints.py",
    "tests/search/lists/test_large.py",
    "tests/search/lists/test_platform.py",
    "tests/search/lookups/test_again.py",
    "tests/search/lookups/test_offered.py",
    "tests/search/lookups/test_own.py",
    "tests/search/lookups/test_own_postgresql.py",
    "tests/search/lookups/test_scan_route.py",
    "tests/search/lookups/test_typed.py",
    "tests/search/lookups/test_word.py",
    "tests/search/merging/test_order.py",
    "tests/search/merging/test_settling.py",
    "tests/search/merging/test_truth.py",
    "tests/search/rights/test_octets.py",
    "tests/search/rights/test_own.py",
    "tests/search/understanding/test_mrz.py",
    "tests/server/test_bootstrap.py",
    "tests/server/test_running.py",
    "tests/sync/test_deliver.py",
    "tests/sync/test_histories.py",
    "tests/sync/test_live.py",
    "tests/sync/test_pull.py",
    "tests/world/test_command.py",
    "tests/world/test_configuration.py",
    "tests/world/test_population.py",
    "tests/world/test_sql_sources.py",
    "tests/world/test_town.py",
)
"""Four seconds or more on two quiet processors, and fewer than ten tests in each second: they start servers
or processes of their own, wait for clocks, or work through thousands of rows or examples."""


def is_slow(nodeid: str) -> bool:
    """Whether a test stands in one of them."""
    return nodeid.partition("::")[0] in FILES


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marked before `-m` looks at marks."""
    for item in items:
        if is_slow(item.nodeid):
            item.add_marker(pytest.mark.slow)

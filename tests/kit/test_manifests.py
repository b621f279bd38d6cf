"""What the app's tests read is what the server gives today."""

from __future__ import annotations

import pytest

from tests.kit.cases import CASES
from tests.kit.manifests import FOLDER, written


@pytest.mark.parametrize("case", CASES)
def test_the_manifest_of_the_apps_tests_is_todays(case: str) -> None:
    kept = (FOLDER / f"{case}.json").read_text("utf-8")
    assert kept == written(case), "write it anew: python -m tests.kit.manifests"

"""What a browser was given where the demo was started: the tests give servers their own."""

from __future__ import annotations

from typing import Final

from focus.core.identity.demo import COOKIE

TOKEN: Final = "of-the-tests"
KEPT: Final = {"cookie": f"{COOKIE}={TOKEN}"}
"""As a browser sends it to the demo's doors."""

"""The keys that sources ask for: one secret per kind of authority, fictional unless set from outside."""

from __future__ import annotations

import os

secrets = {
    "WORLD_KEY_FEDERAL": "fictional-federal-key",
    "WORLD_KEY_REGIONAL": "fictional-regional-key",
    "WORLD_KEY_ABROAD": "fictional-key-from-abroad",
}
"""Environment variable → value when it is not set."""

_prefix = "FOCUS_SECRET_"
_federal = {
    "X-RR-Sleutel",
    "X-DIV-Key",
    "X-ANG-Key",
    "X-VOV-Key",
    "X-CWR-Key",
    "X-Casier-Cle",
    "X-KBO-Key",
    "X-Anpr-Key",
}
_abroad = {"X-SIS-Key", "Authorization"}


def secret_name(header: str) -> str:
    """Which secret opens a source that asks for this header."""
    if header in _federal:
        return "WORLD_KEY_FEDERAL"
    return "WORLD_KEY_ABROAD" if header in _abroad else "WORLD_KEY_REGIONAL"


def _value(name: str) -> str:
    return os.environ.get(_prefix + name, secrets[name])


def environment() -> dict[str, str]:
    """All secrets under the names by which FOCUS reads them, for whoever starts both together."""
    return {_prefix + name: _value(name) for name in secrets}


def expected(header: str) -> str:
    """What must stand in the header; bearer form in `Authorization`."""
    key = _value(secret_name(header))
    return f"Bearer {key}" if header == "Authorization" else key

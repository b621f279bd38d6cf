"""The keys that sources ask for: one secret per kind of authority, fictional unless set from outside."""

from __future__ import annotations

import os

secrets = {
    "WORLD_KEY_FEDERAL": "fictional-federal-key",
    "WORLD_KEY_REGIONAL": "fictional-regional-key",
    "WORLD_KEY_ABROAD": "fictional-key-from-abroad",
    "WORLD_KEY_TOLL": "fictional-toll-key",
    "WORLD_LDAP": "fictional-directory-password",
    "WORLD_CLIENT": "fictional-client-secret",
    "WORLD_SIGNING": "ZmljdGlvbmFsLXNpZ25pbmcta2V5LW9mLXRoZS13b3JsZA==",
}
"""Name → value when the environment does not say otherwise."""

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


def secret(name: str) -> str:
    """One of them as it is now."""
    return os.environ.get(_prefix + name, secrets[name])


def environment() -> dict[str, str]:
    """All secrets under the names by which FOCUS reads them, for whoever starts both together."""
    return {_prefix + name: secret(name) for name in secrets}


def expected(header: str) -> str:
    """What must stand in the header; bearer form in `Authorization`."""
    key = secret(secret_name(header))
    return f"Bearer {key}" if header == "Authorization" else key

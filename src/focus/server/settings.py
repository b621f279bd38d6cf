"""Settings from the environment, the only place that reads it."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from focus.core.gate import Settings


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """The operator's settings; raises ValueError that names the variable that cannot be used."""
    host = environment.get("FOCUS_HOST", "127.0.0.1")
    port = _number(environment, "FOCUS_PORT", 8500)
    demo = environment.get("FOCUS_DEMO") == "1"
    if demo and not is_loopback(host):
        raise ValueError("FOCUS_DEMO=1 is only possible on a loopback address; FOCUS_HOST is another")
    return Settings(
        home=Path(environment.get("FOCUS_HOME", "var")).resolve(),
        database_url=environment.get("FOCUS_DATABASE_URL") or None,
        database_app_url=environment.get("FOCUS_DATABASE_APP_URL") or None,
        host=host,
        port=port,
        origin=environment.get("FOCUS_ORIGIN", f"http://localhost:{port}"),
        demo=demo,
        demo_token=environment.get("FOCUS_DEMO_TOKEN", ""),
        app=Path(environment["FOCUS_APP"]).resolve() if environment.get("FOCUS_APP") else None,
        nonces=_nonces(environment),
        workers=_number(environment, "FOCUS_WORKERS", 1),
        variables={name: value for name, value in environment.items() if _of_modules(name)},
    )


def _of_modules(name: str) -> bool:
    secret = "DATABASE" in name or name.startswith("FOCUS_SECRET_") or name == "FOCUS_DEMO_TOKEN"
    return name.startswith("FOCUS_") and not secret


def is_loopback(host: str) -> bool:
    """Whether an address or name is this machine's own."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _nonces(environment: Mapping[str, str]) -> Literal["file", "database"]:
    chosen = environment.get("FOCUS_NONCES", "file")
    if chosen == "file":
        return "file"
    if chosen == "database":
        return "database"
    raise ValueError("FOCUS_NONCES must be file or database")


def _number(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name, str(default))
    if not text.isdigit():
        raise ValueError(f"{name} must be a whole number")
    return int(text)

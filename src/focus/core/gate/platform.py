"""Everything a call may reach, made once when the server starts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

if TYPE_CHECKING:
    from focus.core.bus import Bus
    from focus.core.database import Database
    from focus.core.gate.gate import Gate
    from focus.core.keys import FileKeyStore
    from focus.core.log import Log
    from focus.core.registry.registry import Registry
    from focus.core.texts import Texts


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the operator sets by environment; `docs/handbook/operator.md` lists every one."""

    home: Path
    """FOCUS_HOME: data, keys and secrets; default ./var."""
    database_url: str | None = None
    """FOCUS_DATABASE_URL: a PostgreSQL of your own; default: embedded."""
    database_app_url: str | None = None
    """FOCUS_DATABASE_APP_URL: the app role's login on it, where the operator made one."""
    host: str = "127.0.0.1"
    """FOCUS_HOST: the address to listen on; TLS and the outside are a proxy's work."""
    port: int = 8500
    """FOCUS_PORT: the port to listen on."""
    origin: str = ""
    """FOCUS_ORIGIN: the address in the browser's bar; default http://localhost:PORT."""
    demo: bool = False
    """FOCUS_DEMO=1: synthetic people may be continued as; only on loopback."""
    sources: tuple[Path, ...] = ()
    """FOCUS_SOURCES: folders with source files, separated like PATH."""
    nonces: Literal["file", "database"] = "file"
    """FOCUS_NONCES: where used proofs are kept; `database` when several hosts serve."""
    workers: int = 1
    """FOCUS_WORKERS: server processes."""


@dataclass(slots=True)
class Platform:
    """The running platform, handed to routes, actions and views."""

    settings: Settings
    database: Database
    keys: FileKeyStore
    log: Log
    bus: Bus
    texts: Texts
    registry: Registry
    gate: Gate
    extras: dict[str, Any] = field(default_factory=dict)
    """What modules keep for the life of the process, under their own name."""

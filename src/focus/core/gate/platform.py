"""Everything a call may reach, made once when the server starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import msgspec

from focus.core.gate.services import NotOffered, NotRequired, Service
from focus.core.registry.operator import operator_settings

if TYPE_CHECKING:
    from focus.core.bus import Bus
    from focus.core.database import Database
    from focus.core.gate.interface import GateInterface
    from focus.core.jobs import Jobs
    from focus.core.keys import FileKeyStore
    from focus.core.log import Log
    from focus.core.registry.registry import Registry
    from focus.core.texts import Texts


T = TypeVar("T")
K = TypeVar("K", bound=msgspec.Struct)


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
    demo_token: str = ""
    """FOCUS_DEMO_TOKEN: what a browser must have been given to continue as one; `serve` makes one itself."""
    app: Path | None = None
    """FOCUS_APP: the folder of an app built with screens of modules from elsewhere; default: ours."""
    nonces: Literal["file", "database"] = "file"
    """FOCUS_NONCES: where used proofs are kept; `database` when several hosts serve."""
    workers: int = 1
    """FOCUS_WORKERS: server processes."""
    variables: Mapping[str, str] = {}
    """FOCUS_…: all that were set but secrets, from which modules read their own."""


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
    gate: GateInterface
    jobs: Jobs
    module: str = ""
    """The module that it was handed to; empty: the server itself, which may ask for everything."""
    _services: dict[Service[Any], Any] = field(default_factory=dict)

    def offer(self, service: Service[T], value: T) -> None:
        """Let others use `value`; only the module that the service belongs to may."""
        if self.module not in ("", service.module):
            raise NotRequired(f"{self.module} offers a service of {service.module}")
        if not isinstance(value, service.kind):
            raise TypeError(f"{service.module} offers {type(value).__name__} as {service.kind.__name__}")
        self._services[service] = value

    def service(self, service: Service[T]) -> T:
        """What `service.module` offers. Raises NotRequired, NotOffered."""
        if self.module and service.module not in self.registry.reach[self.module]:
            raise NotRequired(f"{self.module} uses {service.module}, which it does not require")
        try:
            found: T = self._services[service]
        except KeyError:
            raise NotOffered(f"{service.module} offers no {service.kind.__name__}") from None
        return found

    def operator(self, kind: type[K]) -> K:
        """What the operator set for the module that declares `kind`. Raises LookupError, ValueError."""
        for module in self.registry:
            if module.operator is kind:
                return operator_settings(module.name, kind, self.settings.variables)
        raise LookupError(f"no module declares {kind.__name__} as settings of the operator")

    def seen_by(self, module: str) -> Platform:
        """The same platform as this module sees it: with the services of what it requires."""
        return replace(self, module=module)

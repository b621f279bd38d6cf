"""What a module says of itself: pure data, read by the registry, the gate and the server.

A module package has a `module.py` with one `Module`; its `migrations/` and `texts/` folders are found beside
that file. From an action's or view's signature come its request type, route, OpenAPI entry, permission
matrix rows and log event.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import time, timedelta
from functools import cached_property
from importlib import import_module
from typing import Any, get_type_hints

import msgspec

Function = Callable[..., Awaitable[Any]]


@dataclass(frozen=True, eq=False)
class Operation:
    """An action or a view: a function whose keyword-only parameters are its request."""

    function: Function
    needs: str | None
    """Permission; None: any person who is signed in, about his own data."""
    step_up: bool = False
    """Asks for a user verification of at most five minutes ago."""

    @property
    def name(self) -> str:
        """The function's name, `close_check`."""
        return self.function.__name__

    @property
    def summary(self) -> str:
        """First line of the docstring."""
        return (inspect.getdoc(self.function) or "").split("\n", 1)[0]

    @property
    def description(self) -> str:
        """The whole docstring."""
        return inspect.getdoc(self.function) or ""

    @cached_property
    def _hints(self) -> Mapping[str, Any]:
        return get_type_hints(self.function, include_extras=True)

    @cached_property
    def parameters(self) -> type[msgspec.Struct]:
        """The request: one field for each keyword-only parameter."""
        fields: list[Any] = []
        for parameter in inspect.signature(self.function).parameters.values():
            if parameter.kind is not inspect.Parameter.KEYWORD_ONLY:
                continue
            hint = self._hints[parameter.name]
            if parameter.default is inspect.Parameter.empty:
                fields.append((parameter.name, hint))
            else:
                fields.append((parameter.name, hint, parameter.default))
        name = "".join(part.title() for part in self.name.split("_")) + "Request"
        return msgspec.defstruct(
            name,
            fields,
            kw_only=True,
            forbid_unknown_fields=True,
            frozen=True,
            module=self.function.__module__,
        )

    @cached_property
    def answer(self) -> Any:
        """The return annotation."""
        return self._hints["return"]

    async def __call__(self, *args: Any, **parameters: Any) -> Any:
        """The bare function, without the gate: for actions that build on others."""
        return await self.function(*args, **parameters)


@dataclass(frozen=True, eq=False)
class Action(Operation):
    """Changes something. Returns its event: no event, no commit.

    `offline`: a phone may do it without network and deliver it later; `actor.at` says when it was done.
    """

    offline: bool = False


@dataclass(frozen=True, eq=False)
class View(Operation):
    """Reads something; its consultation is logged before the answer leaves.

    `private`: the parameters travel in a POST body, because personal data never stands in a URL.
    `consults=False`: shows nothing about anybody but the one who asks, so nothing is logged.
    """

    private: bool = False
    consults: bool = True


@dataclass(frozen=True, eq=False)
class Route:
    """A hand-written route, for what is neither action nor view: sign-in, streams, uploads.

    `serve(call: focus.core.gate.Call)` returns something msgspec can encode, a `Reply`, or `Lines`
    (NDJSON). The gate has authenticated and permitted the call unless `public`.
    """

    method: str
    path: str
    """Whole, as in `/api/search/lookups/{lookup:uuid}/retry`."""
    serve: Function
    needs: str | None = None
    public: bool = False
    """May be called without a session."""
    while_locked: bool = False
    """May be called by a session that is locked: unlock, sign out."""
    body: Any = None
    """Type of the JSON body; `call.body` is then one of it."""
    answer: Any = None
    """Type of the JSON answer."""
    lines: Any = None
    """Type of one line, when the answer is NDJSON."""
    status: int = 200
    """Of its answer when all is well."""
    also: tuple[int, ...] = ()
    """Other statuses of an answer that is no problem: 206, 304."""
    media_type: str = "application/json"
    """Of an answer that is not JSON."""
    step_up: bool = False
    only_demo: bool = False
    """Exists only in demo mode on loopback."""
    body_limit: int = 1_000_000
    """Octets; a longer body is refused with 413."""

    @property
    def summary(self) -> str:
        """First line of the docstring."""
        return (inspect.getdoc(self.serve) or "").split("\n", 1)[0]


def imported(named: str) -> Any:
    """What `package.module:name` means, imported now: for declarations that must not import it earlier."""
    place, _, name = named.partition(":")
    return getattr(import_module(place), name)


@dataclass(frozen=True, eq=False)
class Job:
    """Work without a caller: by the clock (`every` or `at`), or put into the queue (`queue`).

    `run(platform, **arguments)` is async; its name is the job's, `<module>.<name>`. The platform is the one
    that the module sees. What is put with an organisation is given `organisation`, its UUID, beside its
    arguments and opens its transactions in that scope.

    By the clock it runs in one process of the installation at a time, once when it missed turns, and the
    first time of all at once if it is `every`. It may be broken off and begun again, so it must bear both.
    """

    run: Function | str
    """The function, or `package.module:name` of one that is imported when it is needed."""
    every: timedelta | None = None
    """At least a second. Due at the multiples of it since midnight UTC of 1970."""
    at: time | None = None
    """Each day at this time in Brussels."""
    queue: bool = False
    """Run at least once for each time that it was put: see `focus.core.jobs.Jobs.put`."""
    per_process: bool = False
    """For what each process holds in memory: a timer in every process, which the database knows nothing of.
    It has `every`, of any length, and waits that long before its first run."""

    @property
    def name(self) -> str:
        """The function's name, `load_due`."""
        return self.run.rpartition(":")[2] if isinstance(self.run, str) else self.run.__name__

    @property
    def periodic(self) -> bool:
        """By the clock of the whole installation."""
        return not (self.queue or self.per_process)

    @cached_property
    def function(self) -> Function:
        """What to call, imported now."""
        found: Function = imported(self.run) if isinstance(self.run, str) else self.run
        return found


@dataclass(frozen=True, eq=False)
class Retention:
    """How long rows are kept: one job of the platform erases what is older, each hour."""

    table: str
    """`search.hint`: a table of the module, which the platform may delete from."""
    column: str
    """A time or a day, from which the days count."""
    days: int | str
    """A number, or the name of a setting of the organisation that holds one."""
    what: str
    """What these rows are, in a few words for the operator."""
    scoped: bool = True
    """Rows of organisations, erased in the scope of each; else of the installation."""
    erase: Function | str | None = None
    """Instead of deleting: `erase(platform, tx, before)` takes out of a scope's rows what may not stay, with
    its own log entry, and returns how many. The function, or `package.module:name` of one."""

    @cached_property
    def erasing(self) -> Function | None:
        """What to call instead of deleting, imported now."""
        found: Function | None = imported(self.erase) if isinstance(self.erase, str) else self.erase
        return found


LONGEST_OFFLINE = timedelta(hours=72)
"""No phone holds a record longer than this without having spoken to the server."""


@dataclass(frozen=True, eq=False)
class Synced:
    """A kind of record that phones hold. An action saves it by `actor.save(KIND, record)`.

    `record` is what a phone is given, whole, as JSON; it has `id: UUID`. Whatever a phone may not see does
    not stand in it.
    """

    name: str
    """`<module>.<kind>`: `briefing.item`."""
    record: type[Any]
    buckets: Callable[[Any], Iterable[str]]
    """Who may hold this record, now: see `focus.core.feed`. Empty: nobody."""
    needs: str
    """The permission without which it is never sent."""
    offline: timedelta = LONGEST_OFFLINE
    """How long a phone holds it after it last spoke to the server; at most 72 hours."""


@dataclass(frozen=True, eq=False)
class Module:
    """The declaration of a module; imports nothing heavy."""

    name: str
    icon: str
    requires: tuple[str, ...] = ()
    permissions: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    views: tuple[View, ...] = ()
    routes: tuple[Route, ...] = ()
    sources: tuple[Callable[[Any], Any], ...] = ()
    """What the module offers to Search: classes below `focus.modules.search.public.OfferedSource`."""
    synced: tuple[Synced, ...] = ()
    """Kinds of records that phones hold."""
    buckets: tuple[Callable[..., Awaitable[Iterable[str]]], ...] = ()
    """More buckets of somebody: `provider(tx, principal)`, of an incident he was sent to for instance."""
    jobs: tuple[Job, ...] = ()
    retention: tuple[Retention, ...] = ()
    settings: type[msgspec.Struct] | None = None
    """Typed settings of an organisation for this module; every field has a default."""
    operator: type[msgspec.Struct] | None = None
    """What the operator sets for the installation, by variables `FOCUS_<MODULE>_<FIELD>`; see
    `focus.core.registry.operator`. `platform.operator(kind)` gives it."""
    menu: bool = False
    """Stands in the digital menu, so an organisation may switch it on and off."""
    always_on: bool = False
    """Part of the platform: cannot be switched off."""
    check: str = ""
    """`package.module:name` of a function that is called with the operator's settings before anything is
    served, and raises ValueError with what the operator must mend first."""
    start: Callable[[Any], Awaitable[None]] | None = None
    """Called once with the `Platform` before the first request."""
    stop: Callable[[Any], Awaitable[None]] | None = None
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Texts by language and key, of a module made from a declaration; others have a folder `texts`."""
    faults: tuple[str, ...] = ()
    """Why it cannot run, each with file and line. It is left out and the rest runs: see `discover`."""
    package: str = field(default="", compare=False)
    """Filled in by the registry."""

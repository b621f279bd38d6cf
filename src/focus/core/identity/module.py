"""Identity as a module: the gate's authenticator, and everything around sessions and devices."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from focus.core.identity.actions import MAY_REVOKE, change_language, lock, revoke_device
from focus.core.identity.authenticator import SessionAuthenticator
from focus.core.identity.ceremonies import forget_over
from focus.core.identity.identity import IDENTITY, TOPIC, Identity, identity_of
from focus.core.identity.issuing import open_codes, second_code
from focus.core.identity.limits import Limits
from focus.core.identity.nonces import NonceFile, Nonces
from focus.core.identity.nonces_table import NonceTable
from focus.core.identity.passkeys import RelyingParty
from focus.core.identity.providing import set_provider_secret
from focus.core.identity.routes import routes
from focus.core.identity.settings import IdentityOperator, IdentitySettings
from focus.core.identity.views import devices_of, me, my_devices, my_sessions
from focus.core.outside import Outside
from focus.core.registry import Job, Module

if TYPE_CHECKING:
    from focus.core.gate import Platform


async def start(platform: Platform) -> None:
    """Give the gate its authenticator."""
    database, settings, limits = platform.database, platform.settings, Limits(platform.database, platform.bus)
    authenticator = SessionAuthenticator(
        database, nonces=nonces_for(platform), limits=limits, demo=settings.demo
    )
    identity = Identity(
        database=database,
        log=platform.log,
        bus=platform.bus,
        keys=platform.keys,
        party=RelyingParty(settings.origin or f"http://localhost:{settings.port}"),
        limits=limits,
        authenticator=authenticator,
        outside=Outside.of(platform.operator(IdentityOperator).provider_hosts),
    )
    platform.offer(IDENTITY, identity)
    platform.bus.subscribe(TOPIC, authenticator.forget)
    platform.gate.authenticator = authenticator


async def stop(platform: Platform) -> None:
    """Write what is known of activity."""
    await identity_of(platform).authenticator.close()


def nonces_for(platform: Platform) -> Nonces:
    """The store of used proofs: a file for one host, with FOCUS_NONCES=database a table for several."""
    if platform.settings.nonces == "database":
        return NonceTable(platform.database)
    return NonceFile(platform.settings.home / "run")


module = Module(
    name="identity",
    icon="key",
    requires=("organisations",),
    permissions=("identity.enrol", MAY_REVOKE),
    actions=(lock, revoke_device, change_language, second_code, set_provider_secret),
    views=(me, my_devices, my_sessions, devices_of, open_codes),
    routes=routes,
    jobs=(Job(forget_over, every=timedelta(minutes=1)),),
    settings=IdentitySettings,
    operator=IdentityOperator,
    always_on=True,
    start=start,
    stop=stop,
)

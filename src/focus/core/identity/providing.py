"""The secret of an organisation's client at its identity provider.

It is written by who may change settings, never shown and never named: a setting that could name a file or a
variable would let an organisation send the installation's secrets to an issuer of its own. It is bound to the
client and issuer for which it was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec

from focus.core import clock
from focus.core.gate import Actor, Event, action
from focus.core.identity.identity import identity_of
from focus.core.identity.problems import ProviderNone

if TYPE_CHECKING:
    from uuid import UUID

    from focus.core.database import Transaction
    from focus.core.identity.identity import Identity
    from focus.core.identity.settings import OidcProvider

Secret = Annotated[str, msgspec.Meta(max_length=1_000)]


class ProviderSecretSet(Event, frozen=True):
    """The secret for an issuer was written, or taken away; it stands in no log."""

    issuer: str
    public: bool
    """The client has none."""


@action(needs="organisations.switch", step_up=True)
async def set_provider_secret(actor: Actor, *, secret: Secret) -> ProviderSecretSet:
    """Write the client's secret for the issuer that is set now; empty: a public one. Raises ProviderNone."""
    identity = identity_of(actor.platform)
    provider = (await identity.limits.of(actor.organisation)).provider
    if provider is None:
        raise ProviderNone
    await keep_secret(identity, actor.tx, provider, secret, by=actor.person)
    return ProviderSecretSet(issuer=provider.issuer, public=not secret)


async def keep_secret(
    identity: Identity, tx: Transaction, provider: OidcProvider, secret: str, *, by: UUID
) -> None:
    """Write it in the transaction's organisation; empty: there is none."""
    assert tx.organisation is not None
    await tx.execute(
        """insert into identity.provider_secret (organisation_id, issuer, client_id, secret, set_by, set_at)
           values (focus.must_scope(), $1, $2, $3, $4, $5)
           on conflict (organisation_id) do update set issuer = excluded.issuer,
             client_id = excluded.client_id, secret = excluded.secret, set_by = excluded.set_by,
             set_at = excluded.set_at""",
        provider.issuer,
        provider.client_id,
        await identity.keys.wrap(tx.organisation, secret.encode()) if secret else b"",
        by,
        clock.now(),
    )


async def secret_for(identity: Identity, organisation: UUID, provider: OidcProvider) -> str:
    """The secret that was written for this client at this issuer; "" where there is none."""
    async with identity.database.transaction(organisation, readonly=True) as tx:
        wrapped = await tx.fetchval(
            "select secret from identity.provider_secret where issuer = $1 and client_id = $2",
            provider.issuer,
            provider.client_id,
        )
    return (await identity.keys.unwrap(organisation, wrapped)).decode() if wrapped else ""

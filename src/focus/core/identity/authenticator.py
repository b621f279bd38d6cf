"""Who makes this request: token, proof, lock and revocation, from memory whenever that is honest.

A session is read again from the database every `FRESH_S` seconds, so that a revocation, a lock or a changed
post reaches every worker within that time; here it is forgotten at once. Activity is written at most every
`WRITE_S` seconds: after a restart a session may lock that much too early, never too late.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from cryptography.exceptions import InvalidTag

from focus.core import clock
from focus.core.database import Database
from focus.core.gate.principal import Principal
from focus.core.identity import agreement, proof, store
from focus.core.identity.device_keys import DeviceKey
from focus.core.identity.limits import Limits
from focus.core.identity.nonces import Nonces
from focus.core.identity.problems import Locked, ProofRefused, ProofReplayed, SignedOut
from focus.core.identity.settings import IdentitySettings
from focus.core.identity.store import SessionRow
from focus.core.organisations.public import PostFacts, post_of

FRESH_S = 10.0
WRITE_S = 30.0
AHEAD = timedelta(seconds=60)
"""How far ahead of our clock a time may lie that a worker wrote down; beyond that a clock has jumped, and
neither a session, nor activity, nor a verification of that time counts."""
_KEPT = 10_000


@dataclass(slots=True)
class Live:
    """A session in memory. Times in seconds since 1970."""

    principal: Principal
    keys: proof.Keys
    method: str
    device_kind: str
    home: UUID
    expires: float
    idle_limit: int
    active: float
    written: float
    locked: bool
    read: float


class SessionAuthenticator:
    """The gate's authenticator."""

    def __init__(
        self,
        database: Database,
        *,
        nonces: Nonces,
        limits: Limits,
        demo: bool = False,
    ) -> None:
        self._database = database
        self._nonces = nonces
        self._limits = limits
        self._demo = demo
        self._live: dict[bytes, Live] = {}

    async def authenticate(
        self, *, method: str, path: str, headers: Mapping[str, str], body: bytes, while_locked: bool = False
    ) -> Principal:
        """The one who asks; see `focus.core.gate.principal.Authenticator`."""
        return (await self.session(method, path, headers, body, while_locked=while_locked)).principal

    async def session(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes, *, while_locked: bool = False
    ) -> Live:
        """The session of a request whose proof holds and was never used before."""
        given = proof.presented(headers)
        if given.token is None and not while_locked:
            raise Locked
        now = clock.now().timestamp()
        live = self._live.get(given.token_hash)
        if live is None or now - live.read > FRESH_S:
            live = await self._read(given, now)
        try:
            claims = proof.verify(given, keys=live.keys, method=method, path=path, body=body, now=now)
        except ProofRefused as refused:
            if refused.params["reason"] != "key" or live.read == now:
                raise
            live = await self._read(given, now)  # unlocked at another worker, so there is a new proof key
            claims = proof.verify(given, keys=live.keys, method=method, path=path, body=body, now=now)
        if not await self._nonces.spend(proof.nonce_of(claims), at=claims.iat, now=now):
            raise ProofReplayed
        if now >= live.expires:
            raise SignedOut
        if _idle(live, now) and live.read != now:
            live = await self._read(given, now)  # active or unlocked at another worker
        if _idle(live, now):
            await self._keep_locked(live)
            if not while_locked:
                raise Locked
        elif not claims.bg:
            await self._touch(live, now)
        return live

    def known(self, headers: Mapping[str, str]) -> Live:
        """The session of a request that was authenticated just now."""
        live = self._live.get(proof.presented(headers).token_hash)
        if live is None:
            raise SignedOut
        return live

    async def still_open(self, session: UUID) -> bool:
        """Whether a session may go on receiving a stream that began before: ask every half minute or so."""
        async with self._database.unscoped() as tx:
            return bool(await tx.fetchval("select identity.session_open($1, $2)", session, clock.now()))

    def forget(self, key: str) -> None:
        """Read anew, at their next request, the session or the sessions of the device named; `*`: all."""
        if key == "*":
            self._age(lambda _: True)
        else:
            self._age(lambda live: key in (str(live.principal.session_id), str(live.principal.device_id)))

    async def close(self) -> None:
        """Write what is known of activity, so that nobody is locked by a restart."""
        for live in list(self._live.values()):
            if live.active > live.written:
                await self._write(live)
        self._live.clear()
        await self._nonces.close()

    def _age(self, matches: Callable[[Live], bool]) -> None:
        for live in self._live.values():
            if matches(live):
                live.read = 0.0

    async def _read(self, given: proof.Presented, now: float) -> Live:
        moment = datetime.fromtimestamp(now, UTC)
        async with self._database.unscoped() as tx:
            row = await store.session_of(tx, given.token_hash)
            post = await post_of(tx, row.post_id, at=moment) if row else None
        if row is None or post is None or not self._counts(row, post, moment):
            self._live.pop(given.token_hash, None)
            raise SignedOut(revoked=row is not None and row.revoked)
        settings = await self._limits.of(row.organisation_id)
        live = _live(row, given.token, settings, post, now=now)
        before = self._live.pop(given.token_hash, None)
        if before is not None:
            live.active = max(live.active, before.active)
        if len(self._live) >= _KEPT:
            for oldest in list(self._live)[: _KEPT // 10]:
                del self._live[oldest]
        self._live[given.token_hash] = live
        return live

    def _counts(self, row: SessionRow, post: PostFacts, moment: datetime) -> bool:
        return (
            not (row.ended or row.revoked)
            and row.created_at <= moment + AHEAD
            and row.expires_at > moment
            and post.person_id == row.person_id
            and (self._demo or row.method != "demo")
        )

    async def _touch(self, live: Live, now: float) -> None:
        live.active = now
        if now - live.written >= WRITE_S:
            await self._write(live)

    async def _write(self, live: Live) -> None:
        live.written = live.active
        await self._update(live, "active_at = greatest(active_at, $2)", live.active)

    async def _keep_locked(self, live: Live) -> None:
        """Lock for good, so that a longer limit set later opens nothing."""
        if not live.locked:
            live.locked = True
            await self._update(live, "locked_at = $2", live.read)

    async def _update(self, live: Live, change: str, moment: float) -> None:
        async with self._database.transaction(live.principal.organisation_id) as tx:
            await tx.execute(
                f"""update identity.session set {change}
                    where organisation_id = focus.must_scope() and id = $1
                      and locked_at is null and ended_at is null""",  # noqa: S608 - two texts of this file
                live.principal.session_id,
                datetime.fromtimestamp(moment, UTC),
            )


def _idle(live: Live, now: float) -> bool:
    return live.locked or not -AHEAD.total_seconds() <= now - live.active < live.idle_limit


def _live(
    row: SessionRow, token: str | None, settings: IdentitySettings, post: PostFacts, *, now: float
) -> Live:
    return Live(
        principal=_principal(row, settings, post, now=datetime.fromtimestamp(now, UTC)),
        keys=_keys(row, token),
        method=row.method,
        device_kind=row.device_kind,
        home=post.person_organisation_id,
        expires=_over(row, post).timestamp(),
        idle_limit=settings.lock_s(row.device_kind),
        active=row.active_at.timestamp(),
        written=row.active_at.timestamp(),
        locked=row.locked_at is not None,
        read=now,
    )


def _over(row: SessionRow, post: PostFacts) -> datetime:
    """A session ends with its post, to the second, however fresh what is kept of it may be."""
    return min(row.expires_at, post.ends_at) if post.ends_at else row.expires_at


def _keys(row: SessionRow, token: str | None) -> proof.Keys:
    device = DeviceKey(row.device_point)
    if row.proof_key is None or token is None:
        return proof.Keys(device)
    try:
        return proof.Keys(device, row.proof_kid, agreement.unseal(row.proof_key, token))
    except InvalidTag:
        return proof.Keys(device)


def _principal(row: SessionRow, settings: IdentitySettings, post: PostFacts, *, now: datetime) -> Principal:
    fresh = timedelta(seconds=settings.step_up_s)
    verified = row.verified_at if row.verified_at and row.verified_at <= now + AHEAD else None
    return Principal(
        session_id=row.id,
        organisation_id=row.organisation_id,
        person_id=row.person_id,
        post_id=row.post_id,
        device_id=row.device_id,
        function=post.function,
        permissions=post.permissions,
        units=post.units,
        language=post.language,
        stepped_up_until=verified + fresh if verified else None,
        expires_at=_over(row, post),
    )

"""The Merkle log: who did what, why, provably; one tree per organisation."""

from focus.core.log.errors import AlreadyLogged, LogUnavailable, NotSealed, UnknownEvent
from focus.core.log.events import Issuer, LogEvent, PurposeStamp
from focus.core.log.log import Log
from focus.core.log.proofs import ConsistencyProof, InclusionProof, prove_consistency, prove_inclusion

__all__ = [
    "AlreadyLogged",
    "ConsistencyProof",
    "InclusionProof",
    "Issuer",
    "Log",
    "LogEvent",
    "LogUnavailable",
    "NotSealed",
    "PurposeStamp",
    "UnknownEvent",
    "prove_consistency",
    "prove_inclusion",
]

"""A module that stands for any register of cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from focus.core.purposes.public import references_of
from focus.core.registry import Module

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform, Principal

KNOWN_CASE, LATE_CASE = "LE.11.F1.004211/2026", "LE.11.F1.004212/2026"
case_register = {KNOWN_CASE}


async def issuer_of(tx: Transaction, principal: Principal, reference: str) -> Literal["case"] | None:
    """Any case in the register, to anybody."""
    return "case" if reference in case_register else None


async def start(platform: Platform) -> None:
    """The register says which references are its own."""
    references_of(platform).checkers.append(issuer_of)


CASES = Module(name="cases", icon="folder", requires=("purposes",), start=start, package="focus.server")

"""Pure rules of purposes and tasks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping

from focus.core.log import Issuer
from focus.core.organisations.public import name_in
from focus.core.purposes.errors import (
    AcceptsMissing,
    BasisMissing,
    CodeInvalid,
    DataUnknown,
    ReasonMissing,
    ReferenceInvalid,
    ReferenceNotAccepted,
    TitleMissing,
)
from focus.core.purposes.records import DATA_KINDS, ISSUERS, Purpose, PurposeChoice, ReferenceNeed, TaskKind
from focus.core.texts import LANGUAGES

PREFIXES: Mapping[TaskKind, str] = {"control": "C", "incident": "I", "case": "D", "check": "W"}
"""D for dossier, W for woonst."""

MIN_REASON, MAX_REASON = 3, 300

_CODE = re.compile(r"[a-z][a-z0-9_]{1,39}")


def numbered(kind: TaskKind, number: int) -> str:
    """Four digits at least: `C-0007`, `C-1109`, `C-12345`."""
    return f"{PREFIXES[kind]}-{number:04}"


def reference(given: str | None) -> str | None:
    """Without outer and double blanks, None when empty; raises `ReferenceInvalid`."""
    clean = " ".join((given or "").split())
    if not clean:
        return None
    if (
        len(clean) > 64
        or any(unicodedata.category(letter)[0] == "C" for letter in clean)
        or not any(letter.isalnum() for letter in clean)
    ):
        raise ReferenceInvalid
    return clean


def reason(given: str | None) -> str | None:
    """Without outer and double blanks, None when it says nothing: fewer than three letters or digits."""
    clean = " ".join((given or "").split())[:MAX_REASON]
    return clean if sum(letter.isalnum() for letter in clean) >= MIN_REASON else None


def title(given: str) -> str:
    """Raises `TitleMissing`."""
    clean = " ".join(given.split())
    if not 0 < len(clean) <= 120:
        raise TitleMissing
    return clean


def titles(given: Mapping[str, str]) -> dict[str, str]:
    """Titles in at least one of the four languages; raises `TitleMissing`."""
    clean = {language: title(text) for language, text in given.items() if text.strip()}
    if not clean or set(clean) - set(LANGUAGES):
        raise TitleMissing
    return clean


def basis(given: str) -> str:
    """Raises `BasisMissing`."""
    clean = " ".join(given.split())
    if not 0 < len(clean) <= 200:
        raise BasisMissing
    return clean


def code(given: str) -> str:
    """Raises `CodeInvalid`."""
    if not _CODE.fullmatch(given):
        raise CodeInvalid
    return given


def opened(kinds: Collection[str]) -> list[str]:
    """Kinds of data, sorted; raises `DataUnknown`."""
    for kind in kinds:
        if kind != "*" and kind not in DATA_KINDS:
            raise DataUnknown(params={"kind": kind[:40]})
    return ["*"] if "*" in kinds else sorted(set(kinds))


def accepted(issuers: Collection[Issuer], need: ReferenceNeed) -> list[Issuer]:
    """Whose references a purpose takes, in our order; raises `AcceptsMissing` where it takes references."""
    if need != "none" and not issuers:
        raise AcceptsMissing
    return [issuer for issuer in ISSUERS if issuer in issuers]


def check_issuer(purpose: Purpose, issuer: Issuer, reason: str | None) -> None:
    """Whether a purpose takes a reference that this issuer gave.

    Raises `ReferenceNotAccepted`, and `ReasonMissing` where it requires one and only the officer vouches.
    """
    if issuer not in purpose.accepts:
        raise ReferenceNotAccepted(
            params={
                "incident": _rank(purpose, "incident"),
                "case": _rank(purpose, "case"),
                "control": _rank(purpose, "control"),
                "self": _rank(purpose, "self"),
            },
            extra={"accepts": purpose.accepts},
        )
    if purpose.reference == "required" and issuer == "self" and reason is None:
        raise ReasonMissing(params={"because": "self"})


def _rank(purpose: Purpose, issuer: Issuer) -> int:
    """0 not accepted, 1 the first that is, 2 another: where a text puts its commas."""
    return min(purpose.accepts.index(issuer) + 1, 2) if issuer in purpose.accepts else 0


def choice(purpose: Purpose, language: str) -> PurposeChoice:
    """As an officer sees it."""
    return PurposeChoice(
        code=purpose.code,
        title=name_in(purpose.titles, language),
        basis=purpose.basis,
        reference=purpose.reference,
        accepts=purpose.accepts,
        reason=purpose.reason,
    )


def choices(purposes: Iterable[Purpose], function: str, language: str) -> list[PurposeChoice]:
    """Those that somebody in a function may use."""
    return [choice(x, language) for x in purposes if x.active and x.open_to(function)]

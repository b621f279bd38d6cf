"""`[facts.CODE]` and `[warnings.CODE]` of a source's file: words that the vocabulary does not have.

They stand where the vocabulary's words do. Their texts go to the app with each lookup.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final, Protocol

import msgspec

from focus.modules.search.records import FactKind, Tone, Word
from focus.modules.search.sources.checking import Fault
from focus.modules.search.vocabulary import FACTS, IDENTIFIERS, ROLES, WARNINGS

_CODE: Final = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_LONGEST_CODE: Final = 40
_LONGEST_TEXT: Final = 60
_LANGUAGES: Final = ("nl", "fr", "de", "en")
_TAKEN: Final[Mapping[str, Collection[str]]] = {
    "facts": FACTS.keys() | IDENTIFIERS.keys() | ROLES,
    "warnings": WARNINGS,
}
"""Rights hide identifiers and relations by the name of a fact: it must not be one of theirs either."""


class Texts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What officers read, in every language of the app."""

    nl: str
    fr: str
    de: str
    en: str


class OwnFact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fact of this source; as in the vocabulary, with its label."""

    texts: Texts
    kind: FactKind = "text"
    many: bool = False
    """One record or several may say several of it, none contradicting another."""


class OwnWarning(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A warning of this source, and how it counts in the verdict."""

    texts: Texts
    level: Tone
    word: Word = "attention"


class Declares(Protocol):
    """What of a file declares words."""

    @property
    def facts(self) -> Mapping[str, OwnFact]: ...
    @property
    def warnings(self) -> Mapping[str, OwnWarning]: ...


def with_own_words(content: dict[str, Any]) -> dict[str, Any]:
    """The file with the kind of its own facts, and level and word of its own warnings, where its maps use
    them and say nothing else. What has not the right shape is left as it is."""
    facts, warnings = _tables(content, "facts"), _tables(content, "warnings")
    if not facts and not warnings:
        return content
    made = dict(content)
    if isinstance(content.get("map"), list):
        made["map"] = [_in_map(one, facts, warnings) for one in content["map"]]
    if isinstance(content.get("first"), dict):
        made["first"] = _warned(content["first"], warnings)
    return made


def _tables(content: dict[str, Any], part: str) -> dict[str, dict[str, Any]]:
    given = content.get(part)
    return {k: v for k, v in given.items() if isinstance(v, dict)} if isinstance(given, dict) else {}


def _in_map(mapped: Any, facts: Mapping[str, Any], warnings: Mapping[str, Any]) -> Any:
    if not isinstance(mapped, dict):
        return mapped
    made = dict(mapped)
    if isinstance(mapped.get("facts"), dict):
        made["facts"] = {key: _kept(key, given, facts) for key, given in mapped["facts"].items()}
    if isinstance(mapped.get("warnings"), list):
        made["warnings"] = [_warned(one, warnings) for one in mapped["warnings"]]
    return made


def _kept(key: str, given: Any, facts: Mapping[str, Any]) -> Any:
    if key not in facts:
        return given
    kind = {"kind": facts[key].get("kind", "text")}
    if isinstance(given, str):
        return kind | {"path": given}
    if isinstance(given, list):
        return [kind | one if isinstance(one, dict) else one for one in given]
    return kind | given if isinstance(given, dict) else given


def _warned(given: Any, warnings: Mapping[str, Any]) -> Any:
    code = given.get("code") if isinstance(given, dict) else None
    own = warnings.get(code) if isinstance(code, str) else None
    if own is None or "level" not in own:
        return given
    return {"tone": own["level"], "word": own.get("word", "attention")} | given


def faults_of_own_words(declared: Declares) -> Iterator[Fault]:
    """What is wrong with what a file declares."""
    for part, words in (("facts", declared.facts), ("warnings", declared.warnings)):
        for code, word in words.items():
            path = f"{part}.{code}"
            if not _CODE.fullmatch(code) or len(code) > _LONGEST_CODE:
                yield Fault(path, f"lower case letters, digits and single _, at most {_LONGEST_CODE}")
            if code in _TAKEN[part]:
                yield Fault(path, "is a word of the vocabulary already; use that, or take another code")
            yield from _texts(word.texts, f"{path}.texts")


def _texts(texts: Texts, path: str) -> Iterator[Fault]:
    for language in _LANGUAGES:
        text = getattr(texts, language)
        if not text.strip():
            yield Fault(f"{path}.{language}", "is empty")
        elif len(text) > _LONGEST_TEXT or not text.isprintable():
            yield Fault(f"{path}.{language}", f"one line of at most {_LONGEST_TEXT} characters")


def faults_of_level(
    code: str, tone: Tone, word: Word, own: Mapping[str, OwnWarning], path: str
) -> Iterator[Fault]:
    """A warning counts as it is declared, wherever it is used."""
    declared = own.get(code)
    if declared and tone != declared.level:
        yield Fault(f"{path}.tone", f"{tone}, but [warnings.{code}] has level = {declared.level}")
    if declared and word != declared.word:
        yield Fault(f"{path}.word", f"{word}, but [warnings.{code}] has word = {declared.word}")


class DeclaredWords:
    """All that the files declare: a code means the same in every file."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[str, Any]] = {}

    def clashes(self, declared: Declares, file: str) -> list[Fault]:
        """Words that another file declares otherwise; those of a file without any are kept."""
        words: list[tuple[str, str, Any]] = [("facts", code, word) for code, word in declared.facts.items()]
        words += [("warnings", code, word) for code, word in declared.warnings.items()]
        found = []
        for part, code, word in words:
            where, meant = self._known.get((part, code), (file, word))
            if meant != word:
                found.append(Fault(f"{part}.{code}", f"{where} declares it otherwise"))
        if not found:
            for part, code, word in words:
                self._known.setdefault((part, code), (file, word))
        return found


def many_of(sources: Iterable[Any]) -> frozenset[str]:
    """Own facts of which a card may say several."""
    return frozenset(
        code for source in sources for code, fact in getattr(source.config, "facts", {}).items() if fact.many
    )

"""Texts in Dutch, French, German and English, from the Fluent files of each module.

The app reads the same files when it is built. `texts/nl.ftl` of a module is what the server says; folders
below it are what only the app shows. `core/` beside this file holds the platform's own texts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast

LANGUAGES = ("nl", "fr", "de", "en")
OWN = Path(__file__).parent / "core"
_NAME = re.compile(r"^([a-zA-Z][\w-]*)\s*=", re.MULTILINE)


def preferred(accepted: str) -> str:
    """The first language of an Accept-Language header that there is, else Dutch."""
    named = (part.strip()[:2].lower() for part in accepted.split(","))
    return next((language for language in named if language in LANGUAGES), "nl")


class Texts:
    """All texts of the installed modules; a language is read when it is first spoken."""

    def __init__(self, folders: Iterable[Path], words: Mapping[str, Mapping[str, str]] | None = None) -> None:
        self._folders = tuple(folders)
        self._words = words or {}
        """Texts without variables that stand in no folder, by language and key."""
        self._bundles: dict[str, FluentBundle] = {}

    def _bundle(self, language: str) -> FluentBundle:
        language = language if language in LANGUAGES else "nl"
        bundle = self._bundles.get(language)
        if bundle is None:
            bundle = FluentBundle([language], use_isolating=False)
            for path in (folder / f"{language}.ftl" for folder in self._folders):
                if path.exists():
                    bundle.add_resource(FluentResource(path.read_text("utf-8")))
            self._bundles[language] = bundle
        return bundle

    def _word(self, language: str, key: str) -> str | None:
        return self._words.get(language if language in LANGUAGES else "nl", {}).get(key)

    def has(self, language: str, key: str) -> bool:
        """Whether there is such a message."""
        return self._word(language, key) is not None or bool(self._bundle(language).has_message(key))

    def get(self, language: str, key: str, params: Mapping[str, str | int] | None = None) -> str:
        """The message in a language, or the key itself when there is none."""
        word = self._word(language, key)
        if word is not None:
            return word
        bundle = self._bundle(language)
        if not bundle.has_message(key):
            return key
        pattern = bundle.get_message(key).value
        if pattern is None:
            return key
        text, _ = bundle.format_pattern(pattern, dict(params or {}))
        return str(text)


def keys_of(path: Path) -> set[str]:
    """The message keys of a Fluent file, each attribute as `message.attribute`.

    Raises ValueError with the first line that cannot be read.
    """
    text = path.read_text("utf-8")
    found: set[str] = set()
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Junk):
            start = entry.span.start if entry.span else 0
            raise ValueError(f"{path}: line {text[:start].count(chr(10)) + 1} cannot be read")
        if isinstance(entry, ast.Message):
            found.add(entry.id.name)
            found.update(f"{entry.id.name}.{attribute.id.name}" for attribute in entry.attributes)
    return found


def names_in(path: Path) -> set[str]:
    """The messages of a Fluent file by their names alone: forty times as fast as reading it whole."""
    return set(_NAME.findall(path.read_text("utf-8")))


def gaps(folder: Path) -> list[str]:
    """What is missing in a texts folder or one below it: `fr.ftl lacks search-title`."""
    below = sorted({path.parent for path in folder.rglob("*.ftl")} - {folder})
    return [gap for part in (folder, *below) for gap in _gaps_in(part)] + _twice(folder)


def _twice(folder: Path) -> list[str]:
    """Keys that stand in two files of a language: the app would read only one of them."""
    seen = Counter(key for path in folder.rglob("nl.ftl") for key in names_in(path))
    return [f"{folder.parent.name}: {key} stands in two files" for key, n in seen.items() if n > 1]


def _gaps_in(folder: Path) -> list[str]:
    by_language: dict[str, set[str]] = {}
    missing: list[str] = []
    for language in LANGUAGES:
        path = folder / f"{language}.ftl"
        if path.exists():
            by_language[language] = names_in(path)
        else:
            missing.append(f"{path} does not exist")
    every = set().union(*by_language.values()) if by_language else set()
    for language, keys in by_language.items():
        missing += [f"{folder.parent.name}/{language}.ftl lacks {key}" for key in sorted(every - keys)]
    return missing

"""What an import found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from focus.core.errors import text_key

if TYPE_CHECKING:
    from focus.core.texts import Texts


class Bad(Exception):
    """A cell or line that cannot be taken; `params` never hold personal data."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = f"organisations.csv_{code}"
        self.params = params


class CsvProblem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong with one line."""

    line: int
    """As an editor counts: the header is line 1; a record over several lines is named by its first."""
    column: str | None
    """As the file's header writes it; None: the whole line."""
    code: str
    params: dict[str, str | int] = {}
    message: str = ""
    """In the reader's language, once translated."""


class ImportReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was, or with `dry_run` would be, imported."""

    subject: str
    encoding: str
    """utf-8, utf-16 or windows-1252: what the file was taken for."""
    separator: str
    """semicolon, comma or tab."""
    lines: int
    """Records found, the header and empty lines apart."""
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    bad: int = 0
    """Lines with at least one problem."""
    problems: list[CsvProblem] = []
    dry_run: bool = False
    imported: bool = False

    def translated(self, texts: Texts, language: str) -> ImportReport:
        """The same with messages."""
        problems = [
            msgspec.structs.replace(
                problem, message=texts.get(language, text_key(problem.code), problem.params)
            )
            for problem in self.problems
        ]
        return msgspec.structs.replace(self, problems=problems)

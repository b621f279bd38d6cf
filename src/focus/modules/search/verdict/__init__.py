"""The one word over a lookup: docs/decisions/0023-what-the-word-means.md. Knows cards and records only."""

from focus.modules.search.verdict.judge import Judge
from focus.modules.search.verdict.word import Findings, word_of

__all__ = ["Findings", "Judge", "word_of"]

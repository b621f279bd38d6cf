"""A lookup from question to last line: purpose, log, sources, cards, verdict, stream."""

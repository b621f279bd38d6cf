"""From what an officer types to readings: plates, numbers, names, addresses. Pure; asks nobody."""

from focus.modules.search.understanding.identify import identify
from focus.modules.search.understanding.understand import reading_as, understand

__all__ = ["identify", "reading_as", "understand"]

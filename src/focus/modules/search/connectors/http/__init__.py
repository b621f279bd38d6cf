"""HTTP/1.1 for asking many sources at once: llhttp reads, connections are kept and cut here."""

from focus.modules.search.connectors.http.address import Address
from focus.modules.search.connectors.http.connection import Reply
from focus.modules.search.connectors.http.pool import Pool

__all__ = ["Address", "Pool", "Reply"]

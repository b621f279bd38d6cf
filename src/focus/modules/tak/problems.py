"""What may be refused about TAK clients."""

from __future__ import annotations

from focus.core.errors import NotFound, Problem


class ClientUnknown(NotFound):
    """No such client, or it has ended."""

    code = "tak.client_unknown"


class UnitUnknown(NotFound):
    """No such unit."""

    code = "tak.unit_unknown"


class NotListening(Problem):
    """The operator lets no TAK client in."""

    code = "tak.not_listening"
    status = 409

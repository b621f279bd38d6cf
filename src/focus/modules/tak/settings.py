"""What the operator sets about TAK."""

from __future__ import annotations

import msgspec


class TakOperator(msgspec.Struct, frozen=True, kw_only=True):
    """Of the installation."""

    listen: str = ""
    """`0.0.0.0:8089`: where TAK clients come in, over TLS with a certificate of ours. Empty: nowhere."""
    host: str = ""
    """The name under which they find it; it stands in the server's certificate. Empty: `localhost`."""
    plain: str = ""
    """`5999@127.0.0.1:8087`: clients of that organisation without TLS, on loopback only: for a gateway that
    runs on this machine."""


def address_of(written: str) -> tuple[str, int]:
    """Host and port. Raises ValueError."""
    host, _, port = written.rpartition(":")
    if not host or not port.isdigit() or not 0 <= int(port) <= 65_535:
        raise ValueError(f"{written!r} is no HOST:PORT")
    return host.strip("[]"), int(port)


def check(operator: TakOperator) -> None:
    """Before anything is served. Raises ValueError with what to mend."""
    if operator.listen:
        address_of(operator.listen)
    if operator.plain:
        code, _, where = operator.plain.partition("@")
        host, _ = address_of(where)
        if not code or host not in ("127.0.0.1", "::1"):
            raise ValueError("FOCUS_TAK_PLAIN is CODE@127.0.0.1:PORT: without TLS on loopback only")

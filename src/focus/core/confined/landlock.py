"""Landlock (Linux 5.13 and newer): a process gives up every file, and what else its version knows."""

from __future__ import annotations

import ctypes
import os
from typing import Any, Final

_CREATE, _RESTRICT = 444, 446
"""System calls, the same on every machine that Linux got after 2018's common table."""
_VERSION: Final = 1
_FILES: Final = {1: 13, 2: 14, 3: 15, 5: 16}
"""Version → how many rights over files it knows; each newer one adds at the end."""
_NETWORK: Final = (4, 0b11)
"""From this version: TCP, binding and connecting."""
_SCOPES: Final = (6, 0b11)
"""From this version: abstract sockets and signals to those outside."""


class _Ruleset(ctypes.Structure):
    _fields_ = [("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64)]


def version(libc: Any) -> int:
    """Of this kernel; 0 or less: it has none, or it is turned off."""
    found: int = libc.syscall(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(_VERSION))
    return found


def no_files(libc: Any) -> bool:
    """From now on no file is opened, made, moved or removed. Needs `PR_SET_NO_NEW_PRIVS`."""
    has = version(libc)
    if has < 1:
        return False
    rights = max(count for since, count in _FILES.items() if since <= has)
    asked = _Ruleset(
        (1 << rights) - 1,
        _NETWORK[1] if has >= _NETWORK[0] else 0,
        _SCOPES[1] if has >= _SCOPES[0] else 0,
    )
    size = 8 if has < _NETWORK[0] else 16 if has < _SCOPES[0] else 24
    ruleset = libc.syscall(_CREATE, ctypes.byref(asked), ctypes.c_size_t(size), ctypes.c_uint32(0))
    if ruleset < 0:
        return False
    try:
        return bool(libc.syscall(_RESTRICT, ctypes.c_int(ruleset), ctypes.c_uint32(0)) == 0)
    finally:
        os.close(ruleset)

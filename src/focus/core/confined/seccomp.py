"""Seccomp (x86-64): only the system calls that computing needs; each other one is answered with EPERM.

The filter is a program of the kernel's packet filter over `seccomp_data`: first the architecture, then the
number of the call, compared with those that are allowed.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import sys
from typing import Any, Final

_SET_SECCOMP, _FILTER = 22, 2
_X86_64: Final = 0xC000003E
_LOAD, _IS, _RETURN = 0x20, 0x15, 0x06
"""Load a word, jump when equal, answer."""
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000

ALLOWED: Final = {
    "read": 0,
    "write": 1,
    "close": 3,
    "fstat": 5,
    "lseek": 8,
    "mmap": 9,
    "mprotect": 10,
    "munmap": 11,
    "brk": 12,
    "rt_sigreturn": 15,
    "pread64": 17,
    "writev": 20,
    "sched_yield": 24,
    "mremap": 25,
    "madvise": 28,
    "nanosleep": 35,
    "getpid": 39,
    "exit": 60,
    "gettimeofday": 96,
    "getrusage": 98,
    "gettid": 186,
    "futex": 202,
    "sched_getaffinity": 204,
    "restart_syscall": 219,
    "clock_gettime": 228,
    "clock_nanosleep": 230,
    "exit_group": 231,
    "getrandom": 318,
}
"""Nothing that names a file, a socket, another process or a signal."""


def only_computing(libc: Any) -> bool:
    """From now on nothing else is asked of the kernel. Needs `PR_SET_NO_NEW_PRIVS`.

    False on another machine than Linux on x86-64: the numbers differ, and none but these were tried.
    """
    if sys.platform != "linux" or platform.machine() != "x86_64" or sys.maxsize <= 2**32:
        return False
    program = _program(sorted(ALLOWED.values()))
    octets = ctypes.create_string_buffer(program, len(program))
    described = _Program(len(program) // 8, ctypes.addressof(octets))
    return bool(libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(described), 0, 0) == 0)


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_void_p)]


def _program(allowed: list[int]) -> bytes:
    """Numbers of the other table that the processor knows (x32) are in no list, so refused."""
    refuse_after = len(allowed)
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_IS, 1, 0, _X86_64),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER_AT),
        *((_IS, refuse_after - at, 0, number) for at, number in enumerate(allowed)),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)

"""What was measured on, and how much CPU a process and its children used."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
PACKAGES = ("msgspec", "asyncpg", "uvicorn", "cedarpy", "cryptography", "aiohttp")


def described() -> str:
    """One line: cores, memory, processor, Python and the packages that count."""
    memory = next(line for line in Path("/proc/meminfo").read_text().splitlines() if "MemTotal" in line)
    gib = int(memory.split()[1]) / 1024**2
    names = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    ]
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{os.cpu_count()} cores ({names[0] if names else platform.machine()}), {gib:.0f} GiB, "
        f"Python {platform.python_version()}, {packages}"
    )


@dataclass(frozen=True)
class Cpu:
    """CPU seconds used so far, by the app and by PostgreSQL."""

    app: float
    database: float

    def since(self, before: Cpu) -> Cpu:
        """The difference."""
        return Cpu(self.app - before.app, self.database - before.database)


def cpu_of(app: int, home: Path) -> Cpu:
    """CPU of a server process with its threads, and of the PostgreSQL that runs in `home`."""
    return Cpu(_seconds(app), sum(map(_seconds, postgres_of(home))))


def postgres_of(home: Path) -> list[int]:
    """Process ids of the embedded PostgreSQL below `home`, the postmaster first."""
    lines = (home / "postgres" / "data" / "postmaster.pid").read_text().splitlines()
    postmaster = int(lines[0])
    children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
    return [postmaster, *map(int, children)]


def _seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    # utime, stime, and those of children that have ended (a backend that closed).
    return sum(int(fields[at]) for at in (11, 12, 13, 14)) / TICK


def memory_mb(pid: int) -> float:
    """Proportional set size in MB: shared pages counted once over all processes."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1000
    raise ValueError(f"no memory figures of process {pid}")


def descendants(pid: int) -> list[int]:
    """A process and everything below it."""
    found = [pid]
    for each in found:
        for task in Path(f"/proc/{each}/task").glob("*/children"):
            found += map(int, task.read_text().split())
    return found

"""Which walls stand around a process."""

from __future__ import annotations

import msgspec


class Walls(msgspec.Struct, frozen=True, kw_only=True):
    """What this machine allowed; each is true where it stands.

    `namespace`: a user and a network of its own, in which nobody is. `landlock`: no file can be opened, made
    or taken away. `calls`: of the system calls only those for computing, memory and the pipe it has.
    `limits`: memory, processor time, and no new file, socket or process by limits of the process.
    """

    namespace: bool = False
    landlock: bool = False
    calls: bool = False
    limits: bool = False

    @property
    def network(self) -> bool:
        """Whether nobody can be reached from inside."""
        return self.namespace or self.calls

    @property
    def files(self) -> bool:
        """Whether no file can be touched from inside."""
        return self.landlock or self.calls

    @property
    def whole(self) -> bool:
        """Whether neither network nor files nor memory are left open."""
        return self.network and self.files and self.limits

    def told(self) -> str:
        """One line for the operator."""
        standing = ", ".join(
            f"{name}: {'yes' if has else 'NO'}" for name, has in msgspec.structs.asdict(self).items()
        )
        left = [name for name in ("network", "files", "limits") if not getattr(self, name)]
        open_ = f"; LEFT OPEN: {', '.join(left)}" if left else ""
        return f"{standing}{open_}"

"""`python -m focus.core.confined`: shuts itself and says which walls stand."""

from __future__ import annotations

import sys

import msgspec

from focus.core.confined.closing import Limits, leave_network, shut

if __name__ == "__main__":
    encode = msgspec.json.Encoder().encode
    sys.stdout.buffer.write(encode(shut(Limits(200_000_000, 5, 5), namespace=leave_network())))
    sys.stdout.buffer.flush()

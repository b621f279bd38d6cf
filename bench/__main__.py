"""`python -m bench [ROW …]`: measure, print, and write the table in docs/performance.md."""

from __future__ import annotations

import asyncio
import importlib
import sys
from pathlib import Path

from bench.results import Result, write


def main() -> None:
    """Run the rows asked for, or all."""
    wanted = {int(word) for word in sys.argv[1:]}
    results: list[Result] = []
    for path in sorted(Path(__file__).parent.glob("row*.py")):
        row = int(path.stem[3:5])
        if wanted and row not in wanted:
            continue
        print(f"row {row}: {path.stem[6:].replace('_', ' ')} …", flush=True)
        module = importlib.import_module(f"bench.{path.stem}")
        for result in asyncio.run(module.run()):
            print(f"  {result.what}: {result.measured} (target {result.target})", flush=True)
            results.append(result)
    write(results)


if __name__ == "__main__":
    main()

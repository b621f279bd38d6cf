"""`python -m world`: serve the world, break a source, make questions, write the map."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import urllib.error
import urllib.request
from pathlib import Path

from . import demo
from .serving.faults import modes


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m world", description=__doc__)
    commands = parser.add_subparsers(required=True)
    demo.options_of(commands.add_parser("demo", help="the world and the product beside it"))
    _serve_options(commands.add_parser("serve", help="run all sources; prints one JSON line when ready"))
    _fault_options(commands.add_parser("fault", help="break or mend a source of a running world"))
    _questions_options(
        commands.add_parser("questions", help="sample questions with known answers, one JSON a line")
    )
    _map_options(commands.add_parser("map", help="write the map as GeoJSON files"))
    _control_options(
        commands.add_parser("control", help="play an evening: a control room, and on demand cars and cameras")
    )
    options = parser.parse_args()
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        return 130


def _population(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--persons", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)


def _serve_options(parser: argparse.ArgumentParser) -> None:
    _population(parser)
    parser.add_argument("--port", type=int, default=0, help="0: any free port")
    parser.add_argument("--home", type=Path, default=Path("var/world"), help="folder of the SQL sources")
    parser.add_argument("--no-sql", action="store_true", help="only the sources over REST")
    parser.add_argument("--latency", type=float, default=1.0, help="0 answers at once, 1 is as in life")
    parser.add_argument(
        "--fault", action="append", default=[], metavar="SOURCE=MODE", help="broken from the start"
    )
    parser.add_argument("--with-parent", type=int, metavar="PID", help="end when this process does")
    parser.set_defaults(run=lambda options: asyncio.run(_serve(options)))


async def _serve(options: argparse.Namespace) -> int:
    from focus.core.database.problems import DatabaseUnusable

    from .running import start, until_told_to_end
    from .serving.faults import Fault

    try:
        running = await start(
            persons=options.persons,
            seed=options.seed,
            port=options.port,
            home=None if options.no_sql else options.home,
            latency=options.latency,
        )
    except (OSError, ValueError, DatabaseUnusable) as problem:
        print(f"the world does not start: {problem}", file=sys.stderr)
        return 1
    try:
        for written in options.fault:
            name, _, mode = written.partition("=")
            running.conditions.of(name).break_down(Fault.read({"mode": mode}))
        print(json.dumps(running.said()), flush=True)
        await until_told_to_end(parent=options.with_parent)
    finally:
        await running.stop()
    return 0


def _fault_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help="a source, or `all` (only with `none`)")
    parser.add_argument("mode", choices=(*modes, "none"))
    parser.add_argument("--ms", type=int, default=1_000, help="delay of slow, pause of drip")
    parser.add_argument("--seconds", type=float, help="mend by itself after so long")
    parser.add_argument("--url", default="http://127.0.0.1:8800", help="of the running world")
    parser.set_defaults(run=_fault)


def _fault(options: argparse.Namespace) -> int:
    mend = options.mode == "none"
    path = "/_world/faults" if options.name == "all" and mend else f"/_world/faults/{options.name}"
    wanted = {"mode": options.mode, "ms": options.ms, "seconds": options.seconds}
    request = urllib.request.Request(
        options.url + path,
        method="DELETE" if mend else "POST",
        data=None if mend else json.dumps(wanted).encode(),
        headers={"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            print(answer.read().decode() or f"{options.name}: mended")
    except urllib.error.HTTPError as problem:
        print(problem.read().decode(), file=sys.stderr)
        return 1
    except OSError as problem:
        print(f"no world answers at {options.url}: {problem}", file=sys.stderr)
        return 1
    return 0


def _questions_options(parser: argparse.ArgumentParser) -> None:
    _population(parser)
    parser.add_argument("--n", type=int, default=100)
    parser.set_defaults(run=_questions)


def _questions(options: argparse.Namespace) -> int:
    from .questions import questions
    from .world import World

    for question in questions(World(seed=options.seed, persons=options.persons), count=options.n):
        print(json.dumps(question, ensure_ascii=False))
    return 0


def _map_options(parser: argparse.ArgumentParser) -> None:
    _population(parser)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--base", action="store_true", help="the base map instead, as lindevallei.pmtiles")
    parser.set_defaults(run=_map)


def _map(options: argparse.Namespace) -> int:
    from .town.geojson import layers
    from .world import World

    town = World(seed=options.seed, persons=options.persons).town
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.base:
        from .map.writing import write_map

        write_map(town, options.folder / "lindevallei.pmtiles")
        return 0
    for name, layer in layers.items():
        collection = layer(town)
        (options.folder / f"{name}.geojson").write_text(json.dumps(collection, ensure_ascii=False), "utf-8")
        print(f"{name}: {len(collection['features'])}")
    return 0


def _control_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("base", help="the product's address, such as http://127.0.0.1:8500")
    parser.add_argument("feed", type=Path, help="file with what `focus incidents add-feed` printed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--incidents", type=int, default=200)
    parser.add_argument("--speed", type=float, default=1.0, help="2: the evening's eight hours in four")
    parser.add_argument("--from", dest="begin", type=float, default=0.0, help="begin so many hours in")
    parser.add_argument("--gateway", metavar="HOST:PORT", help="cars on patrol tell it where they are")
    parser.add_argument("--cameras", type=Path, help="file with what `focus cameras add-feed` printed")
    parser.add_argument("--with-parent", type=int, metavar="PID", help="end when this process does")
    parser.set_defaults(run=lambda options: asyncio.run(_control(options)))


async def _control(options: argparse.Namespace) -> int:
    from .control.playing import Around, play_to

    feed = json.loads(options.feed.read_text("utf-8"))
    cameras = json.loads(options.cameras.read_text("utf-8")) if options.cameras else None
    told = await play_to(
        options.base,
        feed["path"],
        feed["secret"],
        seed=options.seed,
        incidents=options.incidents,
        speed=options.speed,
        begin_s=options.begin * 3600,
        around=Around(gateway=options.gateway, cameras=cameras),
        parent=options.with_parent,
    )
    print(json.dumps(told.outcomes))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

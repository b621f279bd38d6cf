"""`python -m world demo`: the simulated world and, beside it, the product that knows nothing of it.

Four processes: the world with its registers, the product's server, an evening with a control room, cars and
cameras, and this one, which watches the first two and ends all together.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PATIENCE_S = 120
WORLD_PORT = 8800
GATEWAY_PORT = 8801
ZONE = "5999"
FEEDS = {"incidents": "Meldkamer Lindevallei", "cameras": "Camera’s Lindevallei"}
FOLDERS = ("sources", "other", "lists")
"""Of `world`: the files that tell the product of its sources."""


def run(options: argparse.Namespace) -> int:
    """Start both, say where and who, wait until told to end."""
    home = Path(os.environ.get("FOCUS_HOME", "var")).resolve()
    home.mkdir(parents=True, exist_ok=True)
    for port in (options.port, options.world_port, options.gateway_port):
        if _taken(port):
            print(
                f"Port {port} is taken; choose others with FOCUS_PORT, WORLD_PORT and WORLD_GATEWAY_PORT.",
                file=sys.stderr,
            )
            return 1
    signal.signal(signal.SIGTERM, _interrupt)
    started: list[subprocess.Popen[Any]] = []
    try:
        print(f"Making a world of {options.persons:,} people …", flush=True)
        world, said = _world(options, home)
        started.append(world)
        print(f"Starting the server; its words go to {home / 'server.log'} …", flush=True)
        _base_map(options, home, said)
        token = secrets.token_urlsafe(18)
        server = _server(options, home, said, token)
        started.append(server)
        _wait(server, f"http://127.0.0.1:{options.port}/api/health", home / "server.log")
        started.append(_evening(options, home, said))
        _welcome(options, said, token)
        while all(process.poll() is None for process in started[:2]):
            time.sleep(0.5)
        print("A part of the demo ended by itself; its log says why.", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nEnding …", flush=True)
        return 0
    except (RuntimeError, subprocess.CalledProcessError) as reason:
        print(reason, file=sys.stderr)
    finally:
        _end(reversed(started))
    return 1


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def _world(options: argparse.Namespace, home: Path) -> tuple[subprocess.Popen[Any], dict[str, Any]]:
    command = [sys.executable, "-m", "world", "serve", "--port", str(options.world_port)]
    command += ["--persons", str(options.persons), "--seed", str(options.seed), "--home", str(home / "world")]
    command += ["--with-parent", str(os.getpid())]
    with (home / "world.log").open("wb") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=output, start_new_session=True
        )
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"The world did not start; {home / 'world.log'} says why.")
    return process, json.loads(line)


def _server(
    options: argparse.Namespace, home: Path, said: dict[str, Any], token: str
) -> subprocess.Popen[Any]:
    environment = {
        **os.environ,
        **said["environment"],
        "FOCUS_HOME": str(home),
        "FOCUS_DEMO": "1",
        "FOCUS_DEMO_TOKEN": token,
        "FOCUS_PORT": str(options.port),
        "FOCUS_TAK_PLAIN": f"{ZONE}@127.0.0.1:{options.gateway_port}",
        "FOCUS_SOURCES": os.pathsep.join(str(ROOT / "world" / folder) for folder in FOLDERS),
    }
    give(home / "secrets", said["files"])
    command = [sys.executable, "-m", "focus.server", "serve"]
    with (home / "server.log").open("wb") as output:
        return subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=output, start_new_session=True
        )


def _base_map(options: argparse.Namespace, home: Path, said: dict[str, Any]) -> None:
    """Draw the region's base map, and give it as an operator would; once for a number of people."""
    folder = home / "world" / f"map-{options.persons}"
    if folder.is_dir():
        return
    print("Drawing its map …", flush=True)
    drawing = folder.with_suffix(".coming")
    people = ["--persons", str(options.persons), "--seed", str(options.seed)]
    environment = {**os.environ, **said["environment"], "FOCUS_HOME": str(home)}
    file = str(drawing / "lindevallei.pmtiles")
    for command in (["world", "map", str(drawing), "--base", *people], ["focus.server", "map", "add", file]):
        subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=environment, check=True)
    drawing.rename(folder)


def _evening(options: argparse.Namespace, home: Path, said: dict[str, Any]) -> subprocess.Popen[Any]:
    """A control room and cameras, let in as an operator does; cars on patrol; from the third hour on."""
    feeds = {module: home / "world" / f"{module}-feed.json" for module in ("incidents", "cameras")}
    environment = {**os.environ, **said["environment"], "FOCUS_HOME": str(home)}
    for module, file in feeds.items():
        if not file.exists():
            command = [sys.executable, "-m", "focus.server", module, "add-feed", ZONE, FEEDS[module]]
            given = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE)
            file.touch(mode=0o600)
            file.write_bytes(given.stdout)
    command = [sys.executable, "-m", "world", "control", f"http://127.0.0.1:{options.port}"]
    command += [str(feeds["incidents"]), "--cameras", str(feeds["cameras"])]
    command += ["--gateway", f"127.0.0.1:{options.gateway_port}"]
    command += ["--seed", str(datetime.now(UTC).toordinal()), "--from", "2", "--speed", str(options.evening)]
    command += ["--with-parent", str(os.getpid())]
    with (home / "evening.log").open("wb") as output:
        return subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output, start_new_session=True)


def give(secrets: Path, files: dict[str, str]) -> None:
    """What the world gave its client, where the product looks for it; for its owner alone."""
    secrets.mkdir(mode=0o700, exist_ok=True)
    for name, file in files.items():
        (secrets / name).unlink(missing_ok=True)
        shutil.copy(file, secrets / name)
        (secrets / name).chmod(0o600)


def _wait(server: subprocess.Popen[Any], url: str, log: Path) -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until and server.poll() is None:
        if _answers(url):
            return
        time.sleep(0.2)
    raise RuntimeError(f"The server did not get ready; the end of {log}:\n{log.read_text('utf-8')[-1500:]}")


def _answers(url: str) -> bool:
    with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=2) as answer:
        return bool(answer.status == 200)
    return False


def _welcome(options: argparse.Namespace, said: dict[str, Any], token: str) -> None:
    address = f"http://127.0.0.1:{options.port}/api/demo/people"
    asked = urllib.request.Request(address, headers={"cookie": f"focus_demo={token}"})
    with urllib.request.urlopen(asked, timeout=10) as answer:
        people = json.load(answer)
    print(f"\n  FOCUS   http://localhost:{options.port}/api/demo/open?token={token}\n")
    print(f"  World   {said['url']}/_world/sources\n")
    print("  Continue as:")
    for person in people:
        print(f"    {person['name']:<24} {person['function']:<22} {person['organisation']}")
    print("\n  Ask for 2-ZKV-318. Break a source: .venv/bin/python -m world fault NAME hang")
    print("  Ctrl-C ends everything.", flush=True)


def _end(processes: Any) -> None:
    for process in processes:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()


def options_of(parser: argparse.ArgumentParser) -> None:
    """The demo's options."""
    parser.add_argument("--persons", type=int, default=int(os.environ.get("WORLD_PERSONS", "100000")))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--port", type=int, default=int(os.environ.get("FOCUS_PORT", "8500")))
    parser.add_argument("--world-port", type=int, default=int(os.environ.get("WORLD_PORT", str(WORLD_PORT))))
    parser.add_argument(
        "--gateway-port", type=int, default=int(os.environ.get("WORLD_GATEWAY_PORT", str(GATEWAY_PORT)))
    )
    parser.add_argument(
        "--evening", type=float, default=float(os.environ.get("WORLD_EVENING", "1")), help="its speed"
    )
    parser.set_defaults(run=run)

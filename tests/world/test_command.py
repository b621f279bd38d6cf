"""The world as a command: ready line, end by signal, end with its parent, questions."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from world.questions import questions
from world.world import World

root = Path(__file__).parents[2]


def serve(*options: str) -> tuple[subprocess.Popen[bytes], dict[str, Any]]:
    command = [
        sys.executable,
        "-m",
        "world",
        "serve",
        "--persons",
        "500",
        "--no-sql",
        "--latency",
        "0",
        *options,
    ]
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE)
    assert process.stdout is not None
    return process, json.loads(process.stdout.readline())


def test_serve_says_where_it_is_and_ends_on_sigterm() -> None:
    process, said = serve("--fault", "plates=500")
    with urllib.request.urlopen(said["url"] + "/_world/sources", timeout=5) as answer:
        sources = json.load(answer)["sources"]
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == 0
    assert said["persons"] == 500
    assert said["environment"]["WORLD_URL"] == said["url"]
    assert [s["name"] for s in sources if s["fault"]] == ["plates"]


def test_serve_ends_with_its_parent() -> None:
    parent = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    process, _ = serve("--with-parent", str(parent.pid))
    parent.kill()
    parent.wait(5)
    assert process.wait(10) == 0


def test_a_taken_port_is_a_sentence_not_a_trace() -> None:
    process, said = serve()
    port = said["url"].rsplit(":", 1)[1]
    command = [sys.executable, "-m", "world", "serve", "--persons", "500", "--no-sql", "--port", port]
    second = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=False)
    process.terminate()
    process.wait(10)
    assert second.returncode == 1
    assert "does not start" in second.stderr
    assert "Traceback" not in second.stderr


def test_a_fault_is_switched_from_the_command_line() -> None:
    process, said = serve()
    command = [sys.executable, "-m", "world", "fault", "plates", "hang", "--url", said["url"]]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=30, check=True)
    with urllib.request.urlopen(said["url"] + "/_world/sources", timeout=5) as answer:
        broken = [s["name"] for s in json.load(answer)["sources"] if s["fault"]]
    os.kill(process.pid, signal.SIGTERM)
    process.wait(10)
    assert json.loads(done.stdout)["mode"] == "hang"
    assert broken == ["plates"]


def test_questions_are_the_same_for_a_seed_and_know_their_answers(small_world: World) -> None:
    began = time.monotonic()
    first = list(questions(small_world, count=150))
    again = list(questions(small_world, count=150))
    assert first == again
    assert len(first) == 150
    assert time.monotonic() - began < 30
    known = {question["about"]: question["level"] for question in first}
    assert (known["jeroen"], known["sofie"], known["dirk"]) == ("red", "green", "amber")
    assert len({question["kind"] for question in first}) >= 8

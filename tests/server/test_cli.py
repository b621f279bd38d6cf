"""The command line: gathered from modules without importing them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from focus.core.registry.commands import Argument, Command, commands_installed, commands_of
from focus.server.cli import main, parser_of

HEAVY = ("asyncpg", "aiohttp", "numpy", "pgqueuer", "uvicorn", "fluent.runtime")


def test_help_loads_none_of_the_modules_and_nothing_heavy() -> None:
    words = f"""
import sys
from focus.server.cli import main
try:
    main(["--help"])
except SystemExit:
    pass
print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
print([name for name in sys.modules if name.endswith(".module")], file=sys.stderr)
"""
    said = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert said.stderr.splitlines() == ["[]", "[]"]
    assert "lists that are loaded into the database" in said.stdout


@pytest.mark.parametrize(
    "words", ["log verify", "log export", "source check", "source test", "list load", "list status", "import",
              "jobs status", "jobs again"],
)  # fmt: skip
def test_each_command_of_the_installed_modules_is_there(words: str) -> None:
    assert words in {" ".join(command.path) for command in commands_installed() if command.run}


RUN = [each for each in commands_installed() if each.run]


@pytest.mark.parametrize("command", RUN, ids=[" ".join(each.path) for each in RUN])
def test_what_a_command_runs_can_be_imported(command: Command) -> None:
    assert callable(command.function)


def test_a_package_without_commands_adds_none() -> None:
    assert commands_of("focus.core.gate") == ()


def test_arguments_are_argparse_s_own() -> None:
    group = Command(("bikes",), "found bicycles")
    find = Command(("bikes", "find"), "one", "a.b:c", (Argument("frame"), Argument("--again", type=int)))
    parsed = parser_of([find, group]).parse_args(["bikes", "find", "X1", "--again", "3"])
    assert (parsed.frame, parsed.again) == ("X1", 3)


def test_without_a_command_it_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 2 and "serve" in capsys.readouterr().out


def test_what_the_operator_must_mend_is_said_without_a_trace(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FOCUS_PORT", "many")
    with pytest.raises(SystemExit) as ended:
        main(["source", "check"])
    assert ended.value.code == 1
    assert capsys.readouterr().err == "focus: FOCUS_PORT must be a whole number\n"

"""What the operator is told of the walls: by a command, and in one line when the server starts."""

from __future__ import annotations

import pytest

from focus.core import confined
from focus.core.confined import Walls
from focus.server import cli

WHOLE = Walls(calls=True, limits=True)
OPEN = Walls(namespace=True, limits=True)


@pytest.mark.parametrize(("walls", "status"), [(WHOLE, 0), (OPEN, 1)])
def test_the_command_says_each_wall_and_fails_where_something_is_open(
    walls: Walls, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(confined, "possible", lambda: walls)
    with pytest.raises(SystemExit) as ended:
        cli.main(["walls"])
    assert ended.value.code == status
    assert capsys.readouterr().out == walls.told() + "\n"


@pytest.mark.parametrize(("walls", "warns"), [(WHOLE, False), (OPEN, True)])
def test_the_server_says_it_in_one_line_and_warns(
    walls: Walls, warns: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(confined, "possible", lambda: walls)
    cli._say_walls()
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("WARNING: ") is warns
    assert line.endswith(walls.told())

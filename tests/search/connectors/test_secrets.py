"""A secret of a source stands in its file and in what the source hears, and nowhere else."""

from __future__ import annotations

import io
import logging
import traceback
from pathlib import Path

import pytest

from focus.core import clock
from focus.modules.search.commands import check_command
from focus.modules.search.commands import test_command as try_out
from focus.modules.search.configuration.loader import load_sources
from focus.modules.search.engine import Engine
from tests.search.connectors.registers import register_running
from tests.search.connectors.servers import PLATE
from tests.search.connectors.test_credentials import secret

PLANTED = "planted-5f1c0e7a-never-shown"
FILE = """
name = "vehicles"
short = "V"
kind = "rest"
legal = ["1"]
title = {{ nl = "V", fr = "V", de = "V", en = "V" }}
rest = {{ base = "{base}", headers = {{ X-Key = "${{secret:K}}" }} }}
access = {{ key = {{ query = "key", value = "${{secret:K}}" }} }}
[[ask]]
for = ["plate"]
path = "/{{plate}}"
[[map]]
type = "vehicle"
each = "{each}"
title = "{{told}}{{plate}}"
identifiers = {{ plate = "plate" }}
required = ["{required}"]
"""


@pytest.mark.parametrize(
    ("each", "required", "lets"),
    [
        ("vehicles", "plate", True),
        ("gone", "plate", True),
        ("vehicles", "gone", True),
        ("vehicles", "plate", False),
    ],
)
async def test_a_planted_secret_is_in_no_output_whatever_goes_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str], each: str, required: str, lets: bool,
) -> None:  # fmt: skip
    monkeypatch.setenv("FOCUS_HOME", str(tmp_path))
    secret(tmp_path, "K", PLANTED)
    folder = tmp_path / "sources"
    folder.mkdir()
    out = io.StringIO()
    async with register_running(echo=True) as register:
        register.lets = lambda *_: lets
        file = FILE.format(base=register.base, each=each, required=required)
        (folder / "vehicles.toml").write_text(file)
        with caplog.at_level(logging.DEBUG):
            await check_command([folder], out=out)
            await try_out([folder], name="vehicles", question="1-ABC-123", out=out)
            sources = load_sources([folder], home=tmp_path)
            heard = [o async for o in Engine().run(PLATE, sources, deadline_s=3.0)]
            try:
                await sources[0].ask(PLATE, deadline=1e12, asked_at=clock.now())
            except Exception:
                out.write(traceback.format_exc())
        await sources[0].close()
        assert PLANTED in str(register.seen[0].rel_url)
    said = capfd.readouterr()
    reasons = [(o.reason, o.drifts, o.source) for o in heard]
    outputs = out.getvalue() + caplog.text + said.out + said.err + repr(reasons) + repr(sources[0])
    assert PLANTED not in outputs


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
async def test_a_secret_that_others_may_read_stops_the_check_and_is_not_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    monkeypatch.setenv("FOCUS_HOME", str(tmp_path))
    secret(tmp_path, "K", PLANTED, mode=mode)
    folder = tmp_path / "sources"
    folder.mkdir()
    file = FILE.format(base="http://127.0.0.1:9", each="vehicles", required="plate")
    (folder / "vehicles.toml").write_text(file)
    out = io.StringIO()
    await check_command([folder], out=out)
    assert f"mode {mode:04o}" in out.getvalue()
    assert PLANTED not in out.getvalue()

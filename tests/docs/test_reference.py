"""The reference pages say everything that the declarations say."""

from __future__ import annotations

import subprocess
import sys

import msgspec
import pytest

from focus.core.registry.registry import calls_of, discover
from tests.docs.catalogue import ROOT, environment_variables, problems

REFERENCE = ROOT / "docs" / "reference"
REGISTRY = discover()


def page(name: str) -> str:
    return (REFERENCE / f"{name}.md").read_text("utf-8")


def test_no_page_is_stale() -> None:
    command = [sys.executable, "tools/reference.py", "--check"]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize(
    "call", [f"{method} {path}" for module in REGISTRY for method, path in calls_of(module)]
)
def test_every_call_is_documented(call: str) -> None:
    assert f"`{call}`" in page("routes")


@pytest.mark.parametrize("permission", sorted(REGISTRY.permissions))
def test_every_permission_is_documented_with_what_it_allows(permission: str) -> None:
    (line,) = (line for line in page("permissions").splitlines() if line.startswith(f"| `{permission}` |"))
    title = line.split("|")[2].strip()
    assert title and "-permission-" not in title


@pytest.mark.parametrize(
    ("module", "field"),
    [
        (module.name, field.name)
        for module in REGISTRY
        if module.settings
        for field in msgspec.structs.fields(module.settings)
    ],
)
def test_every_setting_of_an_organisation_is_documented(module: str, field: str) -> None:
    section = page("settings").split(f"## {module}, per organisation")[1].split("\n## ")[0]
    assert f"| `{field}` |" in section


@pytest.mark.parametrize(
    ("table", "days"), [(rule.table, rule.days) for module in REGISTRY for rule in module.retention]
)
def test_every_retention_is_documented(table: str, days: int | str) -> None:
    (line,) = (line for line in page("keeping").splitlines() if line.startswith(f"| `{table}` |"))
    assert str(days) in line


@pytest.mark.parametrize("job", [f"{module.name}.{job.name}" for module in REGISTRY for job in module.jobs])
def test_every_job_is_documented_with_what_it_does(job: str) -> None:
    (line,) = (line for line in page("keeping").splitlines() if line.startswith(f"| `{job}` |"))
    assert line.split("|")[3].strip()


@pytest.mark.parametrize("name", sorted(environment_variables()))
def test_every_variable_of_the_environment_is_documented(name: str) -> None:
    pages = (ROOT / "docs").rglob("*.md")
    assert any(name in page.read_text("utf-8") for page in pages)


@pytest.mark.parametrize("code", sorted(problems()))
def test_every_error_is_documented_with_status_and_text(code: str) -> None:
    (line,) = (line for line in page("errors").splitlines() if line.startswith(f"| `{code}` |"))
    _, _, status, text, _ = line.split("|", 4)
    assert status.strip() == str(problems()[code].status) and not text.strip().startswith("error-")

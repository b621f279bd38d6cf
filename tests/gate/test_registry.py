"""What does not hold together is refused at start, with module, claim and reason."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from focus.core.gate import Actor, Event, action, view
from focus.core.registry import Job, Module, Retention, Route
from focus.core.registry.registry import Misdeclared, arrange
from focus.core.texts import LANGUAGES
from tests.support.lockers.module import item, put_in
from tests.support.lockers.module import module as lockers_module
from tests.support.station import small_registry


async def _tidy(platform: Any) -> None:
    """A job."""


LOCKERS = replace(lockers_module, package="tests.support.lockers")


def bare(name: str, *requires: str, **more: Any) -> Module:
    """A module that borrows the lockers' texts."""
    return Module(name=name, icon="box", requires=requires, package="tests.support.lockers", **more)


def faults(*modules: Module) -> tuple[str, ...]:
    with pytest.raises(Misdeclared) as refused:
        arrange(modules)
    return refused.value.faults


def test_modules_stand_after_those_they_require() -> None:
    registry = arrange([bare("c", "b"), bare("a"), bare("b", "a")])
    assert [module.name for module in registry] == ["a", "b", "c"]


def test_a_requirement_that_is_not_installed_is_named() -> None:
    assert faults(bare("a", "nowhere")) == ("a: requires nowhere, which is not installed",)


def test_a_circle_is_named() -> None:
    (fault,) = faults(bare("a", "b"), bare("b", "a"))
    assert "circle" in fault and "a" in fault and "b" in fault


def test_two_modules_of_one_name_are_refused() -> None:
    assert "a: declared 2 times" in faults(bare("a"), bare("a"))


def test_a_permission_that_nobody_declares_is_named() -> None:
    wrong = bare("a", actions=(put_in,))
    assert "a: put_in needs lockers.use, which no module declares" in faults(wrong)


def test_a_route_that_needs_what_nobody_declares_is_named() -> None:
    wrong = bare("a", routes=(Route("GET", "/api/a/x", item, needs="a.nothing"),))
    assert "a: /api/a/x needs a.nothing, which no module declares" in faults(wrong)


def test_a_permission_of_another_modules_name_is_refused() -> None:
    (fault,) = faults(bare("a", permissions=("b.use",)))
    assert "b.use" in fault


def test_a_path_outside_the_api_is_refused() -> None:
    (fault,) = faults(bare("a", routes=(Route("GET", "/a", item),)))
    assert "/api/" in fault


def test_a_route_cannot_be_public_and_need_something() -> None:
    route = replace(LOCKERS.routes[0], needs="lockers.use")
    assert any("public" in fault for fault in faults(replace(LOCKERS, routes=(route,))))


def test_two_doors_at_one_place_are_refused() -> None:
    twin = Route("GET", "/api/lockers/items", item, needs="lockers.use")
    found = faults(replace(LOCKERS, routes=(twin,)))
    assert found == ("GET /api/lockers/items: declared 2 times",)


def test_an_action_among_the_views_is_refused() -> None:
    wrong = replace(LOCKERS, actions=(), views=(put_in,))  # type: ignore[arg-type]
    assert any("declared as view" in fault for fault in faults(wrong))


def test_an_operation_without_docstring_is_refused() -> None:
    @view(needs=None)
    async def nameless(actor: Actor) -> int:
        return 1

    assert faults(bare("a", views=(nameless,))) == ("a: nameless has no docstring",)


def test_a_signature_that_cannot_be_read_is_refused() -> None:
    @action(needs=None)
    async def riddle(actor: Actor, *, what) -> Event:  # type: ignore[no-untyped-def]
        """Ask."""
        return Event()

    (fault,) = faults(bare("a", actions=(riddle,)))
    assert "riddle has a signature that cannot be read" in fault


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_that_lacks_in_one_language_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    package = f"tongue_tied_{language}"
    shutil.copytree(Path(__file__).parents[1] / "support/lockers/texts", tmp_path / package / "texts")
    (tmp_path / package / "__init__.py").touch()
    file = tmp_path / package / "texts" / f"{language}.ftl"
    file.write_text("\n".join(file.read_text("utf-8").splitlines()[1:]) + "\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert faults(Module(name="a", icon="box", package=package)) == (
        f"a: {package}/{language}.ftl lacks lockers-title",
    )


def test_every_fault_is_named_at_once() -> None:
    wrong = bare("a", permissions=("b.use",), routes=(Route("GET", "/a", item),))
    assert len(faults(wrong)) == 2


def test_a_whole_registry_stands() -> None:
    names = [module.name for module in small_registry()]
    assert sorted(names) == ["doorman", "gate", "lockers", "log"]


@pytest.mark.parametrize(
    ("job", "why"),
    [
        (Job(_tidy), "has not exactly one of every, at and queue"),
        (Job(_tidy, every=timedelta(hours=1), queue=True), "has not exactly one of every, at and queue"),
        (Job(_tidy, at=time(3), per_process=True), "is per process, so it needs every"),
        (Job(_tidy, every=timedelta(milliseconds=10)), "is due more often than each second"),
    ],
)
def test_a_job_without_one_way_to_run_is_named(job: Job, why: str) -> None:
    assert f"a: job _tidy {why}" in faults(bare("a", jobs=(job,)))


def test_two_jobs_of_one_name_are_named() -> None:
    twice = (Job(_tidy, queue=True), Job("somewhere.else:_tidy", queue=True))
    assert "a: job _tidy is declared 2 times" in faults(bare("a", jobs=twice))


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        (Retention("b.thing", "at", 3, "things"), "b.thing, which is another module's"),
        (Retention("a.thing; --", "at", 3, "things"), "a.thing; -- has no name of a table and a column"),
        (Retention("a.thing", "at", "days", "things"), "a.thing asks for days, which is no setting"),
    ],
)
def test_a_retention_that_cannot_be_kept_is_named(rule: Retention, why: str) -> None:
    assert f"a: retention of {why}" in faults(bare("a", retention=(rule,)))


class Pumps(msgspec.Struct, frozen=True):
    """What the operator sets."""

    pumps: int = 3
    depot: str = msgspec.field(default="", name="DEPOT")


def test_a_variable_that_two_modules_read_or_that_is_not_ours_is_named() -> None:
    found = faults(bare("a", operator=Pumps), bare("b", operator=Pumps))
    assert found == ("DEPOT: two modules read it", "DEPOT: does not begin with FOCUS_")

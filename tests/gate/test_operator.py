"""Settings of the operator for a module: typed, by variables, refused by name."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Literal

import msgspec
import pytest

from focus.core.gate import Settings
from focus.core.registry.operator import operator_settings
from focus.server.settings import from_environment
from tests.support.station import Station


class Depot(msgspec.Struct, frozen=True, kw_only=True):
    """What the operator sets about found bicycles."""

    place: Path = Path("depot")
    doors: tuple[Path, ...] = msgspec.field(default=(), name="FOCUS_DOORS")
    days: int = 30
    rate: float = 1.0
    auction: bool = False
    lock: Literal["chain", "bolt"] = "chain"
    owner: str | None = None


class Needed(msgspec.Struct, frozen=True):
    """One that has no default."""

    key: str


def read(**variables: str) -> Depot:
    return operator_settings("bicycles", Depot, variables)


def test_what_is_not_set_has_its_default() -> None:
    assert read(FOCUS_BICYCLES_DAYS="", FOCUS_HOME="x") == Depot()


def test_each_kind_is_read() -> None:
    found = read(
        FOCUS_BICYCLES_PLACE="/srv/depot",
        FOCUS_DOORS=os.pathsep.join(["/a", "", "b"]),
        FOCUS_BICYCLES_DAYS="7",
        FOCUS_BICYCLES_RATE="0.5",
        FOCUS_BICYCLES_AUCTION="1",
        FOCUS_BICYCLES_LOCK="bolt",
        FOCUS_BICYCLES_OWNER="town",
    )
    doors = (Path("/a"), Path("b").resolve())
    assert found == Depot(
        place=Path("/srv/depot"), doors=doors, days=7, rate=0.5, auction=True, lock="bolt", owner="town"
    )


@pytest.mark.parametrize("name", ["DAYS", "RATE", "LOCK"])
def test_what_cannot_be_used_is_named_and_not_repeated(name: str) -> None:
    with pytest.raises(ValueError, match=f"FOCUS_BICYCLES_{name} cannot be used") as refused:
        read(**{f"FOCUS_BICYCLES_{name}": "hunter2"})
    assert "hunter2" not in str(refused.value)


def test_what_must_be_set_is_named() -> None:
    with pytest.raises(ValueError, match="FOCUS_BICYCLES_KEY must be set"):
        operator_settings("bicycles", Needed, {})


def test_secrets_and_passwords_are_not_among_the_variables() -> None:
    given = {"FOCUS_SECRET_DIV": "s", "FOCUS_DATABASE_URL": "u:p@h", "FOCUS_TEST_DATABASE_URL": "u:p@h"}
    given |= {"HOME": "/", "FOCUS_X": "1"}
    assert from_environment(given).variables == {"FOCUS_X": "1"}


def test_the_platform_gives_what_a_module_declares(station: Station) -> None:
    platform = station.platform
    lockers = replace(platform.registry.by_name["lockers"], operator=Depot)
    settings = Settings(home=platform.settings.home, variables={"FOCUS_LOCKERS_DAYS": "9"})
    changed = replace(platform, settings=settings, registry=replace(platform.registry, modules=(lockers,)))
    assert changed.operator(Depot).days == 9
    with pytest.raises(LookupError, match="Needed"):
        changed.operator(Needed)

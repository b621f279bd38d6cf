"""Who is asked, where a source in Python says less of itself than a file would."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from focus.core.gate import Policy, Switches
from focus.core.purposes.public import Purpose
from focus.modules.search.lookups.selection import SourceSelection
from focus.modules.search.sources.protocol import Source, registered_by
from tests.search.connectors.servers import PLATE
from tests.support.station import somebody

NAMES = SimpleNamespace(nl="vondsten", fr="trouvailles", de="Funde", en="finds")


class Yard:
    """A source as a module may write it: its facts have no `record_of`."""

    config = SimpleNamespace(
        name="finds",
        short="FINDS",
        title=NAMES,
        data=["vehicles"],
        purposes=("*",),
        needs="",
        matters=["plate"],
    )

    def accepts(self, reading: Any) -> bool:
        return bool(reading.kind == "plate")


class Open:
    """Lets everybody ask everything, and switches nothing off."""

    def decide(self, **_: Any) -> SimpleNamespace:
        return SimpleNamespace(allowed=True)

    async def modules_on(self, *_: Any) -> frozenset[str]:
        return frozenset()


async def test_a_source_that_names_nothing_it_registers_is_asked_and_is_no_register() -> None:
    yard = cast("Source", Yard())
    everything = cast("Purpose", SimpleNamespace(code="investigation", opens=("*",)))
    selection = SourceSelection((yard,), cast("Policy", Open()), cast("Switches", Open()))
    choice = await selection.choose(PLATE, everything, somebody())
    assert [source.config.name for source in choice.asked] == ["finds"]
    assert choice.registers("plate") == frozenset()
    assert registered_by(yard) == ()

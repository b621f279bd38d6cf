"""TAK declares itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from focus.core.registry import Module
from focus.modules.tak import clients
from focus.modules.tak.settings import TakOperator

if TYPE_CHECKING:
    from focus.core.gate import Platform


async def start(platform: Platform) -> None:
    """Listen, where the operator says so."""
    from focus.modules.tak.serving import DOOR, Door

    door = Door(platform)
    await door.open()
    platform.offer(DOOR, door)


async def stop(platform: Platform) -> None:
    """Let everybody go."""
    from focus.modules.tak.serving import DOOR

    await platform.service(DOOR).close()


module = Module(
    name="tak",
    icon="signal",
    requires=("organisations", "duty", "incidents"),
    permissions=("tak.manage",),
    actions=(clients.end_client,),
    views=(clients.clients,),
    routes=(clients.ADD_CLIENT,),
    operator=TakOperator,
    check="focus.modules.tak.settings:check",
    menu=True,
    start=start,
    stop=stop,
)

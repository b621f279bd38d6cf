"""What the map adds to the command line."""

from pathlib import Path

from focus.core.registry.commands import Argument, Command

commands = (
    Command(("map",), "base maps that phones keep"),
    Command(
        ("map", "add"),
        "check a PMTiles file and give it to every organisation; the newest is the one that is shown",
        "focus.modules.map.commands:add",
        (
            Argument("file", type=Path),
            Argument("--name", default="", help="without it: as the file calls itself"),
        ),
        standing=False,
    ),
    Command(("map", "list"), "which there are", "focus.modules.map.commands:show", standing=False),
    Command(
        ("map", "remove"),
        "take one away; phones drop it when they next open the map",
        "focus.modules.map.commands:remove",
        (Argument("sha256"),),
        standing=False,
    ),
)

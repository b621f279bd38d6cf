"""`focus bicycles count`."""

from focus.core.registry.commands import Argument, Command

commands = (
    Command(("bicycles",), "found bicycles"),
    Command(
        ("bicycles", "count"),
        "how many stand at a station",
        "bicycles.counting:count",
        (Argument("--organisation", required=True, help="code of the organisation, such as 5999"),),
    ),
)

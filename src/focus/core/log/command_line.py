"""What the log adds to the command line."""

from pathlib import Path
from uuid import UUID

from focus.core.registry.commands import Argument, Command

commands = (
    Command(("log",), "prove or take away an organisation's log"),
    Command(
        ("log", "verify"),
        "recompute everything and compare",
        "focus.core.log.commands:verify",
        (
            Argument("--organisation", help="code; without it every organisation"),
            Argument(
                "--checkpoint",
                type=Path,
                action="append",
                default=[],
                help="a checkpoint that was kept elsewhere",
            ),
        ),
    ),
    Command(
        ("log", "export"),
        "a bundle that verifies without this server",
        "focus.core.log.commands:export",
        (
            Argument("--organisation", required=True, help="code of the organisation, such as 5999"),
            Argument("--to", type=Path, required=True, help="a folder or .zip that does not exist yet"),
            Argument("--event", type=UUID, action="append", default=[], help="only these events, by id"),
        ),
    ),
)

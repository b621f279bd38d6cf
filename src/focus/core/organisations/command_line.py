"""What organisations add to the command line."""

from pathlib import Path

from focus.core.registry.commands import Argument, Command

commands = (
    Command(
        ("import",),
        "organisations, units, people or posts from CSV",
        "focus.core.organisations.commands:import_",
        (
            Argument("kind", choices=("organisations", "units", "people", "posts")),
            Argument("file", type=Path),
            Argument("--organisation", help="code of the organisation, such as 5999"),
            Argument("--dry-run", action="store_true", help="say what is wrong and import nothing"),
            Argument("--keep-good", action="store_true", help="import the good lines although some are bad"),
        ),
    ),
)

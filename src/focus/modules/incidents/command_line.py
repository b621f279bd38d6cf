"""What incidents add to the command line."""

from focus.core.registry.commands import Argument, Command

commands = (
    Command(("incidents",), "control rooms that send incidents"),
    Command(
        ("incidents", "add-feed"),
        "let a control room send; prints where it posts and the secret with which it signs, once",
        "focus.modules.incidents.commands:add_feed",
        (
            Argument("organisation", help="code of the organisation, such as 5999"),
            Argument("name", help="what the board calls it"),
            Argument("--format", choices=("ucri", "eido", "cap", "webhook"), default="webhook"),
        ),
    ),
)

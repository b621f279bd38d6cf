"""What cameras add to the command line."""

from focus.core.registry.commands import Argument, Command

commands = (
    Command(("cameras",), "camera systems that send plates"),
    Command(
        ("cameras", "add-feed"),
        "let a camera system send; prints where it posts and the secret with which it signs, once",
        "focus.modules.cameras.commands:add_feed",
        (
            Argument("organisation", help="code of the organisation, such as 5999"),
            Argument("name", help="what the feeds call it"),
        ),
    ),
)

"""What search adds to the command line."""

from focus.core.registry.commands import Argument, Command

commands = (
    Command(("source",), "read the source files; ask one source"),
    Command(
        ("source", "check"),
        "read every source file and say what is wrong",
        "focus.modules.search.commands:check",
        standing=False,
    ),
    Command(
        ("source", "test"),
        "ask one source one question and show each step",
        "focus.modules.search.commands:test",
        (Argument("name"), Argument("question")),
        standing=False,
    ),
    Command(("list",), "lists that are loaded into the database"),
    Command(
        ("list", "load"),
        "load a list; the old one answers until the new one is whole",
        "focus.modules.search.commands:load_list",
        (
            Argument("name", nargs="?", default="", help="without it: those that are due"),
            Argument("--again", action="store_true", help="also when it has not changed"),
            Argument("--dry", action="store_true", help="only say what would be loaded, and what lost"),
        ),
    ),
    Command(
        ("list", "status"),
        "how many entries, how old, what was wrong",
        "focus.modules.search.commands:list_status",
        (Argument("name", nargs="?", default=""),),
    ),
)

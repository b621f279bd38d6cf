"""What jobs add to the command line."""

from focus.core.registry.commands import Argument, Command

commands = (
    Command(("jobs",), "what runs by the clock and from the queue"),
    Command(
        ("jobs", "status"),
        "when each ran last, what waits, what was given up",
        "focus.core.jobs.commands:status",
    ),
    Command(
        ("jobs", "again"),
        "try again what was given up",
        "focus.core.jobs.commands:again",
        (Argument("name", help="of the job, as status shows it"),),
    ),
)

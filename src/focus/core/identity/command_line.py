"""What identity adds to the command line."""

from focus.core.registry.commands import Argument, Command

commands = (
    Command(("identity",), "who may enrol"),
    Command(
        ("identity", "issue-code"),
        "an enrolment code for somebody, where nobody in the organisation can give it; printed once, logged",
        "focus.core.identity.commands:issue_code",
        (
            Argument("organisation", help="code of the organisation that keeps the person, such as 5999"),
            Argument("personnel_number"),
        ),
    ),
)

"""The gate as a module: it has a table of commands and texts for its refusals."""

from focus.core.registry import Module, Retention

module = Module(
    name="gate",
    icon="lock",
    retention=(Retention("gate.command", "at", 30, "commands of phones with their first answer"),),
    always_on=True,
)

"""The log as a module: its tables and its texts. It has no screens of its own."""

from focus.core.registry import Module

module = Module(name="log", icon="scroll", always_on=True)

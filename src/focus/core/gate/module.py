"""The gate as a module: it has a table of commands and texts for its refusals."""

from focus.core.registry import Module

module = Module(name="gate", icon="lock", always_on=True)

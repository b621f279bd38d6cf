"""Modules: how they declare themselves, how they are found, ordered and checked."""

from focus.core.registry.declarations import Action, Job, Module, Operation, Route, View

__all__ = ["Action", "Job", "Module", "Operation", "Route", "View"]

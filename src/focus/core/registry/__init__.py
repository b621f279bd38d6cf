"""Modules: how they declare themselves, how they are found, ordered and checked."""

from focus.core.registry.declarations import Action, Job, Module, Operation, Retention, Route, Synced, View

__all__ = ["Action", "Job", "Module", "Operation", "Retention", "Route", "Synced", "View"]

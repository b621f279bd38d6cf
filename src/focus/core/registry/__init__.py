"""Modules: how they declare themselves, how they are found, ordered and checked."""

from focus.core.registry.declarations import Action, Module, Operation, Route, View

__all__ = ["Action", "Module", "Operation", "Route", "View"]

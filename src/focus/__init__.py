"""FOCUS: the field platform of a police service. `core` carries, `modules` do, `server` serves."""

__version__ = "0.1.0"

"""Crews of another organisation work here for a set time."""

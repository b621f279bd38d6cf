"""Waking phones that do not listen: Web Push, with bodies that all look the same and say nothing."""

"""Incidents: what control rooms send, and what becomes of it."""

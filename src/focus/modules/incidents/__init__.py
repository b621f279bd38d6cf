"""Incidents: what happens now, where, and who is on it."""

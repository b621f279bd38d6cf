"""Briefing: what officers must know now. Items by the desk, receipts and sightings by the field."""

"""Phones by the thousand against one worker of the server: streams, pulls, deliveries."""

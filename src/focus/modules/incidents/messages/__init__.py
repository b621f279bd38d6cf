"""What control rooms send, read into one form without losing anything.

Each reader takes the octets of one message and gives a `Report` (incident.py), or raises `Unreadable`
(unreadable.py). No database, no network, no clock. docs/developer/incident-messages.md says which part of
each standard maps where.
"""

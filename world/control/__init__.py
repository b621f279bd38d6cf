"""A control room: an evening of incidents, and how it is sent to whoever is to know."""

"""A small module with one of everything a module may declare, so that tests need no police work."""

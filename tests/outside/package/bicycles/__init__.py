"""Found bicycles."""

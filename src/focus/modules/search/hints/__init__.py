"""What colleagues of a zone said: these two records are not the same person."""

"""The world on the wire: one HTTP server for the REST sources, faults and counters for all."""

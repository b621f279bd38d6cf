"""A module that exists only to be measured: 300,000 vehicles, read twenty at a time."""

"""What follows a lookup: stops registered with their ground, and their figures."""

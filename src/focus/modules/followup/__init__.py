"""What follows a lookup: stops registered with their ground, their figures, and questions that waited."""

"""A simulated outside world: synthetic people and the sixty sources that know something about them."""

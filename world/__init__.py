"""A simulated outside world: synthetic people and the sources that know something about them."""

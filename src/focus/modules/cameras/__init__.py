"""Camera's tell which wanted plate they saw; an officer confirms by eye."""

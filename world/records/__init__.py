"""What registers hold about the population: tables of things, papers and happenings."""

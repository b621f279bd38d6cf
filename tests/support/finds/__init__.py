"""A module that offers Search a source and nothing else."""

"""A module that breaks the walls on purpose, so that each matrix can be seen to notice."""

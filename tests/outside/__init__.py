"""A module that lies outside the project, in a package of its own, installed into a fresh environment."""

"""A small module whose records phones hold."""

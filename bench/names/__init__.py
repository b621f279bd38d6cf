"""People and questions for the name index, made without any of its code."""

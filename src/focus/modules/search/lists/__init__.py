"""Lists that are loaded into our database and asked there, like any other source."""

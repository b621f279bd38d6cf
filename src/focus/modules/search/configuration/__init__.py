"""Sources made of their files: a file is read, checked, and tied to its connector."""

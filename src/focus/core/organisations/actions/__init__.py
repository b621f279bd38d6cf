"""What changes organisations and people. Each asks for a fresh user verification: this is administration."""

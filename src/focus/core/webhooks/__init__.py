"""Signed deliveries between this platform and others: signatures, addresses that may be called, posting."""

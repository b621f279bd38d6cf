"""The synthetic population: households at addresses, numbers, documents, phones."""

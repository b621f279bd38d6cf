"""Properties of everything that reads what others wrote; `make fuzz` searches each of them for a while."""

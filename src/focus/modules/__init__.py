"""Police work: one package a module, each declaring itself in its `module.py`."""

"""What a phone holds (pull), when it looks again (stream), and what was done on it (deliver).

SPEC.md numbers the promises; tests cite them.
"""

"""Reading a card or a plate from one picture, in a process of its own; the picture is never kept.

Optional: `focus[ocr]`. Without it the app says that typing is the way.
"""

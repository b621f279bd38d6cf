"""Reading and writing rows, shared by actions, views, the import and the demo. Knows no permission."""

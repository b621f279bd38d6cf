"""From a case type to a module: its actions, its views, its declaration for the app."""

"""The outermost layer: settings, the HTTP server and the command line."""

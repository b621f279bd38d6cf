"""The server, called in every way that its OpenAPI document allows, and in some that it does not."""

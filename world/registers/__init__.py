"""The sixty sources: each knows a part of the world and tells it in its own words."""

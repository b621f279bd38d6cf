"""The fifty-two sources over REST: each knows a part of the world and tells it in its own words."""

error-feed-stale = Somebody else changed this meanwhile. Nothing was overwritten.

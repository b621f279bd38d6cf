error-feed-stale = Iemand anders heeft dit intussen gewijzigd. Er is niets overschreven.

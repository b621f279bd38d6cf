error-feed-stale = Jemand anderes hat dies inzwischen geändert. Nichts wurde überschrieben.

error-feed-stale = Quelqu’un d’autre a modifié ceci entre-temps. Rien n’a été écrasé.

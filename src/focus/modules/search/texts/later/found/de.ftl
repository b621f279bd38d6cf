found-on-map = In der Suche gefunden

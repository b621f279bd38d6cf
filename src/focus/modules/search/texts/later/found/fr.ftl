found-on-map = Trouvé par la recherche

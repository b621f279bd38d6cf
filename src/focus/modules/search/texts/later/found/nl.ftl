found-on-map = Gevonden in Zoek

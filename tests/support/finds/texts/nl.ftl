finds-title = Gevonden voorwerpen

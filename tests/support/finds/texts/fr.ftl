finds-title = Objets trouvés

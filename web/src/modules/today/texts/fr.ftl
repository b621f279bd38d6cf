today-me = { $name }, mes données
offline-title = Vous continuez sans réseau
offline-text = Ceci est la situation d’avant { $since }. Les recherches reprennent avec le réseau.
offline-nothing = Rien n’est encore gardé sur cet appareil. Les recherches reprennent avec le réseau.

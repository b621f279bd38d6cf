today-me = { $name }, mes données
offline-title = Vous continuez sans réseau
offline-text = État d’avant { $since }. Ce que vous faites partira de lui-même.
offline-nothing = Rien n’est encore conservé sur cet appareil.

leaving-title = Se déconnecter ?
leaving-outbox = Encore à envoyer : { $n }. Cela part aussi quand vous êtes déconnecté.
leaving-stay = Rester connecté

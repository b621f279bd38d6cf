leaving-title = Se déconnecter ?
leaving-outbox = Encore à envoyer : { $n }. Cela part aussi quand vous êtes déconnecté.
leaving-stay = Rester connecté
leaving-refused = Refusé : { $n }. Après la déconnexion, vous ne pourrez plus le lire ni le corriger ici.

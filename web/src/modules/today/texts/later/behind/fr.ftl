today-waiting = { $n } en attente d’envoi
today-refused = Non accepté : { $n }
today-off = Pas encore activé

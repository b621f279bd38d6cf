error-gate-not-permitted = Votre fonction ne le permet pas.
error-gate-module-off = Ce module n’est pas activé dans votre zone.
error-gate-step-up-needed = Confirmez d’abord que c’est bien vous.
error-gate-command-differs = Cette commande a déjà servi à autre chose.
gate-event-Refused = Refusé
gate-event-Consulted = Consulté
